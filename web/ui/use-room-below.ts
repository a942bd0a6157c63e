import { type RefObject, useLayoutEffect } from 'react';

/** How high the bar at the lower edge is, for what must stand clear of it. */
const ROOM = '--room-below';

/** Tells toasts how high a bar at the lower edge is as long as it is there: they stand above it. */
export const useRoomBelow = (bar: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(ROOM, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(ROOM);
    };
  }, [bar]);
};
