import { type Static, Type } from 'typebox';
import { avatarUrlOf } from '../../kernel/person.ts';
import { AvatarUrl } from '../../platform/http/api/avatar-url.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { wholeList } from '../../platform/http/api/page.ts';
import type { Viewer } from './viewer.ts';

/** Somebody who is looking at a case, in the new API. */
const ApiViewer = Type.Object(
  { id: Id('The ID of the user.'), displayName: Type.String(), avatarUrl: AvatarUrl },
  { $id: 'Viewer', additionalProperties: false, description: 'Somebody who is looking at a case.' },
);

/** All who are looking at a case. */
export const ViewerList = wholeList(ApiViewer);

/** The name of a page, which its client has chosen. */
export const PageId = Type.String({
  pattern: '^[A-Za-z0-9-]{8,64}$',
  description: 'Any name for the page that shows the case, best a UUID: its own for each window.',
  examples: ['0b7f4c3e-5d0c-4f6e-9a55-3f1f6c1d2a77'],
});

/** Viewers on the wire. */
export const presentViewers = (viewers: readonly Viewer[]): Static<typeof ViewerList> => ({
  items: viewers.map(({ userId: id, displayName, avatarAt }) => ({
    id,
    displayName,
    avatarUrl: avatarUrlOf({ id, avatarAt }),
  })),
  next: null,
});
