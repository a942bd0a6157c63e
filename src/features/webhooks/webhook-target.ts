import { isIP } from 'node:net';
import type { FieldProblem } from '../../kernel/errors.ts';
import { refuseInvalidFields } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { hostOf } from '../../platform/outgoing/post.ts';
import { isPrivateAddress } from '../../platform/outgoing/private-address.ts';
import { typeProblem } from '../events/event-types.ts';

/** What an operator can do about it. */
const ALLOWED_BY = ', unless the operator of this server allows it with CASEKEEP_WEBHOOKS_ALLOW_PRIVATE=true';

/** The longest URL, in characters. */
const MAX_URL_LENGTH = 2_000;

/** Source: RFC 6761 section 6.3. */
const LOCAL_NAME = /^(?:.*\.)?localhost\.?$/u;

/** Throws FIELDS_INVALID unless something can be sent to the URL; to where its name leads is found out when it is sent. */
export const requireTarget = (ctx: Context, url: string): void => refuseInvalidFields(problemsOf(ctx, url));

const problemsOf = ({ platform }: Context, url: string): FieldProblem[] => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol) || url.length > MAX_URL_LENGTH) {
    return [
      { field: 'url', problem: `must be a URL of at most ${MAX_URL_LENGTH} characters with https:// or http://` },
    ];
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return [{ field: 'url', problem: 'must not have a user name or password in it: deliveries are signed' }];
  }
  const host = hostOf(url);
  const isPrivate = LOCAL_NAME.test(host) || (isIP(host) !== 0 && isPrivateAddress(host));
  if (platform.allowPrivateWebhooks || !isPrivate) return [];
  return [{ field: 'url', problem: `must not lead to this machine or the network around it${ALLOWED_BY}` }];
};

/** Throws FIELDS_INVALID unless all of these are types of events, `case.*` for all of a noun, or `*` for all. */
export const requireKnownTypes = (types: readonly string[]): void =>
  refuseInvalidFields(
    types.flatMap((type, index) => {
      const problem = type === '*' ? undefined : typeProblem(type);
      return problem === undefined ? [] : [{ field: `types.${index}`, problem }];
    }),
  );
