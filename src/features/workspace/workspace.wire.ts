import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { MAX_WORKSPACE_NAME_LENGTH, type Workspace } from './workspace.ts';

const name = Type.String({
  description: `What people call it: one line of plain text, at most ${MAX_WORKSPACE_NAME_LENGTH} characters.`,
});

/** The workspace in the new API. */
export const ApiWorkspace = Type.Object(
  {
    name,
    sendsMail: Type.Boolean({
      description:
        'Whether the server sends mail: then whoever has forgotten a password can ask for a link themselves.',
    }),
  },
  { $id: 'Workspace', additionalProperties: false, description: 'Everything that this installation has.' },
);

/** The body of a change: a merge patch (RFC 7396). */
export const WorkspacePatch = Type.Object(
  { name },
  { $id: 'WorkspacePatch', examples: [{ name: 'Northwind Support' }], additionalProperties: false },
);

export const presentWorkspace = ({ platform }: Context, { name: its }: Workspace): Static<typeof ApiWorkspace> => ({
  name: its,
  sendsMail: platform.mailer !== undefined,
});
