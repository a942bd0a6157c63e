import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { usableTag } from '../cases/normalize-changes.ts';
import { countRetagged, retagCases } from '../cases/retag-cases.ts';
import { requireManagedTags, tagNotFound } from './tag-access.ts';

interface TagChange {
  readonly spaceId: number;
  /** The tag that goes, in whatever spelling. */
  readonly tag: string;
  /** What cases get instead; undefined for nothing. */
  readonly name: string | undefined;
}

/** What the transaction that ends the work also does. */
export type Conclude = (tx: Context, changed: number) => Promise<void>;

/** Changes a tag in all cases of a space, and tells it in one event; answers how many cases it changed. */
export const changeTag = async (
  ctx: Context,
  wanted: TagChange,
  conclude: Conclude = async () => undefined,
): Promise<number> => {
  const change = await planTagChange(ctx, wanted);
  const { spaceId } = change;
  return retagCases(ctx, {
    ...change,
    require: (tx) => requireManagedTags(tx, spaceId),
    conclude: async (tx, changed) => {
      if (changed > 0) await tell(tx, change);
      await conclude(tx, changed);
    },
  });
};

const tell = (tx: Context, { spaceId, tag, instead }: Awaited<ReturnType<typeof planTagChange>>): Promise<void> =>
  appendEvent(
    tx,
    instead === undefined
      ? { type: 'tag.removed', spaceId, payload: { name: tag } }
      : { type: 'tag.renamed', spaceId, payload: { name: instead, oldName: tag } },
  );

/** Makes the checks of such a change and answers how many cases it would change. */
export const rehearseTagChange = async (ctx: Context, wanted: TagChange): Promise<number> =>
  countRetagged(ctx, await planTagChange(ctx, wanted));

const planTagChange = async (ctx: Context, wanted: TagChange) => {
  const { spaceId, name } = wanted;
  await requireManagedTags(ctx, spaceId);
  const tag = usableTag('tag', wanted.tag);
  const instead = name === undefined ? undefined : usableTag('name', name);
  if ((await countRetagged(ctx, { spaceId, tag, instead: undefined })) === 0) throw tagNotFound(tag);
  return { spaceId, tag, instead };
};
