import { type MantineThemeOverride, MantineThemeProvider, Notification, useDirection } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ToastsProps {
  /** Another number for each session: what was told in one is not for whoever comes next. */
  readonly session: number;
}

/**
 * They lie over the navigation, above what can be done with selected cases: that stays free. With a session go its toasts, those that
 * wait for a place, and the ways back that they offer.
 */
export const Toasts = ({ session }: ToastsProps) => {
  const { dir } = useDirection();
  const theme = useNamedClosing();
  const [cleaned, setCleaned] = useState(0);
  useLayoutEffect(() => {
    if (session === cleaned) return;
    notifications.clean();
    setCleaned(session);
  }, [session, cleaned]);
  // Not there for a moment: toasts that are cleaned go away slowly, and can be undone until then.
  return (
    session === cleaned && (
      <MantineThemeProvider theme={theme} inherit>
        <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />
      </MantineThemeProvider>
    )
  );
};

/** The cross that closes a toast has no words of its own: this gives it a name for all of them. */
const useNamedClosing = (): MantineThemeOverride => {
  const { t } = useTranslation();
  const name = t('action.close');
  return useMemo(
    () => ({
      components: { Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': name } } }) },
    }),
    [name],
  );
};
