import { type Static, Type } from 'typebox';

/** A found case as clients of the old product read it. Source: communifire-api.md section 3, search. */
export const WireFinding = Type.Object(
  {
    EntityType: Type.Integer(),
    ContentID: Type.Integer(),
    ContentTitle: Type.String(),
    ContentSummary: Type.String(),
    SpaceID: Type.Integer(),
    SpaceName: Type.String(),
    UserID: Type.Integer(),
    AuthorDisplayName: Type.String(),
    AuthorAvatarImageURL: Type.String(),
    DateCreated: Type.String(),
    DateCreatedString: Type.String(),
    DateUpdated: Type.String(),
    TagsCSV: Type.String(),
  },
  { $id: 'CommunifireFinding' },
);

export type WireFinding = Static<typeof WireFinding>;
