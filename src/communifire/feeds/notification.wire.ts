import { type Static, Type } from 'typebox';

/** What one is told, as clients of the old product read it, and why. Source: communifire-api.md section 3, feeds. */
export const WireNotification = Type.Object(
  {
    NotificationID: Type.Integer(),
    EntityType: Type.Integer(),
    EntityID: Type.Integer(),
    ParentEntityID: Type.Integer(),
    SpaceID: Type.Integer(),
    SpaceName: Type.String(),
    ActivityAction: Type.String(),
    ActionText: Type.String(),
    Subject: Type.String(),
    Summary: Type.String(),
    NewsFeedText: Type.String(),
    ReasonText: Type.String(),
    FromUser: Type.Integer(),
    FromUserInfoDisplayName: Type.String(),
    FromUserAvatarImageURL: Type.String(),
    DateCreated: Type.String(),
    DateCreatedString: Type.String(),
  },
  { $id: 'CommunifireNotification' },
);

export type WireNotification = Static<typeof WireNotification>;
