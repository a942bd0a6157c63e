import type { CaseChanges } from '../../src/features/cases/case.ts';
import { createCase } from '../../src/features/cases/create-case.ts';
import { deleteCase } from '../../src/features/cases/delete-case.ts';
import { createComment } from '../../src/features/comments/create-comment.ts';
import { addLike } from '../../src/features/likes/add-like.ts';
import { Context } from '../../src/platform/context.ts';
import type { TestApp } from '../support/test-app.ts';
import { PIXEL } from '../support/uploads.ts';
import { type Change, change } from './change.ts';
import type { NewCase, NewComment } from './door.ts';

/** The case that is changed: in the public space, with something in every property, reported by a member. */
const subject = {
  title: 'A case',
  description: '<p>As it was</p>',
  spaceId: 1,
  projectId: 1,
  sectionId: 2,
  milestoneId: 2,
  statusId: 2,
  priorityId: 3,
  assigneeId: 3,
  reporterId: 2,
  tags: ['alpha', 'beta'],
  recipientIds: [1, 2, 7],
} as const satisfies NewCase;

/** What each property is changed to, one at a time. Every property that can be changed has to be here. */
export const propertyChanges: Readonly<Record<keyof Required<CaseChanges>, readonly CaseChanges[]>> = {
  title: [{ title: 'Größe 📏' }],
  description: [{ description: '<p>New</p>' }, { description: '' }],
  spaceId: [{ spaceId: 2 }],
  projectId: [{ projectId: 2 }],
  sectionId: [{ sectionId: 4 }, { sectionId: null }],
  milestoneId: [{ milestoneId: 3 }, { milestoneId: null }],
  statusId: [{ statusId: 6 }],
  priorityId: [{ priorityId: 4 }],
  assigneeId: [{ assigneeId: 7 }, { assigneeId: 1 }, { assigneeId: null }],
  dueOn: [{ dueOn: '2027-01-31' }, { dueOn: null }],
  tags: [{ tags: ['beta', 'gamma'] }, { tags: [] }],
  recipientIds: [{ recipientIds: [7, 8] }, { recipientIds: [] }],
};

/** Several properties at once, with what is cleaned, follows from a move, or is so already. */
const severalChanges: readonly CaseChanges[] = [
  { title: 'Both', statusId: 6, assigneeId: 2 },
  { ...subject, title: 'The only change' },
  {
    title: '  <b>Clean</b><script>x()</script> ',
    description: '<p onclick="x()">Kept</p>',
    tags: ['One', 'one', ' b '],
  },
  { spaceId: 2, projectId: 4, statusId: 8, priorityId: 7, title: 'Elsewhere', assigneeId: 6, recipientIds: [8] },
].map(({ reporterId: _, ...changes }: CaseChanges & { reporterId?: number }) => changes);

const { reporterId: _, ...sameAgain } = subject;
/** What is so already, and what is refused. */
const noChanges: readonly CaseChanges[] = [sameAgain, { title: 'Not', statusId: 999 }, { assigneeId: 999 }];

const newCases: readonly NewCase[] = [
  { title: 'The least', spaceId: 1, projectId: 1 },
  { title: 'Assigned', spaceId: 2, projectId: 3, assigneeId: 6, recipientIds: [4, 1] },
  { ...subject, title: 'With everything' },
];

const newComments: readonly Omit<NewComment, 'caseId'>[] = [
  { text: '<p>Seen by all.</p>' },
  { text: 'For @jonas.weber and @claire.dubois: <b>look</b><script>x()</script>' },
  { text: 'Between us, @omar.haddad', isInternal: true },
];

const files = [
  { name: 'digits.txt', content: '0123456789' },
  { name: 'pixel <b>.gif', content: PIXEL },
];

interface Subject {
  readonly caseId: number;
  readonly commentId: number;
}

/** The case, with a comment by whoever is assigned. */
const prepareCase = ({ operator }: TestApp): Promise<Subject> =>
  operator.inTransaction(async (tx) => {
    const caseId = await createCase(tx, { properties: { ...subject, dueOn: '2026-12-24' } });
    return { caseId, commentId: await createComment(tx, { caseId, text: 'Before', authorId: 3 }) };
  });

/** Three of them, which differ in what they have. */
const prepareCases = ({ operator }: TestApp): Promise<number[]> =>
  operator.inTransaction(async (tx) => {
    const others = [subject, { ...subject, assigneeId: 7, statusId: 6 }, { ...subject, spaceId: 1, tags: [] }];
    const caseIds: number[] = [];
    for (const properties of others) caseIds.push(await createCase(tx, { properties }));
    return caseIds;
  });

/** The same, liked by the administrator. */
const prepareLiked = async (testApp: TestApp): Promise<Subject> => {
  const prepared = await prepareCase(testApp);
  const administrator = new Context(testApp.platform, { userId: 1, keyId: null, door: 'setup' });
  await addLike(administrator, { entity: 'case', id: prepared.caseId });
  await addLike(administrator, { entity: 'comment', id: prepared.commentId });
  return prepared;
};

/** In the bin, and the administrator has no part in it: the operator, who can restore it, is nobody in particular. */
const prepareDeleted = ({ operator }: TestApp): Promise<Subject> =>
  operator.inTransaction(async (tx) => {
    const caseId = await createCase(tx, { properties: { ...subject, recipientIds: [2, 7] } });
    await deleteCase(tx, { caseId });
    return { caseId, commentId: 0 };
  });

/** An update of the case. */
export const update = (changes: CaseChanges, leavesNothing = false): Change =>
  change(`updates a case: ${JSON.stringify(changes)}`, {
    ...{ ability: 'updateCase', leavesNothing, prepare: prepareCase },
    make: (updateCase, { caseId }) => updateCase(caseId, changes),
  });

const setDueDate = (day: string | null): Change =>
  change(day === null ? 'takes the due date of a case away' : `makes a case due on ${day}`, {
    ...{ ability: 'setDueDate', prepare: prepareCase },
    make: (setIt, { caseId }) => setIt(caseId, day),
  });

const likes = (['case', 'comment'] as const).flatMap((entity) => {
  const likeable = ({ caseId, commentId }: Subject) => ({ entity, id: entity === 'case' ? caseId : commentId });
  const likeIt = (like: (of: ReturnType<typeof likeable>) => Promise<void>, of: Subject) => like(likeable(of));
  return [
    change(`likes a ${entity}`, { ability: 'like', prepare: prepareCase, make: likeIt }),
    change(`likes a ${entity} again`, { ability: 'like', leavesNothing: true, prepare: prepareLiked, make: likeIt }),
    change(`takes a like of a ${entity} back`, { ability: 'unlike', prepare: prepareLiked, make: likeIt }),
  ];
});

/** What several cases get, some of which have it already. */
const sharedChanges: readonly (readonly [changes: CaseChanges, text?: string])[] = [
  [{ statusId: 6 }],
  [{ tags: ['One', ' two '], assigneeId: null }],
  [{ title: 'Told of', assigneeId: 7 }, 'See @jonas.weber.'],
  [{ spaceId: 2, projectId: 4 }],
];

export const caseChanges: readonly Change[] = [
  ...Object.values(propertyChanges)
    .flat()
    .map((changes) => (changes.dueOn === undefined ? update(changes) : setDueDate(changes.dueOn))),
  ...severalChanges.map((changes) => update(changes)),
  ...noChanges.map((changes) => update(changes, true)),
  change('updates a case and says why', {
    ...{ ability: 'updateWithComment', prepare: prepareCase },
    make: (updateWithComment, { caseId }) => updateWithComment(caseId, { statusId: 6, assigneeId: null }, 'Done.'),
  }),
  ...sharedChanges.map(([changes, text]) =>
    change(`updates several cases: ${JSON.stringify(changes)}${text === undefined ? '' : ', and says why'}`, {
      ...{ ability: 'updateCases', prepare: prepareCases },
      make: (updateCases, caseIds) => updateCases(caseIds, changes, text),
    }),
  ),
  change('adds tags to several cases and takes others from them', {
    ...{ ability: 'tagCases', prepare: prepareCases },
    make: (tagCases, caseIds) => tagCases(caseIds, { add: ['beta', 'gamma'], remove: ['alpha'] }),
  }),
  ...newCases.map((properties) =>
    change(`creates a case: ${JSON.stringify(properties)}`, {
      ...{ ability: 'createCase', prepare: async () => undefined },
      make: (createIt) => createIt(properties),
    }),
  ),
  change('deletes a case', {
    ...{ ability: 'deleteCase', prepare: prepareCase },
    make: (deleteIt, { caseId }) => deleteIt(caseId),
  }),
  change('restores a case', {
    ...{ ability: 'restoreCase', prepare: prepareDeleted },
    make: (restoreIt, { caseId }) => restoreIt(caseId),
  }),
  ...newComments.map((comment) =>
    change(`comments on a case: ${JSON.stringify(comment)}`, {
      ...{ ability: 'comment', prepare: prepareCase },
      make: (commentOn, { caseId }) => commentOn({ ...comment, caseId }),
    }),
  ),
  change('answers a comment', {
    ...{ ability: 'comment', prepare: prepareCase },
    make: (commentOn, { caseId, commentId }) => commentOn({ caseId, text: 'I see.', parentId: commentId }),
  }),
  ...likes,
  change('attaches files to a case', {
    ...{ ability: 'attach', prepare: prepareCase },
    make: (attach, { caseId }) => attach({ caseId }, files),
  }),
  change('attaches files to a comment', {
    ...{ ability: 'attach', prepare: prepareCase },
    make: (attach, both) => attach(both, files),
  }),
  change('attaches no file', {
    ...{ ability: 'attach', leavesNothing: true, prepare: prepareCase },
    make: (attach, { caseId }) => attach({ caseId }, []),
  }),
];
