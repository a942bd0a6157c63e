import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullTime, relativeTime } from './times.ts';

/** A moment as people speak of it, with the exact time for those who look closer. */
export const When = ({ at }: { readonly at: string }) => {
  const { i18n } = useTranslation();
  return (
    <Tooltip label={fullTime(at, i18n.language)} openDelay={300}>
      <time dateTime={at}>{relativeTime(at, i18n.language)}</time>
    </Tooltip>
  );
};
