import { BulkAssignee } from './bulk-assignee.tsx';
import { BulkChoice, type ChoiceKind } from './bulk-choice.tsx';
import { BulkDue } from './bulk-due.tsx';
import type { BulkPart } from './bulk-part.ts';
import { BulkTags } from './bulk-tags.tsx';
import { isOfferedIn } from './offered-in.ts';

/** What many cases can be given at once: all that their space and project have, or what means the same everywhere. */
export const BulkFields = ({ place, selection, onChange }: BulkPart) => {
  const choicesOf = (kinds: readonly ChoiceKind[]) =>
    kinds
      .filter((kind) => isOfferedIn(place, kind))
      .map((kind) => <BulkChoice key={kind} kind={kind} place={place} onChange={onChange} />);
  return (
    <>
      {choicesOf(['status', 'priority'])}
      <BulkAssignee spaceId={place.spaceId} onChange={onChange} />
      {choicesOf(['project', 'section', 'milestone'])}
      <BulkDue onChange={onChange} />
      <BulkTags spaceIds={place.spaceIds} selection={selection} onChange={onChange} />
    </>
  );
};
