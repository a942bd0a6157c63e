import { type FieldProblem, invalidField, refuseInvalidFields } from '../../kernel/errors.ts';
import { type CaseChanges, startOfDay } from './case.ts';
import { plainText } from './plain-text.ts';
import { type RichTextField, sizeProblem, storableRichText } from './rich-text.ts';

/** Source for the two limits: communifire-api.md section 2, rules. */
export const MAX_TITLE_LENGTH = 500;
export const descriptionField: RichTextField = { field: 'description', maxBytes: 1024 * 1024 };

export const MAX_TAGS = 50;
const MAX_TAG_LENGTH = 100;
const MAX_RECIPIENTS = 500;

/** Descriptions up to this many characters are cleaned in no time. */
const CHEAP_DESCRIPTION_LENGTH = 20_000;

/** Whether cleaning takes so long that rights should be asked for before it. */
export const isCostly = ({ description = '' }: CaseChanges): boolean => description.length > CHEAP_DESCRIPTION_LENGTH;

type Check = (changes: CaseChanges) => string | undefined;

const checks: Readonly<Partial<Record<keyof CaseChanges, Check>>> = {
  title: ({ title = '' }) => {
    if (lengthOf(title.trim()) > MAX_TITLE_LENGTH) return `must have at most ${MAX_TITLE_LENGTH} characters`;
    return plainText(title) === '' ? 'must not be blank' : undefined;
  },
  description: ({ description = '' }) => sizeProblem(description, descriptionField),
  dueOn: ({ dueOn = null }) =>
    dueOn === null || startOfDay(dueOn) !== undefined ? undefined : 'must be a day like 2026-11-24',
  tags: ({ tags = [] }) => {
    if (tags.length > MAX_TAGS) return `must have at most ${MAX_TAGS} tags`;
    if (tags.some((tag) => tag.includes(','))) return 'must not have a comma inside a tag';
    return tags.some((tag) => lengthOf(tag) > MAX_TAG_LENGTH)
      ? `must not have a tag of more than ${MAX_TAG_LENGTH} characters`
      : undefined;
  },
  recipientIds: ({ recipientIds = [] }) =>
    recipientIds.length > MAX_RECIPIENTS ? `must name at most ${MAX_RECIPIENTS} users` : undefined,
};

/**
 * The changes in the form in which they are stored: texts trimmed and sanitised, lists without repetitions. Checks
 * everything that can be known without the database. Throws FIELDS_INVALID with all problems at once.
 */
export const normalizeChanges = <T extends CaseChanges>(changes: T): T => {
  const problems: FieldProblem[] = [];
  for (const [field, check] of Object.entries(checks)) {
    const problem = field in changes ? check(changes) : undefined;
    if (problem !== undefined) problems.push({ field, problem });
  }
  refuseInvalidFields(problems);
  const { title, description, tags, recipientIds } = changes;
  return {
    ...changes,
    ...(title === undefined ? {} : { title: plainText(title) }),
    ...(description === undefined ? {} : { description: storableRichText(description, descriptionField) }),
    ...(tags === undefined ? {} : { tags: distinctTags(tags) }),
    ...(recipientIds === undefined ? {} : { recipientIds: [...new Set(recipientIds)] }),
  };
};

/** A single tag in the form in which it is kept. Throws FIELDS_INVALID. */
export const usableTag = (field: string, text: string): string => {
  const problem = checks.tags?.({ tags: [text] });
  if (problem !== undefined) throw invalidField(field, problem);
  const [tag] = distinctTags([text]);
  if (tag === undefined) throw invalidField(field, 'must not be blank');
  return tag;
};

/** Length in characters as people count them (code points), without counting short texts one by one. */
const lengthOf = (text: string): number => (text.length <= MAX_TAG_LENGTH ? text.length : [...text].length);

/** The tags of one case without repetitions, and such that they are safe beside each other, too. */
export const distinctTags = (tags: readonly string[]): string[] => {
  const bySpelling = new Map<string, string>();
  for (const tag of tags.map(plainText)) {
    const spelling = tag.toLowerCase();
    if (tag !== '' && !bySpelling.has(spelling)) bySpelling.set(spelling, tag);
  }
  const distinct = [...bySpelling.values()];
  // Clients show all tags in one line, where pieces of markup would come together.
  const line = distinct.join(', ');
  return plainText(line) === line ? distinct : distinctTags(distinct.map((tag) => tag.replaceAll('<', '')));
};
