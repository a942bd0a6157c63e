/** Somebody as they are shown beside what is theirs. */
export interface Person {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
}

interface Pictured {
  readonly id: number;
  /** When their picture was chosen, in milliseconds since 1970-01-01T00:00:00Z; null for none. */
  readonly avatarAt: number | null;
}

/** Where the picture of a user is, on this server; null for none. It changes with the picture. */
export const avatarUrlOf = ({ id, avatarAt }: Pictured): string | null =>
  avatarAt === null ? null : `/api/v1/users/${id}/avatar?v=${avatarAt}`;

/** The user as far as everybody may know who sees what is theirs. */
export const personOf = (user: Pictured & Omit<Person, 'avatarUrl'>): Person => ({
  id: user.id,
  username: user.username,
  displayName: user.displayName,
  avatarUrl: avatarUrlOf(user),
});
