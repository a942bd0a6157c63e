import { Group, Image, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorTo } from '../ui/links.tsx';

/** The name of the product, which leads home. */
export const Brand = () => {
  const { t } = useTranslation();
  return (
    <AnchorTo to="/" underline="never" c="inherit">
      <Group gap={8} wrap="nowrap">
        <Image src="/icon.svg" w={22} h={22} alt="" />
        <Text fw={650}>{t('frame.name')}</Text>
      </Group>
    </AnchorTo>
  );
};
