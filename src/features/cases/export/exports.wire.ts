import { type Static, type TSchema, Type } from 'typebox';
import { Id } from '../../../platform/http/api/ids.ts';
import { OptionalTimestamp, optionalTimestamp, Timestamp, timestamp } from '../../../platform/http/api/instants.ts';
import type { SentFile } from '../../../platform/http/file-headers.ts';
import { contentTypes, EXPORT_RETENTION_MS, type Export, exportFormats, exportStates } from './export.ts';
import { fileOf } from './read-export.ts';

/** The body of an export. */
export const NewExport = Type.Object(
  {
    format: Type.Optional(Type.Enum([...exportFormats], { default: 'csv', description: 'What the file is.' })),
    query: Type.Optional(
      Type.String({ description: 'Which cases, as in the list of cases; all that you see unless told.' }),
    ),
    spaceId: Type.Optional(Id('Only the cases of this space.')),
  },
  {
    $id: 'NewExport',
    examples: [{ format: 'xlsx', query: 'is:open sort:-updated', spaceId: 1 }],
    additionalProperties: false,
  },
);

/** What a body asks for. */
export const readExportBody = ({ format = 'csv', query = '', spaceId }: Static<typeof NewExport>) => ({
  ...{ format, query },
  ...(spaceId === undefined ? {} : { spaceId }),
});

const optional = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

/** An export in the new API. */
export const ApiExport = Type.Object(
  {
    id: Type.Integer({ description: 'The ID of the export.' }),
    state: Type.Enum([...exportStates], { description: 'How far it has come.' }),
    format: Type.Enum([...exportFormats], { description: 'What the file is.' }),
    query: Type.String({ description: 'Which cases.' }),
    spaceId: optional(Type.Integer(), 'The only space; null for all.'),
    caseCount: Type.Integer({ minimum: 0, description: 'How many cases are in the file by now.' }),
    byteSize: optional(Type.Integer({ minimum: 0 }), 'How large the file is; null before it is whole.'),
    url: optional(Type.String(), 'Where the file is; null before it is whole.'),
    problem: optional(Type.Object({ code: Type.String(), detail: Type.String() }), 'Why it failed; null otherwise.'),
    createdAt: Timestamp('When it was begun.'),
    finishedAt: OptionalTimestamp('When it ended; null before that.'),
    expiresAt: Timestamp('When it is forgotten, with its file.'),
  },
  { $id: 'Export', additionalProperties: false, description: 'A file with cases.' },
);

/** The export on the wire. */
export const presentExport = (found: Export): Static<typeof ApiExport> => ({
  ...{ id: found.id, state: found.state, format: found.request.format, query: found.request.query },
  ...{ spaceId: found.request.spaceId ?? null, caseCount: found.caseCount, byteSize: found.byteSize },
  url: found.storageKey === null ? null : `/api/v1/exports/${found.id}/file`,
  problem: found.failure === null ? null : { code: found.failure.code, detail: found.failure.message },
  createdAt: timestamp(found.createdAt),
  finishedAt: optionalTimestamp(found.finishedAt),
  expiresAt: timestamp(found.createdAt + EXPORT_RETENTION_MS),
});

/** The file of an export as it is sent. Throws EXPORT_NOT_READY. */
export const sentExport = (found: Export): SentFile => {
  const { key, byteSize } = fileOf(found);
  const name = `cases-${timestamp(found.createdAt).slice(0, 10)}.${found.request.format}`;
  const file = { name, contentType: contentTypes[found.request.format], byteSize, createdAt: found.createdAt };
  return { ...file, etag: `"${key}"`, isPicture: false, isLinked: false };
};
