import { type Static, Type } from 'typebox';

/** A space as clients of the old product read it. Source: communifire-api.md section 3, spaces and permissions. */
export const WireSpace = Type.Object(
  {
    SpaceID: Type.Integer(),
    SpaceName: Type.String(),
    SpaceDescription: Type.String(),
    /** 0 private, 1 public, 3 isolated. */
    SpaceVisibility: Type.Integer(),
    /** 1 in use, 2 archived. */
    SpaceStatus: Type.Integer(),
    SpaceURL: Type.String(),
    SpaceIconFileName: Type.String(),
    SpaceIconURL: Type.String(),
    SpaceImageURL: Type.String(),
    ParentSpaceID: Type.Integer(),
  },
  { $id: 'CommunifireSpace' },
);

export type WireSpace = Static<typeof WireSpace>;
