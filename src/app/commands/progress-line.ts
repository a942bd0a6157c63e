/** Tells on the terminal, beside what a command writes, how far it has come; only at the end where nobody watches. */
export class ProgressLine {
  #width = 0;

  show(sentence: string): void {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r${sentence.padEnd(this.#width)}`);
    this.#width = sentence.length;
  }

  end(sentence: string): void {
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${sentence.padEnd(this.#width)}\n`);
    this.#width = 0;
  }
}

const BAR_CELLS = 24;

/** A bar for a share between 0 and 1, with the share in percent. */
export const barOf = (share: number): string => {
  const full = Math.min(Math.max(share, 0), 1);
  const filled = Math.round(full * BAR_CELLS);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${String(Math.floor(full * 100)).padStart(3)} %`;
};
