import { Command, Option } from 'commander';
import { createKey } from '../../features/keys/create-key.ts';
import type { ApiKey } from '../../features/keys/key.ts';
import { listKeys } from '../../features/keys/list-keys.ts';
import { renameKey } from '../../features/keys/rename-key.ts';
import { revokeKey } from '../../features/keys/revoke-key.ts';
import { listSpaces } from '../../features/spaces/list-spaces.ts';
import { getUserByName, listUsers } from '../../features/users/find-user.ts';
import { type Right, rights } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { spaceCalled } from './address.ts';
import { repeated, wholeNumber } from './arguments.ts';
import { asOperator } from './operator-context.ts';
import { table } from './table.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** `casekeep key …` */
export const keyCommand = (): Command =>
  new Command('key')
    .description('Issue and revoke API keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(rename())
    .addCommand(revoke());

const create = (): Command =>
  new Command('create')
    .description('Issue an API key for a user; it is printed once.')
    .argument('<username>')
    .option('--name <name>', 'what the key is for', 'Command line')
    .option('--days <days>', 'how many days it works; without it, until it is revoked', wholeNumber)
    .option('--space <space>', 'ID or name of a space it works in; can be repeated; without it, in all', repeated)
    .addOption(
      new Option('--right <right>', `a right it has, if its user has it; can be repeated: ${rights.join(', ')}`)
        .argParser(repeated)
        .conflicts('readOnly'),
    )
    .option('--read-only', 'it can only read')
    .action((username: string, { name, days, space, right, readOnly }: CreateOptions) =>
      asOperator(async (ctx) => {
        const user = await getUserByName(ctx, username);
        const expiresAt = days === undefined ? null : ctx.now + days * DAY_MS;
        const spaceIds = space === undefined ? null : await idsOf(ctx, space);
        const chosenRights = readOnly === true ? [] : (right ?? null);
        console.log(await createKey(ctx, { user, name, expiresAt, spaceIds, rights: chosenRights }));
      }),
    );

interface CreateOptions {
  readonly name: string;
  readonly days?: number;
  readonly space?: readonly string[];
  readonly right?: readonly Right[];
  readonly readOnly?: boolean;
}

const idsOf = async (ctx: Context, spaces: readonly string[]): Promise<number[]> => {
  const ids: number[] = [];
  for (const each of spaces) ids.push((await spaceCalled(ctx, each)).id);
  return ids;
};

const list = (): Command =>
  new Command('list').description('List all API keys; the keys themselves cannot be shown again.').action(() =>
    asOperator(async (ctx) => {
      const names = new Map((await listUsers(ctx)).map(({ id, username }) => [id, username]));
      const spaceNames = new Map((await listSpaces(ctx)).map(({ id, name }) => [id, name]));
      const rows = (await listKeys(ctx)).map((key) => [
        String(key.id),
        names.get(key.userId) ?? '',
        key.name,
        new Date(key.createdAt).toISOString(),
        stateOf(key, ctx.now),
        narrowingOf(key, spaceNames),
      ]);
      console.log(table(['ID', 'USER NAME', 'FOR', 'CREATED', 'STATE', 'NARROWED TO'], rows));
    }),
  );

const rename = (): Command =>
  new Command('rename')
    .description('Say anew what an API key is for.')
    .argument('<id>', 'the ID that `key list` shows', wholeNumber)
    .argument('<name>', 'what the key is for')
    .action((keyId: number, name: string) =>
      asOperator(async (ctx) => {
        await renameKey(ctx, { keyId, name });
        console.log(`API key ${keyId} is for: ${name}`);
      }),
    );

const revoke = (): Command =>
  new Command('revoke')
    .description('End an API key for good, with the keys made with it; the next request with it is refused.')
    .argument('<id>', 'the ID that `key list` shows', wholeNumber)
    .action((keyId: number) =>
      asOperator(async (ctx) => {
        await revokeKey(ctx, { keyId });
        console.log(`API key ${keyId} is revoked.`);
      }),
    );

const stateOf = ({ revokedAt, expiresAt }: ApiKey, now: number): string => {
  if (revokedAt !== null) return `revoked ${new Date(revokedAt).toISOString()}`;
  if (expiresAt === null) return 'works';
  return `${expiresAt > now ? 'works until' : 'expired'} ${new Date(expiresAt).toISOString()}`;
};

/** What a key is narrowed to, in words; "" when it may do all that its user may do. */
const narrowingOf = ({ spaceIds, rights: kept }: ApiKey, spaceNames: ReadonlyMap<number, string>): string => {
  const spaces = spaceIds === null ? [] : [`in ${spaceIds.map((id) => `"${spaceNames.get(id) ?? id}"`).join(', ')}`];
  const narrowedRights = kept === null ? [] : [kept.length === 0 ? 'reading' : kept.join(', ')];
  return [...narrowedRights, ...spaces].join(' ');
};
