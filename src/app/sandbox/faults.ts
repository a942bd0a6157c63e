/** What can go wrong with a request. */
export const faultEffects = ['status', 'delay', 'drop-answer', 'duplicate'] as const;
type FaultEffect = (typeof faultEffects)[number];

/** A fault as a test asks for it. */
export interface Fault {
  readonly effect: FaultEffect;
  /** For which method; any unless told. */
  readonly method?: string;
  /** For which addresses, `*` standing for anything; any unless told. */
  readonly path?: string;
  /** For how many of the next requests. */
  readonly times: number;
  /** With which status they are refused, before anything is done. */
  readonly status?: number;
  /** With which headers, for example Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long they wait before anything is done, in milliseconds. */
  readonly delayMs?: number;
}

/** A fault that waits for requests. */
interface WaitingFault extends Fault {
  readonly id: number;
  remaining: number;
}

/** The faults that are to happen, in the order in which they were asked for. */
export class Faults {
  #nextId = 1;
  #waiting: WaitingFault[] = [];

  add(fault: Fault): WaitingFault {
    const waiting = { id: this.#nextId, ...fault, remaining: fault.times };
    this.#nextId += 1;
    this.#waiting.push(waiting);
    return waiting;
  }

  list(): readonly WaitingFault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault for this request, which then is one fewer. */
  take({ method, path }: { readonly method: string; readonly path: string }): Fault | undefined {
    const fault = this.#waiting.find((each) => isFor(each, method, path));
    if (fault === undefined) return undefined;
    fault.remaining -= 1;
    if (fault.remaining === 0) this.#waiting = this.#waiting.filter((each) => each !== fault);
    return fault;
  }
}

const isFor = (fault: Fault, method: string, path: string): boolean =>
  (fault.method === undefined || fault.method.toUpperCase() === method) &&
  (fault.path === undefined || matches(fault.path, path));

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`, 'u').test(path);
