/** The time of the sandbox: that of the machine, until it is set, moved on or stopped. */
export class SandboxClock {
  /** How far it is ahead of the machine's, in milliseconds. */
  #aheadMs = 0;
  /** Where it stands, when it stands. */
  #stoppedAt: number | undefined;

  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now = (): number => this.#stoppedAt ?? Date.now() + this.#aheadMs;

  get stopped(): boolean {
    return this.#stoppedAt !== undefined;
  }

  /** Makes it another time, from which it goes on unless it stands. */
  set(now: number): void {
    if (this.stopped) this.#stoppedAt = now;
    else this.#aheadMs = now - Date.now();
  }

  stop(): void {
    this.#stoppedAt = this.now();
  }

  go(): void {
    if (this.#stoppedAt === undefined) return;
    this.#aheadMs = this.#stoppedAt - Date.now();
    this.#stoppedAt = undefined;
  }

  /** Makes it the machine's time again. */
  reset(): void {
    this.#aheadMs = 0;
    this.#stoppedAt = undefined;
  }
}
