import { type PathId, readPathId } from '../path-id.ts';

/** The ID under which clients know the community itself, outside of all spaces. */
export const TOP_LEVEL_SPACE_ID = 0;

const spaceIdInPath: PathId = { name: 'spaceid', noun: 'space', missing: 'SPACE_NOT_FOUND' };

/** Reads the ID of a space in the path, 0 included. Throws FIELDS_INVALID, SPACE_NOT_FOUND. */
export const readSpaceId = (params: unknown): number =>
  /^0+$/u.test((params as Readonly<Record<string, string | undefined>>)['spaceid'] ?? '')
    ? TOP_LEVEL_SPACE_ID
    : readPathId(params, spaceIdInPath);
