import type { PickOption } from '../../../../ui/pick/option.ts';

const NONE = 'none';

/** The option to have none, in these words. */
export const noneOf = (label: string): PickOption => ({ value: NONE, label });

/** What was chosen; null for none. */
export const idOf = (value: string): number | null => (value === NONE ? null : Number(value));
