import { type ComponentType, useEffect, useState } from 'react';
import { onSessionChanged } from '../server/browser-news.ts';
import { onSignedOut } from '../server/query-client.ts';
import { useAfterPaint } from '../ui/use-after-paint.ts';
import type { ToastsProps } from './toasts.tsx';

/** How long to wait until their code is asked for again when it did not come, in milliseconds. */
const AGAIN_MS = 5_000;

/**
 * Toasts, as soon as their code has come. There is nothing to tell before there is something to press; what is told in
 * the meantime waits, unless the session ends before. That the code does not come must not take down the page.
 */
export const LaterToasts = () => {
  const session = useSessionCount();
  const isPainted = useAfterPaint();
  const [Toasts, setToasts] = useState<ComponentType<ToastsProps>>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!isPainted) return;
    let timer: ReturnType<typeof setTimeout>;
    import('./toasts.tsx').then(
      (code) => setToasts(() => code.Toasts),
      () => {
        timer = setTimeout(() => setTries(tries + 1), AGAIN_MS);
      },
    );
    return () => clearTimeout(timer);
  }, [isPainted, tries]);
  return Toasts && <Toasts session={session} />;
};

/** Grows with every session that begins or ends while the page is there. */
const useSessionCount = (): number => {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const next = (): void => setCount((before) => before + 1);
    const ends = [onSessionChanged(next), onSignedOut(next)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return count;
};
