import { exampleData } from './example-data/example-data.ts';

/** The password of everybody in the sandbox, and its hash: hashing eight times would make every reset slow. */
export const SANDBOX_PASSWORD = 'casekeep sandbox';
export const SANDBOX_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$JMHgXwdw9dQuz9fiYgsdcg$eh2slF8BDGAg+t3vpttcVJlGC43fQKHWcoGzUql/Jgs';

interface SandboxKey {
  readonly username: string;
  /** The role in the first space, which is public. */
  readonly role: string;
  readonly key: string;
}

/** A key for each role in the first space, made like the administrator's: the UUID ends with the user's ID. */
export const sandboxKeys: readonly SandboxKey[] = (exampleData.spaces[0]?.members ?? []).slice(0, 4).map((member) => {
  const username = exampleData.people.find(({ id }) => id === member.userId)?.username ?? '';
  const uuid = `00000000-0000-4000-8000-${String(member.userId).padStart(12, '0')}`;
  return { username, role: member.role, key: Buffer.from(`${username}:${uuid}`).toString('base64') };
});
