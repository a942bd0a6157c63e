import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { Me } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { leaveFiles } from '../../attachments/files-ahead.ts';
import { useChosenFiles } from '../../attachments/use-chosen-files.ts';
import { useMe } from '../../people/me.queries.ts';
import { spaceChoicesQuery } from '../../spaces/choices.queries.ts';
import type { FullCase } from '../cases.queries.ts';
import { copiedDraft } from './copied-draft.ts';
import { bodyOf, emptyDraft, type NewCaseDraft } from './new-case-draft.ts';

interface NewCaseOptions {
  /** The case that it is a copy of. */
  readonly origin: FullCase | undefined;
  readonly onClose: () => void;
}

/** A case that is being written: kept in the browser until it is created, which leads to its page. */
export const useNewCase = ({ origin, onClose }: NewCaseOptions) => {
  const me = useMe();
  const navigate = useNavigate();
  const name = `${me.id}:${origin === undefined ? 'new-case' : `copy-${origin.id}`}`;
  const [kept, keep] = useDraft<NewCaseDraft>(name);
  const relate = useRelate(origin);
  const here = useSpaceHere();
  const usable = me.spaces.filter(({ rights }) => rights.includes('Create'));
  const draft = kept ?? beginning(origin, me);
  const chosen = draft.space?.id ?? here;
  const space = usable.find(({ id }) => id === chosen) ?? usable[0];
  const spaceId = space?.id ?? 0;
  const projects = useUsable('project', spaceId);
  const statuses = useUsable('status', spaceId);
  const priorities = useUsable('priority', spaceId);
  const project = draft.project ?? projects;
  const [files, keepFiles] = useChosenFiles(name);
  const rights = new Set(space?.rights);
  const forget = (): void => {
    keep(undefined);
    keepFiles([]);
  };
  const create = useWrite({
    write: () => casekeep.createCase({ body: bodyOf(draft, { spaceId, projectId: project?.id ?? 0 }), fields: 'id' }),
    outdates: [['cases']],
    isRefusalShown: true,
    onDone: ({ id }) => {
      if (rights.has('UploadAttachment')) leaveFiles(Number(id), files);
      if (draft.isLinked === true && id !== undefined) relate.mutate(id);
      forget();
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
    rights,
    canCreate: draft.title.trim() !== '' && project !== undefined,
    files,
    keepFiles,
    forget,
    create,
  };
};

const beginning = (origin: FullCase | undefined, { spaces }: Me): NewCaseDraft =>
  origin === undefined
    ? emptyDraft
    : copiedDraft(origin, new Set(spaces.find(({ id }) => id === origin.spaceId)?.rights));

/** Links a case that has just been created with the one that it is a copy of. */
const useRelate = (origin: FullCase | undefined) =>
  useWrite({
    write: async (caseId: number) => {
      if (origin === undefined) return;
      await casekeep.linkCases({ caseId, body: { relation: 'relates', caseId: origin.id } });
    },
    outdates: [['cases', 'linked']],
  });

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
