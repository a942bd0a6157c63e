import { fieldNamed, type QueryField } from './query-fields.ts';

/** What is being written where the cursor is: what stands from `start` to before `end` can be replaced. */
export interface Writing {
  readonly start: number;
  readonly end: number;
  /** The field whose value it is; undefined for the name of a field, or a word. */
  readonly field: QueryField | undefined;
  /** What is written of it so far, without quotes. */
  readonly typed: string;
}

const VALUE = /(?:^|[\s(-])([A-Za-z]+):(?:(?:"(?:[^"\\]|\\.)*"|[^\s"(),]*),)*("(?:[^"\\]|\\.)*|[^\s"(),]*)$/u;
const NAME = /(?:^|[\s(])-?([A-Za-z]*)$/u;
const REST = /^[^\s"(),:]*/u;

/** What could be completed at the cursor; undefined where nothing can. */
export const writingAt = (text: string, cursor: number): Writing | undefined => {
  const before = text.slice(0, cursor);
  const rest = REST.exec(text.slice(cursor))?.[0] ?? '';
  const [, name, value = ''] = VALUE.exec(before) ?? [];
  const field = fieldNamed(name);
  if (field !== undefined) {
    return { start: cursor - value.length, end: cursor + rest.length, field, typed: value.replace(/^"/u, '') };
  }
  const typed = NAME.exec(before)?.[1];
  if (typed === undefined || text[cursor + rest.length] === ':') return undefined;
  return { start: cursor - typed.length, end: cursor + rest.length, field: undefined, typed };
};
