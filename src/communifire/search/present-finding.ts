import type { Case } from '../../features/cases/case.ts';
import { textOfHtml } from '../../features/cases/rich-text.ts';
import { excerptOf } from '../../features/search/excerpt.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { ago, isoUtc } from '../dates.ts';
import { entityNumbers } from '../entity-types.ts';
import type { WireFinding } from './finding.wire.ts';

/** A found case, with what its description says around the first of the words. */
export const presentFinding = async (
  ctx: Context,
  { found, words }: { readonly found: Case; readonly words: readonly string[] },
): Promise<WireFinding> => {
  const { space } = await getConfiguration(ctx, found.spaceId);
  const reporter = await findUser(ctx, found.reporterId);
  return {
    EntityType: entityNumbers.case,
    ContentID: found.id,
    ContentTitle: found.title,
    ContentSummary: escaped(excerptOf(textOfHtml(found.description), words)),
    SpaceID: found.spaceId,
    SpaceName: space.name,
    UserID: found.reporterId,
    AuthorDisplayName: reporter?.displayName ?? '',
    AuthorAvatarImageURL: '',
    DateCreated: isoUtc(found.createdAt),
    DateCreatedString: ago(found.createdAt, ctx.now),
    DateUpdated: isoUtc(found.updatedAt),
    TagsCSV: found.tags.join(','),
  };
};

/** Clients may show a summary as HTML. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
