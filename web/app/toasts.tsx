import { useDirection } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { useLayoutEffect, useState } from 'react';

export interface ToastsProps {
  /** Another number for each session: what was told in one is not for whoever comes next. */
  readonly session: number;
}

/**
 * They lie over the navigation: what can be done with selected cases stays free. With a session go its toasts, those that
 * wait for a place, and the ways back that they offer.
 */
export const Toasts = ({ session }: ToastsProps) => {
  const { dir } = useDirection();
  const [cleaned, setCleaned] = useState(0);
  useLayoutEffect(() => {
    if (session === cleaned) return;
    notifications.clean();
    setCleaned(session);
  }, [session, cleaned]);
  // Not there for a moment: toasts that are cleaned go away slowly, and can be undone until then.
  return session === cleaned && <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />;
};
