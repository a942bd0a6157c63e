import { useState } from 'react';

/** A query that is being written, and the one that was asked for last. */
export interface WrittenQuery {
  readonly text: string;
  readonly asked: string;
  readonly write: (text: string) => void;
  /** Asks for this one. */
  readonly ask: (text: string) => void;
}

/** What is written stays until something else is asked for: here, or by another address. */
export const useWrittenQuery = (asked: string, onAsk: (query: string) => unknown): WrittenQuery => {
  const [state, setState] = useState({ asked, text: asked });
  const current = state.asked === asked ? state : { asked, text: asked };
  if (current !== state) setState(current);
  const write = (text: string): void => setState({ asked, text });
  const ask = (text: string): void => {
    write(text);
    onAsk(text.trim());
  };
  return { text: current.text, asked, write, ask };
};
