import { addMember } from '../../src/features/spaces/add-member.ts';
import { getUserByName } from '../../src/features/users/find-user.ts';
import type { KeyScope } from '../../src/kernel/actor.ts';
import type { SpaceRole } from '../../src/kernel/permissions.ts';
import { Context } from '../../src/platform/context.ts';
import { traces } from './cases.ts';
import type { TestApp } from './test-app.ts';

interface Membership {
  readonly spaceId: number;
  readonly role: SpaceRole;
}

/** Somebody of the example data at work, as a member of a space or as they are. */
export const actingAs = async (
  { operator, platform }: TestApp,
  username: string,
  membership?: Membership,
  scope?: KeyScope,
): Promise<Context> => {
  const { id: userId } = await getUserByName(operator, username);
  if (membership !== undefined) await addMember(operator, { ...membership, userId });
  return new Context(platform, { userId, keyId: null, door: 'communifire', ...(scope === undefined ? {} : { scope }) });
};

/** What every change of configuration or cases leaves behind: equal before and after means that nothing was written. */
export const configurationTraces = async (testApp: TestApp): Promise<unknown> => {
  const tables = ['spaces', 'space_members', 'projects', 'sections', 'milestones', 'statuses', 'priorities'];
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await testApp.rows(`select * from ${table} order by 1, 2`));
  return [await traces(testApp), rows];
};
