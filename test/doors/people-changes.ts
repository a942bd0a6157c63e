import { createKey } from '../../src/features/keys/create-key.ts';
import { createUser } from '../../src/features/users/create-user.ts';
import { deactivateUser } from '../../src/features/users/deactivate-user.ts';
import { getUserByName, listUsers } from '../../src/features/users/find-user.ts';
import { setRole } from '../../src/features/users/set-role.ts';
import type { Context } from '../../src/platform/context.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Change, change } from './change.ts';
import type { Abilities } from './door.ts';

interface Person {
  readonly userId: number;
  readonly username: string;
  readonly keyId: number;
}

let people = 0;
/** User names have to be new, and no longer than another. */
const newUsername = (): string => {
  people += 1;
  return `person.no.${1_000 + people}`;
};

/** A user with a key. */
const preparePerson = async ({ operator, rows }: TestApp): Promise<Person> => {
  const username = newUsername();
  const userId = await createUser(operator, { username, displayName: 'A person' });
  await createKey(operator, { user: await getUserByName(operator, username), name: 'Script' });
  const [key] = await rows(`select max(id) as id from api_keys where user_id = ${userId}`);
  return { userId, username, keyId: Number(key?.['id']) };
};

const ofPerson = <Ability extends keyof Abilities>(
  name: string,
  ability: Ability,
  make: (ability: Abilities[Ability], person: Person) => Promise<void>,
): Change => change(name, { ability, prepare: preparePerson, make });

/** Ends the administrators that were made here before. */
const leaveOnlyAdmin = async (operator: Context): Promise<void> => {
  for (const { username, role } of await listUsers(operator)) {
    if (role === 'administrator' && username !== 'admin') await setRole(operator, { username, role: 'member' });
  }
};

/** Changes of people and of their keys. */
export const peopleChanges: readonly Change[] = [
  change('creates a user with a link to set the password', {
    ...{ ability: 'createUser', prepare: async () => newUsername() },
    make: (create, username) => create({ username, email: 'somebody@example.org' }),
  }),
  ofPerson('changes the names and the address of a user', 'changeProfile', (set, person) =>
    set(person, { displayName: 'Somebody', email: 'else@example.org' }),
  ),
  change('gives a user an e-mail address that is none', {
    ...{ ability: 'changeProfile', leavesNothing: true, prepare: preparePerson },
    make: (set, person) => set(person, { displayName: 'Somebody', email: 'nowhere' }),
  }),
  ofPerson('makes a user an administrator', 'setRole', (set, person) => set(person, 'administrator')),
  change('makes the last administrator a member', {
    ...{ ability: 'setRole', leavesNothing: true },
    prepare: async ({ operator }) => {
      const { id } = await getUserByName(operator, 'admin');
      await leaveOnlyAdmin(operator);
      return { userId: id, username: 'admin' };
    },
    make: (set, person) => set(person, 'member'),
  }),
  ofPerson('ends the access of a user', 'deactivateUser', (deactivate, person) => deactivate(person)),
  change('gives a user access again', {
    ability: 'activateUser',
    prepare: async (testApp) => {
      const person = await preparePerson(testApp);
      await deactivateUser(testApp.operator, person);
      return person;
    },
    make: (activate, person) => activate(person),
  }),
  ofPerson('issues a narrowed key', 'issueKey', (issue, person) => issue(person, 'Importer')),
  ofPerson('says anew what a key is for', 'renameKey', (rename, { keyId }) => rename(keyId, 'Exporter')),
  ofPerson('ends a key', 'revokeKey', (revoke, { keyId }) => revoke(keyId)),
];
