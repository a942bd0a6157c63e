import type { BegunBulkChange } from '../../../../../src/client/index.ts';

type OfSomebody = Pick<BegunBulkChange, 'id' | 'creatorId'>;

const keyOf = (userId: number | null): string => `casekeep-bulk-of-${userId}`;

/** The IDs of the jobs that this user has begun in this tab and still is told of, also when the page is loaded anew. */
export const openBulkChanges = (userId: number): readonly number[] => read(userId);

/** Remembers a job for as long as the tab is there. */
export const keepBulkChange = ({ id, creatorId }: OfSomebody): void =>
  write(creatorId, [...read(creatorId).filter((each) => each !== id), id]);

/** Forgets a job that its user does not want to be told of any more. */
export const forgetBulkChange = ({ id, creatorId }: OfSomebody): void =>
  write(
    creatorId,
    read(creatorId).filter((each) => each !== id),
  );

const read = (userId: number | null): number[] => JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? '[]');

const write = (userId: number | null, ids: readonly number[]): void => {
  if (ids.length === 0) sessionStorage.removeItem(keyOf(userId));
  else sessionStorage.setItem(keyOf(userId), JSON.stringify(ids));
};
