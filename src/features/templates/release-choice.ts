import type { Context } from '../../platform/context.ts';
import type { ChoiceKind } from '../choices/choice.ts';
import { deleteTemplatesOf, replaceInTemplates } from './templates.store.ts';

interface ReleaseChoice {
  readonly kind: ChoiceKind;
  readonly id: number;
}

/** Before a choice is deleted: templates go with their project, and do without a section or a priority. */
export const releaseChoice = async (tx: Context, { kind, id }: ReleaseChoice): Promise<void> => {
  if (kind === 'project') await deleteTemplatesOf(tx.db, id);
  if (kind === 'section' || kind === 'priority') await replaceInTemplates(tx.db, { kind, id, intoId: null });
};
