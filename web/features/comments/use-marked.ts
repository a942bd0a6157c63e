import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** For the element that the address may point at: it is marked then, and comes into sight. */
export const useMarked = (id: string) => {
  const ref = useRef<HTMLDivElement>(null);
  const isMarked = useLocation({ select: ({ hash }) => hash === id });
  useEffect(() => {
    if (isMarked) ref.current?.scrollIntoView({ block: 'center' });
  }, [isMarked]);
  return { id, ref, 'data-marked': isMarked || undefined };
};
