import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What stands in the place of something that is on its way. */
export const Loading = () => {
  const { t } = useTranslation();
  return (
    <Center p="xl" role="status" aria-busy aria-label={t('frame.loading')}>
      <Loader size="sm" aria-hidden />
    </Center>
  );
};
