import { createCase } from '../../src/features/cases/create-case.ts';
import { archiveChoice } from '../../src/features/choices/archive-choice.ts';
import { type ChoiceKind, choiceKinds, isRequiredKind, kinds } from '../../src/features/choices/choice.ts';
import { completeMilestone } from '../../src/features/choices/complete-milestone.ts';
import { createMilestone } from '../../src/features/choices/create-milestone.ts';
import { createPriority } from '../../src/features/choices/create-priority.ts';
import { createProject } from '../../src/features/choices/create-project.ts';
import { createSection } from '../../src/features/choices/create-section.ts';
import { createStatus } from '../../src/features/choices/create-status.ts';
import { addMember } from '../../src/features/spaces/add-member.ts';
import { archiveSpace } from '../../src/features/spaces/archive-space.ts';
import { createSpace } from '../../src/features/spaces/create-space.ts';
import type { Context } from '../../src/platform/context.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Change, change } from './change.ts';
import type { Abilities } from './door.ts';

type Ids = Readonly<Record<ChoiceKind, number>>;

/** A space that is configured, with one choice of each kind that is not the default, and another one. */
interface Subject {
  readonly spaceId: number;
  readonly projectId: number;
  readonly ids: Ids;
  readonly others: Ids;
}

const member = { userId: 3, username: 'jonas.weber' } as const;
const DUE_AT = Date.parse('2027-01-15T00:00:00Z');

let spaces = 0;
/** Names of spaces have to be new. */
const newName = (): string => {
  spaces += 1;
  return `Space no. ${spaces}`;
};

const prepareSpace = ({ operator }: TestApp): Promise<Subject> =>
  operator.inTransaction(async (tx) => {
    const spaceId = await createSpace(tx, { name: newName(), visibility: 'private' });
    const projectId = await createProject(tx, { spaceId, title: 'General' });
    await addMember(tx, { spaceId, userId: member.userId, role: 'viewer' });
    const place = { spaceId, projectId };
    const others = { ...(await createChoices(tx, place, 'Other')), project: projectId };
    return { ...place, ids: await createChoices(tx, place, 'Spare'), others };
  });

const createChoices = async (
  tx: Context,
  { spaceId, projectId }: Pick<Subject, 'spaceId' | 'projectId'>,
  name: string,
): Promise<Ids> => ({
  project: await createProject(tx, { spaceId, title: name }),
  section: await createSection(tx, { projectId, name }),
  milestone: await createMilestone(tx, { projectId, title: name, dueAt: DUE_AT }),
  status: await createStatus(tx, { spaceId, name }),
  priority: await createPriority(tx, { spaceId, name }),
});

/** The same, with a case that has the choice of this kind. */
const prepareInUse = async (testApp: TestApp, kind: ChoiceKind): Promise<Subject> => {
  const subject = await prepareSpace(testApp);
  const { spaceId, projectId, ids } = subject;
  const properties = {
    title: 'A case',
    spaceId,
    projectId,
    reporterId: member.userId,
    [kinds[kind].property]: ids[kind],
  };
  await createCase(testApp.operator, { properties });
  return subject;
};

const prepareArchived = async (testApp: TestApp): Promise<Subject> => {
  const subject = await prepareSpace(testApp);
  await archiveSpace(testApp.operator, { spaceId: subject.spaceId });
  return subject;
};

/** A change of the space as a whole. */
const ofSpace = <Ability extends keyof Abilities>(
  name: string,
  ability: Ability,
  make: (ability: Abilities[Ability], subject: Subject) => Promise<void>,
): Change => change(name, { ability, prepare: prepareSpace, make });

const spaceChanges: readonly Change[] = [
  change('creates a space', {
    ...{ ability: 'createSpace', prepare: async () => newName() },
    make: (create, name) => create({ name, visibility: 'isolated', project: 'General' }),
  }),
  ofSpace('renames a space', 'renameSpace', (rename, { spaceId }) => rename(spaceId, newName())),
  ofSpace('shows a space to everybody', 'setVisibility', (show, { spaceId }) => show(spaceId, 'public')),
  ofSpace('archives a space', 'archiveSpace', (archive, { spaceId }) => archive(spaceId)),
  change('takes a space into use again', {
    ...{ ability: 'unarchiveSpace', prepare: prepareArchived },
    make: (unarchive, { spaceId }) => unarchive(spaceId),
  }),
  ofSpace('adds a member', 'setMember', (set, { spaceId }) =>
    set({ spaceId, userId: 6, username: 'yuki.tanaka', role: 'contributor' }),
  ),
  ofSpace('gives a member another role', 'setMember', (set, { spaceId }) =>
    set({ spaceId, ...member, role: 'manager' }),
  ),
  ofSpace('removes a member', 'removeMember', (remove, { spaceId }) => remove({ spaceId, ...member })),
];

const choiceChanges = (kind: ChoiceKind): Change[] => {
  const chosen = ({ ids }: Subject) => ({ kind, id: ids[kind] });
  return [
    ofSpace(`creates a ${kind}`, 'createChoice', (create, place) => create(kind, place, 'Another')),
    ofSpace(`renames a ${kind}`, 'renameChoice', (rename, subject) => rename(chosen(subject), 'Renamed')),
    ofSpace(`moves a ${kind} to the top`, 'moveChoice', (move, subject) => move(chosen(subject), 1)),
    ofSpace(`archives a ${kind}`, 'archiveChoice', (archive, subject) => archive(chosen(subject))),
    change(`takes a ${kind} into use again`, {
      ability: 'unarchiveChoice',
      prepare: async (testApp) => {
        const subject = await prepareSpace(testApp);
        await archiveChoice(testApp.operator, chosen(subject));
        return subject;
      },
      make: (unarchive, subject) => unarchive(chosen(subject)),
    }),
    change(`merges a ${kind} into another one`, {
      ability: 'mergeChoice',
      prepare: (testApp) => prepareInUse(testApp, kind),
      make: (merge, subject) => merge(chosen(subject), subject.others[kind]),
    }),
    ofSpace(`deletes a ${kind}`, 'deleteChoice', (remove, subject) => remove(chosen(subject))),
    ...(isRequiredKind(kind)
      ? [ofSpace(`makes a ${kind} the default`, 'makeDefault', (choose, subject) => choose(chosen(subject)))]
      : []),
  ];
};

const ofOneKind: readonly Change[] = [
  ofSpace('sets when a milestone is due', 'scheduleMilestone', (set, { ids }) => set(ids.milestone, '2027-03-01')),
  ofSpace('takes the due date of a milestone away', 'scheduleMilestone', (set, { ids }) => set(ids.milestone, null)),
  ofSpace('reaches a milestone', 'completeMilestone', (complete, { ids }) => complete(ids.milestone)),
  change('opens a milestone again', {
    ability: 'reopenMilestone',
    prepare: async (testApp) => {
      const subject = await prepareSpace(testApp);
      await completeMilestone(testApp.operator, { id: subject.ids.milestone });
      return subject;
    },
    make: (reopen, { ids }) => reopen(ids.milestone),
  }),
  ofSpace('changes what a status means', 'changeStatus', (set, { ids }) =>
    set(ids.status, { isClosed: true, cssClass: 'done' }),
  ),
];

const prepareTagged = async (testApp: TestApp): Promise<Subject> => {
  const subject = await prepareSpace(testApp);
  const { spaceId, projectId } = subject;
  for (const tags of [
    ['hall', 'Printer'],
    ['printer', 'label printer'],
  ]) {
    const properties = { title: 'A case', spaceId, projectId, reporterId: member.userId, tags };
    await createCase(testApp.operator, { properties });
  }
  return subject;
};

const tagChanges: readonly Change[] = [
  change('renames a tag to one that is there', {
    ...{ ability: 'renameTag', prepare: prepareTagged },
    make: (rename, { spaceId }) => rename(spaceId, 'printer', 'label printer'),
  }),
  change('renames a tag that no case has', {
    ...{ ability: 'renameTag', leavesNothing: true, prepare: prepareTagged },
    make: (rename, { spaceId }) => rename(spaceId, 'plotter', 'printer'),
  }),
  change('takes a tag from all cases', {
    ...{ ability: 'removeTag', prepare: prepareTagged },
    make: (remove, { spaceId }) => remove(spaceId, 'PRINTER'),
  }),
];

/** Changes of spaces and of what is configured in them. */
export const configurationChanges: readonly Change[] = [
  ...spaceChanges,
  ...choiceKinds.flatMap(choiceChanges),
  ...ofOneKind,
  ...tagChanges,
];
