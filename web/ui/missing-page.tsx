import { Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorTo } from './links.tsx';

/** The page for an address that there is not. */
export const MissingPage = () => {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          {t('failure.page')}
        </Title>
        <Text c="dimmed">{t('failure.missing')}</Text>
        <AnchorTo to="/">{t('failure.home')}</AnchorTo>
      </Stack>
    </Center>
  );
};
