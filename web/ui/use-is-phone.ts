import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as a phone, from the first drawing on; style sheets say the same. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
