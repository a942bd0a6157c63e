/** What may be read from one property of one case that exactly one client writes. */
export class Register {
  /** The value whose write was answered last. */
  acknowledged: string;
  /** The value whose write was sent but not answered: after a crash it may be there or not. */
  inFlight: string | undefined;

  constructor(value: string) {
    this.acknowledged = value;
  }

  send(value: string): void {
    this.inFlight = value;
  }

  confirm(): void {
    if (this.inFlight !== undefined) this.acknowledged = this.inFlight;
    this.inFlight = undefined;
  }

  /** Whether the value found is possible; from now on it is the one that has to stay. */
  settle(found: string): boolean {
    const possible = found === this.acknowledged || found === this.inFlight;
    this.acknowledged = found;
    this.inFlight = undefined;
    return possible;
  }
}
