import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { casekeep } from '../../../server/casekeep.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { useMe } from '../../people/me.queries.ts';
import { spaceChoicesQuery } from '../../spaces/choices.queries.ts';
import { bodyOf, emptyDraft, type NewCaseDraft } from './new-case-draft.ts';

/** A case that is being written: kept in the browser until it is created, which leads to its page. */
export const useNewCase = (onClose: () => void) => {
  const me = useMe();
  const navigate = useNavigate();
  const [kept, keep] = useDraft<NewCaseDraft>(`${me.id}:new-case`);
  const here = useSpaceHere();
  const usable = me.spaces.filter(({ rights }) => rights.includes('Create'));
  const draft = kept ?? emptyDraft;
  const chosen = draft.space?.id ?? here;
  const space = usable.find(({ id }) => id === chosen) ?? usable[0];
  const spaceId = space?.id ?? 0;
  const projects = useUsable('project', spaceId);
  const statuses = useUsable('status', spaceId);
  const priorities = useUsable('priority', spaceId);
  const project = draft.project ?? projects;
  const create = useWrite({
    write: () => casekeep.createCase({ body: bodyOf(draft, { spaceId, projectId: project?.id ?? 0 }), fields: 'id' }),
    outdates: [['cases']],
    isRefusalShown: true,
    onDone: ({ id }) => {
      keep(undefined);
      onClose();
      void navigate({ to: '/cases/$caseId', params: { caseId: String(id) } });
    },
  });
  return {
    draft,
    keep,
    space,
    project,
    status: draft.status ?? statuses,
    priority: draft.priority ?? priorities,
    rights: new Set(space?.rights),
    canCreate: draft.title.trim() !== '' && project !== undefined,
    create,
  };
};

/** What new cases get unless another is chosen. */
const useUsable = (kind: 'project' | 'status' | 'priority', spaceId: number) => {
  const { data = [] } = useQuery({ ...spaceChoicesQuery(kind, spaceId), enabled: spaceId > 0 });
  return data.find(({ isDefault }) => isDefault) ?? data.find(({ archived }) => !archived);
};

/** The space that one is looking at, as far as the address tells. */
const useSpaceHere = (): number | undefined =>
  useLocation({
    select: ({ pathname, searchStr }) => {
      const found = /^\/spaces\/(\d+)/u.exec(pathname) ?? /space:(\d+)/u.exec(decodeURIComponent(searchStr));
      return found === null ? undefined : Number(found[1]);
    },
  });
