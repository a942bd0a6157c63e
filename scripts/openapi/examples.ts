import { Compile } from 'typebox/compile';
import { isObject, type JsonObject } from './json.ts';

/**
 * What properties and parameters look like in the sandbox whose names mean the same everywhere, each used where the schema
 * allows it and has no example of its own.
 */
const usual: Readonly<Record<string, readonly unknown[]>> = {
  username: ['sara.lindqvist'],
  displayName: ['Sara Lindqvist'],
  firstName: ['Sara'],
  lastName: ['Lindqvist'],
  email: ['sara.lindqvist@example.com'],
  timeZone: ['Europe/Stockholm'],
  fileName: ['screenshot.png'],
  contentType: ['image/png'],
  CaseID: [2304],
  IssueID: [2304],
  IssueTitle: ['Unable to load the page.'],
  IssueDescription: ['When I try to load the page, it shows 404. Yesterday it was existing.'],
  caseid: [2304],
  query: ['is:open assignee:me'],
  keyword: ['invoice'],
  TagsCSV: ['web,login'],
  RecipientUserIDCSV: ['3,4'],
  SpaceName: ['Customer Support'],
  UserName: ['sara.lindqvist'],
  UserInfoDisplayName: ['Sara Lindqvist'],
  FileName: ['screenshot.png'],
  CommentText: ['<p>It works again since this morning.</p>'],
};

/** What is there in the sandbox, by the names of IDs in addresses; 1 is the first of anything that is made. */
const inAddresses: Readonly<Record<string, number>> = {
  ...{ caseId: 2304, userId: 2 },
  ...{ projectId: 2, sectionId: 2, milestoneId: 2, statusId: 3, priorityId: 3 },
};

/** An example of an ID in an address. */
export const exampleInAddress = (name: string): number => inAddresses[name] ?? 1;

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-11-24T09:30:00.000Z',
  date: '2026-11-24',
  email: 'anna@example.com',
  uri: 'https://example.com/',
};

/** The schema of the property with an example, when it has none and one is known. */
export const withExample = (name: string, schema: JsonObject): JsonObject => {
  if ('$ref' in schema || 'examples' in schema || 'const' in schema || 'enum' in schema) return schema;
  const example = exampleFor(name, schema);
  return example === undefined ? schema : { ...schema, examples: [example] };
};

const exampleFor = (name: string, schema: JsonObject): unknown => {
  const format = schema['format'];
  const known = usual[name] ?? [];
  const candidates = typeof format === 'string' && known.length === 0 ? [byFormat[format]] : known;
  return candidates.find((each) => each !== undefined && fits(schema, each));
};

const fits = (schema: JsonObject, value: unknown): boolean => {
  try {
    return Compile(schema).Check(value);
  } catch {
    return false;
  }
};

/** A value of the schema: its own example, or one that is made of the examples of its parts. */
export const exampleOf = (schema: JsonObject, named: JsonObject): unknown => {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return exampleOf(named[ref.split('/').at(-1) ?? ''] as JsonObject, named);
  if (Array.isArray(schema['examples'])) return schema['examples'][0];
  for (const keyword of ['default', 'const']) if (keyword in schema) return schema[keyword];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const branches = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(branches)) return exampleOf(branches[0], named);
  return ofType[String([schema['type']].flat()[0])]?.(schema, named);
};

const ofType: Readonly<Record<string, (schema: JsonObject, named: JsonObject) => unknown>> = {
  object: (schema, named) => exampleObject(schema, named),
  array: ({ items }, named) => (isObject(items) ? [exampleOf(items, named)] : []),
  integer: ({ minimum }) => minimum ?? 1,
  number: ({ minimum }) => minimum ?? 1,
  boolean: () => true,
  string: ({ format }) => byFormat[String(format)] ?? 'text',
  null: () => null,
};

/** How many properties an example shows of an object that requires none. */
const SHOWN_OPTIONAL = 2;

const exampleObject = ({ properties = {}, required }: JsonObject, named: JsonObject): JsonObject => {
  const all = Object.entries(properties as Readonly<Record<string, JsonObject>>);
  const shown = Array.isArray(required)
    ? all.filter(([name]) => required.includes(name))
    : all.slice(0, SHOWN_OPTIONAL);
  return Object.fromEntries(shown.map(([name, schema]) => [name, exampleOf(schema, named)]));
};
