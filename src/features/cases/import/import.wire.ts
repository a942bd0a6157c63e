import { type Static, type TSchema, Type } from 'typebox';
import { DomainError, invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { OptionalTimestamp, optionalTimestamp, Timestamp, timestamp } from '../../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../../platform/http/api/page.ts';
import { problemOf } from '../../../platform/http/api/problem.ts';
import { parseJson } from '../../../platform/http/json-text.ts';
import { type UploadRequest, uploadedFiles } from '../../../platform/http/upload.ts';
import type { GivenMapping } from './column-mapping.ts';
import { type Import, type ImportSummary, importFormats, importStates, type RefusedRow } from './import.ts';
import { importTargets } from './import-target.ts';
import { importWarnings } from './import-warnings.ts';
import { discardImportFile, receiveImportFile } from './receive-import-file.ts';

/** How a file is to be imported. */
export const importQuery = Type.Object(
  {
    spaceId: Id('The space that the cases are for.', 1),
    format: Type.Optional(
      Type.Enum([...importFormats], { description: 'What the file is; by the end of its name unless told.' }),
    ),
    columns: Type.Optional(
      Type.String({
        description: `What columns are, as a JSON object: {"Their column": "title"}; null leaves a column out. All others
are taken for what their names usually mean. Known are ${importTargets.join(', ')}.`,
        examples: ['{"Headline":"title","Notes":null}'],
      }),
    ),
  },
  { additionalProperties: false },
);

/** What the caller says columns are. Throws FIELDS_INVALID. */
export const readColumns = ({ columns }: Static<typeof importQuery>): GivenMapping => {
  if (columns === undefined) return {};
  const given = parsed(columns);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw unreadableColumns();
  const targets = Object.values(given);
  const unknown = targets.find((target) => target !== null && !importTargets.includes(target as never));
  if (unknown !== undefined) {
    throw invalidField('columns', `must name properties: ${importTargets.join(', ')}; not ${JSON.stringify(unknown)}`);
  }
  const named = targets.filter((target) => target !== null);
  const twice = named.find((target, index) => named.indexOf(target) !== index);
  if (twice !== undefined) throw invalidField('columns', `must name each property once: "${twice}" has two columns`);
  return given as GivenMapping;
};

const parsed = (json: string): unknown => {
  try {
    return parseJson(json);
  } catch {
    throw unreadableColumns();
  }
};

const unreadableColumns = () => invalidField('columns', 'must be a JSON object such as {"Their column":"title"}');

interface ImportUpload {
  readonly ctx: Context;
  readonly query: Static<typeof importQuery>;
  readonly request: UploadRequest;
}

/** Takes the file of a request in. Throws what `receiveImportFile` throws. */
export const receiveUpload = async ({ ctx, query, request }: ImportUpload) => {
  readColumns(query);
  const files = uploadedFiles(request, { maxBytes: ctx.platform.fileLimits.maxImportBytes });
  const file = await receiveImportFile(ctx, { spaceId: query.spaceId, files });
  const fingerprint = JSON.stringify([file.name, file.digest]);
  return { file, fingerprint, discard: () => discardImportFile(ctx, file) };
};

const optional = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const count = (description: string) => Type.Integer({ minimum: 0, description });

const Column = Type.Object({
  column: Type.String({ description: 'What it is called in the file.' }),
  property: optional(Type.Enum([...importTargets]), 'What it is taken for; null when it is left out.'),
  isKnown: Type.Boolean({ description: 'False for a column that nobody knows: see the suggestion.' }),
  suggestion: optional(Type.String(), 'The property that was probably meant; null when no name is near.'),
});

const summary = {
  id: Type.Integer({ description: 'The ID of the import.' }),
  state: Type.Enum([...importStates], {
    description: 'How far it has come; `failed` when the file could not be read to its end, or the key has ended.',
  }),
  isDryRun: Type.Boolean({ description: 'Whether rows are only checked and counted, and nothing is written.' }),
  spaceId: Type.Integer({ description: 'The space that the cases are for.' }),
  format: Type.Enum([...importFormats], { description: 'What the file is.' }),
  fileName: Type.String({ description: 'What the file is called.' }),
  byteSize: count('How large the file is.'),
  bytesRead: count('How much of it was read by now.'),
  rowCount: count('How many rows were read by now.'),
  created: count('How many rows became a case, or would.'),
  changed: count('How many changed a case, or would.'),
  unchanged: count('How many are so already.'),
  refused: count('How many were refused: read why at `/imports/{importId}/refusals`.'),
  problem: optional(
    Type.Object({ code: Type.String(), detail: Type.String() }),
    'Why it could not go on; null when it could.',
  ),
  creatorId: optional(Type.Integer(), 'Who began it; null for the operator of the machine.'),
  createdAt: Timestamp('When it was begun.'),
  finishedAt: OptionalTimestamp('When it ended; null before that.'),
};

/** An import in the new API. */
export const ApiImport = Type.Object(
  {
    ...summary,
    columns: Type.Array(Column, { description: 'The columns that came up by now.' }),
    warnings: Type.Array(Type.String(), {
      description: 'What to know before another run, such as that it would create the same cases again.',
    }),
  },
  { $id: 'Import', additionalProperties: false, description: 'A file with cases on its way into a space.' },
);

const ApiImportSummary = Type.Object(summary, {
  ...{ $id: 'ImportSummary', additionalProperties: false },
  description: 'A file with cases on its way into a space, without its columns.',
});

/** The import on the wire. */
export const presentImport = (found: Import): Static<typeof ApiImport> => ({
  ...presentSummary(found),
  columns: found.columns.map(({ column, target, isKnown, suggestion }) => ({
    ...{ column, property: target, isKnown, suggestion },
  })),
  warnings: importWarnings(found),
});

const presentSummary = (found: ImportSummary): Static<typeof ApiImportSummary> => ({
  ...{ id: found.id, state: found.state, isDryRun: found.isDryRun, spaceId: found.spaceId },
  ...{ format: found.request.format, fileName: found.fileName, byteSize: found.byteSize },
  ...{ bytesRead: found.bytesRead, rowCount: found.rowCount, created: found.created, changed: found.changed },
  ...{ unchanged: found.unchanged, refused: found.refused },
  problem: found.failure === null ? null : { code: found.failure.code, detail: found.failure.message },
  creatorId: found.userId,
  createdAt: timestamp(found.createdAt),
  finishedAt: optionalTimestamp(found.finishedAt),
});

/** A page of imports. */
export const ImportPage = pageOf(ApiImportSummary);
export const importPageQuery = Type.Object(pageQuery, { additionalProperties: false });

/** A page of imports on the wire, found with one more than it may have. */
export const presentImports = (found: readonly ImportSummary[], limit: number): Static<typeof ImportPage> => {
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: items.map(presentSummary), next };
};

const Refusal = Type.Object(
  {
    line: Type.Integer({ description: 'The line on which the row begins, from 1.' }),
    problem: Type.Object(
      {
        type: Type.String(),
        title: Type.String(),
        status: Type.Integer(),
        detail: Type.String(),
        code: Type.String(),
        errors: Type.Array(Type.Object({ field: Type.String(), problem: Type.String() })),
      },
      { additionalProperties: true, description: 'Why, with one entry for each wrong cell, by its column.' },
    ),
  },
  { $id: 'RefusedRow', additionalProperties: false, description: 'A row that was refused.' },
);

/** A page of refused rows. */
export const RefusalPage = pageOf(Refusal);

/** A page of refused rows on the wire, found with one more than it may have. */
export const presentRefusals = (found: readonly RefusedRow[], limit: number): Static<typeof RefusalPage> => {
  const { items, next } = cutPage(found, limit, ({ line }) => [line]);
  return {
    items: items.map(({ line, refusal }) => ({
      line,
      problem: { ...problemOf(new DomainError(refusal.code, refusal)), errors: [...refusal.fields] },
    })),
    next,
  };
};
