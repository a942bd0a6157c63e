import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../../ui/commands.ts';
import type { FullCase } from '../cases.queries.ts';
import { type TextProperty, useTextEdit } from './use-text-edit.ts';

interface EditInPlace {
  readonly case: FullCase;
  readonly property: TextProperty;
  readonly mayEdit: boolean;
  /** What begins it as well. */
  readonly command: Pick<Command, 'id' | 'label' | 'keys'>;
}

/** Edits a text of a case where it stands, begun by its button or by a command. */
export const useEditInPlace = ({ case: found, property, mayEdit, command }: EditInPlace) => {
  const { t } = useTranslation();
  const edit = useTextEdit(found, property);
  const [wasEditing, setWasEditing] = useState(false);
  const begin = (): void => {
    setWasEditing(true);
    edit.begin();
  };
  const group = t('case.number', { id: found.id });
  useCommands(mayEdit ? [{ ...command, group, run: begin }] : []);
  return {
    edit,
    begin,
    /** Whether it was edited since it is on the screen: the button gets the focus back. */
    wasEditing,
  };
};
