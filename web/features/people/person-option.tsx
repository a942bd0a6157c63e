import { Person } from '../../ui/person.tsx';
import type { PickOption } from '../../ui/pick/option.ts';

/** Somebody as a choice. */
export const personOption = ({
  id,
  displayName,
  avatarUrl,
}: {
  readonly id: number;
  readonly displayName: string;
  readonly avatarUrl?: string | null;
}): PickOption => ({
  value: String(id),
  label: displayName,
  look: <Person name={displayName} picture={avatarUrl} />,
});
