import type { Space, SpaceVisibility } from '../../features/spaces/space.ts';
import type { WireSpace } from './space.wire.ts';
import { TOP_LEVEL_SPACE_ID } from './space-id.ts';

/** Source: communifire-api.md section 3, spaces and permissions. */
const visibilityNumbers: Readonly<Record<SpaceVisibility, number>> = { private: 0, public: 1, isolated: 3 };

const IN_USE = 1;
const ARCHIVED = 2;

/** The space; pictures, which spaces of this product do not have, are "". */
export const presentSpace = ({ id, name, visibility, archived }: Space): WireSpace => ({
  SpaceID: id,
  SpaceName: name,
  SpaceDescription: '',
  SpaceVisibility: visibilityNumbers[visibility],
  SpaceStatus: archived ? ARCHIVED : IN_USE,
  SpaceURL: '',
  SpaceIconFileName: '',
  SpaceIconURL: '',
  SpaceImageURL: '',
  ParentSpaceID: TOP_LEVEL_SPACE_ID,
});
