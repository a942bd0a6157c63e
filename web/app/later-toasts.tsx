import { type ComponentType, useEffect, useState } from 'react';
import { useAfterPaint } from '../ui/use-after-paint.ts';

/** How long to wait until their code is asked for again when it did not come, in milliseconds. */
const AGAIN_MS = 5_000;

/**
 * Toasts, as soon as their code has come. There is nothing to tell before there is something to press; what is told in
 * the meantime waits. That the code does not come must not take down the page.
 */
export const LaterToasts = () => {
  const isPainted = useAfterPaint();
  const [Toasts, setToasts] = useState<ComponentType>();
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
  return Toasts && <Toasts />;
};
