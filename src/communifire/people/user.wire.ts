import { type Static, Type } from 'typebox';

/** A user as clients of the old product read it. Source: communifire-api.md section 3, session and people. */
export const WireUser = Type.Object(
  {
    UserID: Type.Integer(),
    UserName: Type.String(),
    UserInfoDisplayName: Type.String(),
    FirstName: Type.String(),
    LastName: Type.String(),
    /** "" where it is nobody else's business. */
    Email: Type.String(),
    AvatarImageURL: Type.String(),
    RankName: Type.String(),
  },
  { $id: 'CommunifireUser' },
);

export type WireUser = Static<typeof WireUser>;

/** What clients read of a user whom a case can be given to. */
export const WireCandidate = Type.Object(
  {
    UserID: Type.Integer(),
    UserInfoDisplayName: Type.String(),
    AvatarImageURL: Type.String(),
    FirstName: Type.String(),
    LastName: Type.String(),
  },
  { $id: 'CommunifireCandidate' },
);

export type WireCandidate = Static<typeof WireCandidate>;
