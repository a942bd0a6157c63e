interface BuildWeb {
  /** The root of the checkout. */
  readonly root: string;
  /** The Node.js to build with. */
  readonly node: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Builds the web interface unless it was built from what is there now. Throws an error for people when that fails. */
export const buildWeb: (options: BuildWeb) => Promise<void>;
