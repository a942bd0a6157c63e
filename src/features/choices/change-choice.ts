import type { StatusColor } from '../../kernel/status-color.ts';
import type { Context } from '../../platform/context.ts';
import { archiveChoice } from './archive-choice.ts';
import { changeStatus } from './change-status.ts';
import { type ChoiceKind, isRequiredKind } from './choice.ts';
import { type ChoiceReference, conflict, requireManagedChoice } from './choice-access.ts';
import { completeMilestone } from './complete-milestone.ts';
import { moveChoice } from './move-choice.ts';
import { renameChoice } from './rename-choice.ts';
import { reopenMilestone } from './reopen-milestone.ts';
import { scheduleMilestone } from './schedule-milestone.ts';
import { setDefaultChoice } from './set-default-choice.ts';
import { unarchiveChoice } from './unarchive-choice.ts';

/** What can be changed of a choice in one go; which of it there is depends on its kind. */
export interface ChoicePatch {
  readonly name?: string;
  /** The place in the order, from 1; the archived ones count. */
  readonly position?: number;
  readonly isDefault?: boolean;
  readonly archived?: boolean;
  /** Of statuses only. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | null;
  /** Of milestones only. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly dueAt?: number | null;
  readonly isCompleted?: boolean;
}

interface ChangeChoice extends ChoiceReference {
  readonly changes: ChoicePatch;
}

/**
 * Changes several properties of a choice, all or none, each with the event of its own verb. Throws STATUS_NOT_FOUND and
 * the like, RIGHT_MISSING, FIELDS_INVALID, CONFIGURATION_CONFLICT.
 */
export const changeChoice = (ctx: Context, { kind, id, changes }: ChangeChoice): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const reference = { kind, id };
    await requireManagedChoice(tx, reference);
    // In use before it becomes the default, and the default no more before it is archived.
    if (changes.archived === false) await unarchiveChoice(tx, reference);
    if (changes.name !== undefined) await renameChoice(tx, { ...reference, name: changes.name });
    if (changes.position !== undefined) await moveChoice(tx, { ...reference, position: changes.position });
    if (changes.isDefault !== undefined) await changeDefault(tx, reference, changes.isDefault);
    await changeOwn[kind]?.(tx, id, changes);
    if (changes.archived === true) await archiveChoice(tx, reference);
  });

const changeDefault = async (tx: Context, { kind, id }: ChoiceReference, isDefault: boolean): Promise<void> => {
  if (!isRequiredKind(kind)) throw new Error(`There is no default ${kind}.`);
  if (isDefault) return setDefaultChoice(tx, { kind, id });
  const { choice } = await requireManagedChoice(tx, { kind, id });
  if (!choice.isDefault) return;
  throw conflict(`The ${kind} "${choice.name}" is the default, and there has to be one: make another one the default.`);
};

/** Changes what only choices of this kind have. */
const changeOwn: Readonly<
  Partial<Record<ChoiceKind, (tx: Context, id: number, changes: ChoicePatch) => Promise<void>>>
> = {
  status: (tx, id, { isClosed, cssClass, color }) =>
    changeStatus(tx, {
      id,
      ...(isClosed === undefined ? {} : { isClosed }),
      ...(cssClass === undefined ? {} : { cssClass }),
      ...(color === undefined ? {} : { color }),
    }),
  milestone: async (tx, id, { dueAt, isCompleted }) => {
    if (dueAt !== undefined) await scheduleMilestone(tx, { id, dueAt });
    if (isCompleted === true) await completeMilestone(tx, { id });
    if (isCompleted === false) await reopenMilestone(tx, { id });
  },
};
