import { useNetwork } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import { isServerReachable, onReachableChange } from '../server/connection.ts';

/** Whether the browser has a network, and whether the server answers, as far as this page knows. */
export const useConnection = () => {
  const { online } = useNetwork();
  const isReachable = useSyncExternalStore(onReachableChange, isServerReachable);
  return { isOnline: online, isReachable };
};
