import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The tags of a case. */
export const TagBadges = ({ tags }: { readonly tags: readonly string[] }) => {
  const { t } = useTranslation();
  if (tags.length === 0) {
    return (
      <Text span inherit c="dimmed">
        {t('field.none')}
      </Text>
    );
  }
  return (
    <Group gap={4}>
      {tags.map((tag) => (
        <Badge key={tag} variant="default" tt="none" fw={500}>
          {tag}
        </Badge>
      ))}
    </Group>
  );
};
