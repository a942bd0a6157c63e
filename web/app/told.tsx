import { useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';

/** What is told lies over the navigation: what can be done with selected cases stays free. */
export const Told = () => {
  const { dir } = useDirection();
  return <Notifications position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />;
};
