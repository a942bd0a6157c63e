import { useEffect, useState } from 'react';

/** Whether what was drawn first can be seen: what else there is to ask for can wait until then. */
export const useAfterPaint = (): boolean => {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    // The first frame paints; the next task after it comes when that has happened.
    const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
};
