type Step = () => void | Promise<void>;

const steps: Step[] = [];
let cleaning: Promise<void> | undefined;

/** Remembers what has to be undone however the run ends; the last one is undone first. */
export const atEnd = (step: Step): void => {
  steps.push(step);
};

/** Undoes everything, once. */
export const cleanUp = (): Promise<void> => {
  cleaning ??= undoAll();
  return cleaning;
};

const undoAll = async (): Promise<void> => {
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      console.error('Cleaning up failed:', error);
    }
  }
};

/** Cleans up on Ctrl-C too, and then ends. */
export const cleanUpOnSignals = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void cleanUp().then(() => process.exit(130));
    });
  }
};
