import { Command, InvalidArgumentError } from 'commander';
import { createKey } from '../../features/keys/create-key.ts';
import type { ApiKey } from '../../features/keys/key.ts';
import { listKeys } from '../../features/keys/list-keys.ts';
import { revokeKey } from '../../features/keys/revoke-key.ts';
import { getUserByName, listUsers } from '../../features/users/find-user.ts';
import { asOperator } from './operator-context.ts';
import { table } from './table.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** `casekeep key …` */
export const keyCommand = (): Command =>
  new Command('key')
    .description('Issue and revoke API keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(revoke());

const create = (): Command =>
  new Command('create')
    .description('Issue an API key for a user; it is printed once.')
    .argument('<username>')
    .option('--name <name>', 'what the key is for', 'Command line')
    .option('--days <days>', 'how many days it works; without it, until it is revoked', wholeNumber)
    .action((username: string, { name, days }: { name: string; days?: number }) =>
      asOperator(async (ctx) => {
        const user = await getUserByName(ctx, username);
        const expiresAt = days === undefined ? null : ctx.now + days * DAY_MS;
        console.log(await createKey(ctx, { user, name, expiresAt }));
      }),
    );

const list = (): Command =>
  new Command('list').description('List all API keys; the keys themselves cannot be shown again.').action(() =>
    asOperator(async (ctx) => {
      const names = new Map((await listUsers(ctx)).map(({ id, username }) => [id, username]));
      const rows = (await listKeys(ctx)).map((key) => [
        String(key.id),
        names.get(key.userId) ?? '',
        key.name,
        new Date(key.createdAt).toISOString(),
        stateOf(key, ctx.now),
      ]);
      console.log(table(['ID', 'USER NAME', 'FOR', 'CREATED', 'STATE'], rows));
    }),
  );

const revoke = (): Command =>
  new Command('revoke')
    .description('End an API key for good; the next request with it is refused.')
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

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
};
