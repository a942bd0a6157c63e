import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PickOption } from '../../../../ui/pick/option.ts';
import { useSettled } from '../../../../ui/use-settled.ts';
import { useMe } from '../../../people/me.queries.ts';
import { peopleOfSpaceQuery } from '../../../people/people-of-space.queries.ts';
import { projectChoicesQuery, spaceChoicesQuery, tagsQuery } from '../../../spaces/choices.queries.ts';
import { writtenValue } from '../../query/query-edit.ts';
import { keywordLabels, keywordsOf, type QueryField } from '../../query/query-fields.ts';

interface Wanted {
  readonly field: QueryField | undefined;
  /** The only space that is asked about; undefined for all. */
  readonly spaceId: number | undefined;
  readonly typed: string;
}

interface FieldOptions {
  /** The value of each is as queries write it. */
  readonly options: readonly PickOption[];
  readonly isLoading: boolean;
}

/** What a condition can ask for: what is configured, people, tags, and words with a meaning of their own. */
export const useFieldOptions = ({ field, spaceId, typed }: Wanted): FieldOptions => {
  const search = useSettled(typed);
  const { spaces } = useMe();
  const spaceIds = spaceId === undefined ? spaces.map(({ id }) => id) : [spaceId];
  const words = useKeywords(field);
  const configured = useConfigured(field, spaceIds);
  const people = usePeople(field, spaceId, search);
  const tags = useTags(field, spaceIds, search);
  const names = field === 'space' ? spaces.map(({ name }) => name) : [...configured.names, ...tags.names];
  const found = [...new Set(names)].map((name) => optionOf(field, name));
  return {
    options: [...words, ...found, ...people.options],
    isLoading: configured.isLoading || people.isLoading || tags.isLoading,
  };
};

const optionOf = (field: QueryField | undefined, name: string): PickOption => ({
  value: writtenValue(name, field === undefined ? [] : keywordsOf(field)),
  label: name,
});

const useKeywords = (field: QueryField | undefined): readonly PickOption[] => {
  const { t } = useTranslation();
  const words = field === undefined ? {} : keywordLabels(field);
  return Object.entries(words).map(([value, label]) => ({ value, label: t(label) }));
};

const usePeople = (field: QueryField | undefined, spaceId: number | undefined, search: string) => {
  const isWanted = field === 'assignee' || field === 'recipient' || field === 'reporter' || field === 'creator';
  const { data = [], isFetching } = useQuery({
    ...peopleOfSpaceQuery(spaceId, search),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  const options = data.map(({ username, displayName }) => ({ value: writtenValue(username), label: displayName }));
  return { options: isWanted ? options : [], isLoading: isWanted && isFetching };
};

const useTags = (field: QueryField | undefined, spaceIds: readonly number[], search: string) => {
  const wanted = field === 'tag' ? spaceIds : [];
  const results = useQueries({
    queries: wanted.map((id) => ({ ...tagsQuery(id, search), placeholderData: keepPreviousData })),
  });
  return named(results.map(({ data = [], isFetching }) => ({ isFetching, data: data.map((name) => ({ name })) })));
};

const useConfigured = (field: QueryField | undefined, spaceIds: readonly number[]) => {
  const ofSpace = field === 'status' || field === 'priority' || field === 'project' ? field : undefined;
  const ofProject = field === 'section' || field === 'milestone' ? field : undefined;
  const kind = ofSpace ?? (ofProject && 'project');
  const inSpaces = useQueries({
    queries: kind === undefined ? [] : spaceIds.map((spaceId) => spaceChoicesQuery(kind, spaceId)),
  });
  const projects = inSpaces.flatMap(({ data = [] }, at) => data.map(({ id }) => ({ id, spaceId: spaceIds[at] ?? 0 })));
  const inProjects = useQueries({
    queries:
      ofProject === undefined ? [] : projects.map(({ id, spaceId }) => projectChoicesQuery(ofProject, spaceId, id)),
  });
  return ofProject === undefined ? named(inSpaces) : named(inProjects);
};

interface Named {
  readonly data?: readonly { readonly name: string }[] | undefined;
  readonly isFetching: boolean;
}

const named = (results: readonly Named[]): { readonly names: readonly string[]; readonly isLoading: boolean } => ({
  names: results.flatMap(({ data = [] }) => data.map(({ name }) => name)),
  isLoading: results.some(({ isFetching }) => isFetching),
});
