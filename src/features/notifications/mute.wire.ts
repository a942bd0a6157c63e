import { type Static, Type } from 'typebox';

/** Whether a case is muted, in the new API. */
export const ApiMute = Type.Object(
  { muted: Type.Boolean({ description: 'Whether you have muted the case.' }) },
  { $id: 'CaseMute', additionalProperties: false },
);

export const presentMute = (muted: boolean): Static<typeof ApiMute> => ({ muted });
