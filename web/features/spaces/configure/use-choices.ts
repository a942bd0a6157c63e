import { notifications } from '@mantine/notifications';
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../ui/use-write.ts';
import type { ChoiceKind, ChoicePatch, ConfiguredChoice } from './choice-kinds.ts';

/** What a change of the configuration makes outdated. */
const outdatedIn = (spaceId: number): readonly QueryKey[] => [['space', spaceId], ['spaces'], ['cases'], ['case']];

/** The choices of one kind in their order. */
export const useChoices = (kind: ChoiceKind) =>
  useQuery({ queryKey: kind.queryKey, queryFn: ({ signal }) => kind.list(signal) });

/** Changes one of them; a refusal is told. */
export const useChoiceUpdate = (kind: ChoiceKind) =>
  useWrite({
    write: ({ id, ...patch }: ChoicePatch & { readonly id: number }) => kind.update(id, patch),
    outdates: outdatedIn(kind.spaceId),
  });

/** Creates one, or changes all that is told of one. */
export const useChoiceSaving = (kind: ChoiceKind, id: number | undefined, onDone: () => void) =>
  useWrite({
    write: (wanted: ChoicePatch & { readonly name: string }) =>
      id === undefined ? kind.create(wanted) : kind.update(id, wanted),
    outdates: outdatedIn(kind.spaceId),
    onDone,
    isRefusalShown: true,
  });

/** Deletes one that no case has. */
export const useChoiceRemoval = (kind: ChoiceKind) =>
  useWrite({ write: (id: number) => kind.remove(id), outdates: outdatedIn(kind.spaceId) });

/** Makes one of two. */
export const useChoiceMerge = (kind: ChoiceKind, onDone: () => void) => {
  const { t } = useTranslation();
  return useWrite({
    write: ({ id, intoId }: { readonly id: number; readonly intoId: number }) => kind.merge(id, intoId),
    outdates: outdatedIn(kind.spaceId),
    onDone: ({ changedCaseCount }) => {
      notifications.show({ message: t('choice.merged', { count: changedCaseCount }) });
      onDone();
    },
  });
};

/** The same things with one of them at another place. */
const moved = <T>(things: readonly T[], from: number, to: number): readonly T[] => {
  const others = things.toSpliced(from, 1);
  const [thing] = things.slice(from, from + 1);
  return thing === undefined ? things : others.toSpliced(to, 0, thing);
};

/** Puts one at another place: shown at once, and taken back when the server refuses. */
export const useChoiceMove = (kind: ChoiceKind) => {
  const queryClient = useQueryClient();
  const { queryKey } = kind;
  return useWrite({
    write: async ({ from, to }: { readonly from: number; readonly to: number }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<readonly ConfiguredChoice[]>(queryKey) ?? [];
      const id = before[from]?.id;
      if (id === undefined) return;
      queryClient.setQueryData(queryKey, moved(before, from, to));
      try {
        await kind.update(id, { position: to + 1 });
      } catch (error) {
        queryClient.setQueryData(queryKey, before);
        throw error;
      }
    },
    outdates: outdatedIn(kind.spaceId),
  });
};
