import { type Static, Type } from 'typebox';

/** An entry of the wall as clients of the old product read it. Source: communifire-api.md section 3, feeds. */
export const WireActivity = Type.Object(
  {
    ActivityID: Type.Integer(),
    ActivityEntityType: Type.Integer(),
    ActivityEntityTypeID: Type.Integer(),
    ActivityEntityID: Type.Integer(),
    UserID: Type.Integer(),
    UserDisplayName: Type.String(),
    UserAvatarFullUrl: Type.String(),
    ActionText: Type.String(),
    ActivityText: Type.String(),
    SpaceID: Type.Integer(),
    SpaceName: Type.String(),
    Subject: Type.String(),
    Summary: Type.String(),
    DateTimeSpan: Type.String(),
    EntityCommentCount: Type.Integer(),
    DateCreated: Type.String(),
    DateCreatedWithRespectToUser: Type.String(),
  },
  { $id: 'CommunifireActivity' },
);

export type WireActivity = Static<typeof WireActivity>;
