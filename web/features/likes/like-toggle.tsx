import { Button } from '@mantine/core';
import { IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Likes } from '../../../src/client/index.ts';

interface LikeToggleProps {
  readonly likes: Likes;
  readonly onToggle: () => void;
}

/** How many like something, and whether whoever looks is one of them. */
export const LikeToggle = ({ likes: { count, liked }, onToggle }: LikeToggleProps) => {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color={liked ? undefined : 'gray'}
      aria-pressed={liked}
      aria-label={t('comment.like', { count })}
      leftSection={liked ? <IconThumbUpFilled size={14} aria-hidden /> : <IconThumbUp size={14} aria-hidden />}
      onClick={onToggle}
    >
      {count}
    </Button>
  );
};
