import { useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';

/** They lie over the navigation: what can be done with selected cases stays free. */
export const Toasts = () => {
  const { dir } = useDirection();
  return <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />;
};
