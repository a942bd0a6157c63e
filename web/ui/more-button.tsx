import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The rest of a list, as long as there is one. */
export const MoreButton = ({ list }: MoreButtonProps) => {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <Button
      size="xs"
      variant="default"
      style={{ alignSelf: 'center' }}
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {t('action.more')}
    </Button>
  );
};
