import { useMutation, useQueryClient } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useMe } from '../../people/me.queries.ts';
import { caseQuery, type FullCase } from '../cases.queries.ts';
import { FULL_NAMES } from '../list-request.ts';
import { conflictOf, revisionWithout } from './case-conflict.ts';
import { outdateCase } from './use-change-case.ts';

/** The texts of a case. */
export type TextProperty = 'title' | 'description';

/** A text that is being edited. */
interface TextDraft {
  readonly text: string;
  /** The revision of the case that was read when the editing began. */
  readonly revision: number;
}

/** How often the case may change in other respects while a text of it is being saved. */
const MAX_ATTEMPTS = 5;

/**
 * Edits a text of a case: what is typed is kept in the browser until it is saved. What others have changed it to
 * meanwhile is not overwritten but told as a conflict.
 */
export const useTextEdit = (found: FullCase, property: TextProperty) => {
  const me = useMe();
  const queryClient = useQueryClient();
  const [draft, keep] = useDraft<TextDraft>(`${me.id}:case-${found.id}-${property}`);
  const save = useMutation({
    mutationFn: ({ text, revision }: TextDraft) => saveText({ caseId: found.id, property, text, revision }),
    onSuccess: (saved) => {
      queryClient.setQueryData(caseQuery(found.id).queryKey, saved);
      keep(undefined);
      outdateCase(queryClient, found.id);
    },
  });
  return {
    draft: draft?.text,
    begin: () => keep({ text: found[property], revision: found.revision }),
    type: (text: string) => keep({ text, revision: draft?.revision ?? found.revision }),
    /** Ends the editing; what was typed is gone. */
    cancel: () => {
      save.reset();
      keep(undefined);
    },
    save: () => {
      if (draft === undefined) return;
      if (draft.text === found[property]) keep(undefined);
      else save.mutate(draft);
    },
    conflict: conflictOf(property, save.error),
    /** Saves it all the same, in the place of what the conflict tells. */
    overwrite: (revision: number) => {
      if (draft !== undefined) save.mutate({ ...draft, revision });
    },
    /** Goes on with the editing. */
    postpone: save.reset,
    isSaving: save.isPending,
    error: conflictOf(property, save.error) === undefined ? save.error : null,
  };
};

interface SaveText extends TextDraft {
  readonly caseId: number;
  readonly property: TextProperty;
}

const saveText = async ({ caseId, property, text, revision }: SaveText): Promise<FullCase> => {
  let ifRevision = revision;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const asked = { caseId, include: FULL_NAMES, ifMatch: `"${ifRevision}"`, body: { [property]: text } };
      return (await casekeep.updateCase(asked)) as FullCase;
    } catch (error) {
      const current = revisionWithout(property, error);
      if (current === undefined || attempt === MAX_ATTEMPTS) throw error;
      ifRevision = current;
    }
  }
};
