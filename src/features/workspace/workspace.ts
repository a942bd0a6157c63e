import { invalidField } from '../../kernel/errors.ts';
import { plainText } from '../cases/plain-text.ts';

/** Everything that one installation has. */
export interface Workspace {
  readonly name: string;
  /** Whether somebody has chosen the name. */
  readonly isNamed: boolean;
}

/** What a workspace is called until somebody names it. */
export const UNNAMED: Workspace = { name: 'Casekeep', isNamed: false };

/** The longest name of a workspace, in characters. */
export const MAX_WORKSPACE_NAME_LENGTH = 60;

/** The name in the form in which it is kept: one line of plain text. Throws FIELDS_INVALID. */
export const usableWorkspaceName = (field: string, text: string): string => {
  const name = plainText(text);
  if (name === '') throw invalidField(field, 'must not be blank');
  if ([...name].length <= MAX_WORKSPACE_NAME_LENGTH) return name;
  throw invalidField(field, `must have at most ${MAX_WORKSPACE_NAME_LENGTH} characters`);
};
