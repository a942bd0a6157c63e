import { createCase } from '../features/cases/create-case.ts';
import { createProject } from '../features/choices/create-project.ts';
import { createKey } from '../features/keys/create-key.ts';
import { createSpace } from '../features/spaces/create-space.ts';
import { listSpaces } from '../features/spaces/list-spaces.ts';
import { createUser } from '../features/users/create-user.ts';
import { getUserByName, listUsers } from '../features/users/find-user.ts';
import { issuePasswordLink } from '../features/users/issue-password-link.ts';
import { operator } from '../kernel/actor.ts';
import { Context, type Platform } from '../platform/context.ts';
import { waitForTurn } from '../platform/database/exclusive.ts';

/** The case of the vendor's own example, so that it works as printed from the first minute on. */
const WELCOME_CASE_ID = 2304;

/** What is shown once, on the first start. */
export interface FirstStart {
  readonly passwordToken: string;
  readonly key: string;
}

/**
 * Fills a database that has no space yet: the user `admin`, a space with a project, and a first case. Undefined when
 * that was done before. Users whom the operator added already stay.
 */
export const firstStart = (platform: Platform): Promise<FirstStart | undefined> =>
  new Context(platform, operator('setup')).inTransaction(async (tx) => {
    await waitForTurn(tx.db, 'first start');
    if ((await listSpaces(tx)).length > 0) return undefined;
    const userId = await administrator(tx);
    const spaceId = await createSpace(tx, { name: 'General', visibility: 'private' });
    const projectId = await createProject(tx, { spaceId, title: 'General' });
    await createCase(tx, {
      id: WELCOME_CASE_ID,
      properties: {
        title: 'Try the API on this case',
        description: '<p>Send the example of the README to this case, then read it again.</p>',
        spaceId,
        projectId,
        reporterId: userId,
      },
    });
    return {
      passwordToken: await issuePasswordLink(tx, { userId }),
      key: await createKey(tx, { user: await getUserByName(tx, 'admin'), name: 'First start' }),
    };
  });

const administrator = async (tx: Context): Promise<number> => {
  const known = (await listUsers(tx)).find(({ username }) => username.toLowerCase() === 'admin');
  const admin = { username: 'admin', displayName: 'Administrator', role: 'administrator' } as const;
  return known?.id ?? (await createUser(tx, admin));
};
