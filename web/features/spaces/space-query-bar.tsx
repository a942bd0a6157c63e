import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { QueryBar } from '../cases/list/query-bar.tsx';
import { useWrittenQuery } from '../cases/list/use-written-query.ts';
import { queryCheck } from '../cases/query/query-check.queries.ts';

interface SpaceQueryBarProps {
  readonly spaceId: number;
  /** What was asked for last. */
  readonly query: string;
  /** Hears what is asked for; undefined for all cases of the space. */
  readonly onAsk: (query: string | undefined) => unknown;
}

/** What narrows a page of a space to some of its cases. Whether the query can be read, `queryCheck` knows as well. */
export const SpaceQueryBar = ({ spaceId, query, onAsk }: SpaceQueryBarProps) => {
  const check = useQuery(queryCheck(query));
  const field = useRef<HTMLInputElement>(null);
  const written = useWrittenQuery(query, (asked) => onAsk(asked === '' ? undefined : asked));
  return (
    <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
      <QueryBar
        fieldRef={field}
        written={written}
        spaceId={spaceId}
        error={check.error}
        hints={check.data?.queryHints ?? []}
        onRetry={() => void check.refetch()}
      />
    </div>
  );
};
