import { invalidField } from '../../kernel/errors.ts';
import { statusColors } from '../../kernel/status-color.ts';
import { newSpaceStatuses } from '../spaces/space.ts';
import { isSameName } from './choice.ts';

/** The longest name of a CSS class, in characters. */
const MAX_CSS_CLASS_LENGTH = 100;

/** Throws FIELDS_INVALID unless the text can stand in the attribute `class` of any page. */
export const requireCssClass = (cssClass: string): void => {
  if (/^[a-z0-9_-]+$/u.test(cssClass) && cssClass.length <= MAX_CSS_CLASS_LENGTH) return;
  const characters = 'small letters, digits, _ and -';
  throw invalidField('cssClass', `must have 1 to ${MAX_CSS_CLASS_LENGTH} characters, of them only ${characters}`);
};

/** Throws FIELDS_INVALID unless the colour is one of those that a status can have, or none. */
export const requireColor = (color: string | null): void => {
  if (color === null || statusColors.some((known) => known === color)) return;
  throw invalidField('color', `must be one of: ${statusColors.join(', ')}`);
};

/**
 * The CSS class of a new status: of those that clients of the old product have styles for, the one of the status of
 * this name, or the one that means as much. Source: communifire-api.md section 3, statuses of a new space.
 */
export const usualCssClass = (name: string, isClosed: boolean): string => {
  const known = newSpaceStatuses.find((status) => isSameName(status.name, name));
  return known?.cssClass ?? (isClosed ? 'case-status-label-closed' : 'case-status-label-inprogress');
};
