import { Button, Stack, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery } from '../../attachments/attachments.queries.ts';
import { CommentCard } from '../../comments/comment-card.tsx';
import { CommentComposer } from '../../comments/comment-composer.tsx';
import styles from '../../comments/comments.module.css';
import { commentsQuery } from '../../comments/comments.queries.ts';
import type { FullCase } from '../cases.queries.ts';
import type { Right } from '../change/rights-on-case.ts';
import { ChangeItem } from './change-item.tsx';
import { FilesItem } from './files-item.tsx';
import { caseHistoryQuery } from './history.queries.ts';
import { type Thread, timelineOf } from './timeline-of.ts';

const CaseAtDialog = lazy(async () => ({ default: (await import('./case-at-dialog.tsx')).CaseAtDialog }));

interface TimelineProps {
  readonly case: FullCase;
  readonly rights: ReadonlySet<Right>;
}

/** What was said about a case, what was changed of it and which files came, in one order of time; and where one says more. */
export const Timeline = ({ case: { id: caseId, spaceId }, rights }: TimelineProps) => {
  const { t } = useTranslation();
  const { data: comments = [] } = useQuery(commentsQuery(caseId));
  const { data: attachments = [] } = useQuery(attachmentsQuery(caseId));
  const history = useInfiniteQuery(caseHistoryQuery(caseId));
  const [revision, setRevision] = useState<number>();
  const changes = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const files = attachments.filter(({ commentId }) => commentId === null);
  return (
    <Stack component="section" gap="sm" aria-label={t('history.title')}>
      <Title order={2} size="h5">
        {t('history.title')}
      </Title>
      {history.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.earlier')}
        </Button>
      )}
      {timelineOf({ comments, changes, files }).map((item) =>
        'thread' in item ? (
          <ThreadItem key={item.key} thread={item.thread} spaceId={spaceId} />
        ) : 'files' in item ? (
          <FilesItem key={item.key} files={item.files} />
        ) : (
          <ChangeItem key={item.key} change={item.change} mayUndo={rights.has('Update')} onLookBack={setRevision} />
        ),
      )}
      {rights.has('CreateComment') && (
        <CommentComposer
          key={caseId}
          caseId={caseId}
          spaceId={spaceId}
          mayBeInternal={rights.has('InternalComments')}
        />
      )}
      {revision !== undefined && (
        <Suspense>
          <CaseAtDialog caseId={caseId} moment={{ revision }} onClose={() => setRevision(undefined)} />
        </Suspense>
      )}
    </Stack>
  );
};

interface ThreadItemProps {
  readonly thread: Thread;
  readonly spaceId: number;
}

const ThreadItem = ({ thread: { comment, answers }, spaceId }: ThreadItemProps) => (
  <Stack gap="xs">
    <CommentCard comment={comment} spaceId={spaceId} />
    {answers.length > 0 && (
      <Stack gap="xs" className={styles.answers}>
        {answers.map((answer) => (
          <CommentCard key={answer.id} comment={answer} spaceId={spaceId} />
        ))}
      </Stack>
    )}
  </Stack>
);
