import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Things } from '../../ui/things.tsx';
import { KeyRow } from './key-row.tsx';
import { KeyStateControl } from './key-state-control.tsx';
import { type KeyState, keysQuery } from './keys.queries.ts';

/** Keys with what can be done with them: somebody's, or one's own. */
export const KeyList = ({ userId }: { readonly userId?: number }) => {
  const { t } = useTranslation();
  const [state, setState] = useState<KeyState>('active');
  const list = useInfiniteQuery(keysQuery(userId, state));
  const keys = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xs" align="stretch">
      <KeyStateControl value={state} onChange={setState} />
      {list.isPending && <Loading />}
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && keys.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('key.none')}
        </Text>
      )}
      {keys.length > 0 && (
        <Things label={t('key.title')}>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </Things>
      )}
      {list.hasNextPage && (
        <Button size="xs" variant="default" onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </Stack>
  );
};
