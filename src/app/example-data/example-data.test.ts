import { describe, expect, it } from 'vitest';
import { newSpacePriorities, newSpaceStatuses } from '../../features/spaces/space.ts';
import { type ExampleCase, exampleData } from './example-data.ts';

const { people, spaces, projects, cases, discussions } = exampleData;
const adminId = 1;
const vendorDescription = 'When I try to load the page, it shows 404. Yesterday it was existing.';

const sections = projects.flatMap((project) => project.sections);
const milestones = projects.flatMap((project) => project.milestones);

const found = <T extends { readonly id: number }>(all: readonly T[], id: number): T => {
  const one = all.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`Nothing has the ID ${id}.`);
  return one;
};
const idsOf = (all: readonly { readonly id: number }[]): readonly number[] => all.map(({ id }) => id);
const duplicates = <T>(all: readonly T[]): readonly T[] => all.filter((one, index) => all.indexOf(one) !== index);
const titlesWhere = (isWrong: (one: ExampleCase) => boolean): readonly string[] =>
  cases.filter(isWrong).map(({ id, title }) => `${id} ${title}`);

const spaceOf = (one: ExampleCase) => found(spaces, found(projects, one.projectId).spaceId);
const roleIn = (one: ExampleCase, userId: number) =>
  userId === adminId ? 'manager' : spaceOf(one).members.find((member) => member.userId === userId)?.role;
const peopleOf = ({ reporterId, assigneeId, recipientIds }: ExampleCase): readonly number[] => [
  reporterId,
  ...(assigneeId === undefined ? [] : [assigneeId]),
  ...recipientIds,
];
const isInstant = (text: string): boolean => new Date(text).toISOString().replace('.000Z', 'Z') === text;
const shareOf = (status: string): number => cases.filter((one) => one.status === status).length / cases.length;

describe('people, spaces and projects of the example data', () => {
  it('are eight, two and four, with IDs from 1', () => {
    expect(idsOf(people)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(idsOf(spaces)).toEqual([1, 2]);
    expect(idsOf(projects)).toEqual([1, 2, 3, 4]);
  });

  it('have one administrator, different names and real time zones', () => {
    expect(people.filter(({ role }) => role === 'administrator').map(({ id, username }) => [id, username])).toEqual([
      [adminId, 'admin'],
    ]);
    expect(duplicates(people.map(({ username }) => username))).toEqual([]);
    for (const { username, email, timeZone } of people) {
      expect(email).toBe(`${username}@example.com`);
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it('leave at least two people out of every space, and share at least three', () => {
    const [support = [], product = []] = spaces.map(({ members }) => members.map(({ userId }) => userId));
    for (const members of [support, product]) {
      expect(duplicates(members)).toEqual([]);
      expect(people.filter(({ id }) => id !== adminId && !members.includes(id)).length).toBeGreaterThanOrEqual(2);
      for (const userId of members) found(people, userId);
    }
    expect(support.filter((userId) => product.includes(userId)).length).toBeGreaterThanOrEqual(3);
  });

  it('have every role of a space in every space', () => {
    for (const { members } of spaces) {
      expect(new Set(members.map(({ role }) => role))).toEqual(new Set(['manager', 'agent', 'contributor', 'viewer']));
    }
  });

  it('have two projects per space, the first of them the default', () => {
    for (const { id } of spaces) {
      expect(projects.filter(({ spaceId }) => spaceId === id).map(({ isDefault }) => isDefault)).toEqual([true, false]);
    }
  });

  it('have three to five sections and two to four milestones per project, with IDs of their own', () => {
    for (const project of projects) {
      expect([3, 4, 5]).toContain(project.sections.length);
      expect([2, 3, 4]).toContain(project.milestones.length);
    }
    expect(duplicates(idsOf(sections))).toEqual([]);
    expect(duplicates(idsOf(milestones))).toEqual([]);
    for (const { dueDate } of milestones) expect(dueDate).toMatch(/^2026-(08|09|1[0-2])-\d\d$/);
  });
});

describe('cases of the example data', () => {
  it('are 200, from 2201 to 2400, fifty per project', () => {
    expect(idsOf(cases)).toEqual(Array.from({ length: 200 }, (_, index) => 2201 + index));
    expect(projects.map(({ id }) => cases.filter(({ projectId }) => projectId === id).length)).toEqual([
      50, 50, 50, 50,
    ]);
  });

  it('all have a title and a description of their own', () => {
    expect(duplicates(cases.map(({ title }) => title.toLowerCase()))).toEqual([]);
    expect(duplicates(cases.map(({ description }) => description))).toEqual([]);
    expect(titlesWhere(({ title }) => title.trim() !== title || title === '' || title.length > 500)).toEqual([]);
    expect(titlesWhere(({ description }) => description.length < 40 || /\s{2}/.test(description))).toEqual([]);
  });

  it('close every HTML element they open', () => {
    const unbalanced = ({ description }: ExampleCase): boolean => {
      const open: string[] = [];
      for (const [, slash, name] of description.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
        if (slash === '') open.push(name ?? '');
        else if (open.pop() !== name) return true;
      }
      return open.length > 0;
    };
    expect(titlesWhere(unbalanced)).toEqual([]);
  });

  it('take section and milestone from their project', () => {
    const isForeign = (all: readonly { readonly id: number }[], id?: number): boolean =>
      id !== undefined && !idsOf(all).includes(id);
    expect(titlesWhere((one) => isForeign(found(projects, one.projectId).sections, one.sectionId))).toEqual([]);
    expect(titlesWhere((one) => isForeign(found(projects, one.projectId).milestones, one.milestoneId))).toEqual([]);
  });

  it('name only people who see the space; viewers neither report nor work', () => {
    expect(titlesWhere((one) => peopleOf(one).some((userId) => roleIn(one, userId) === undefined))).toEqual([]);
    expect(
      titlesWhere((one) => [one.reporterId, one.assigneeId ?? adminId].some((id) => roleIn(one, id) === 'viewer')),
    ).toEqual([]);
    expect(titlesWhere(({ recipientIds }) => recipientIds.length > 3 || duplicates(recipientIds).length > 0)).toEqual(
      [],
    );
  });

  it('have up to four lower-case tags without commas', () => {
    expect(titlesWhere(({ tags }) => tags.length > 4 || duplicates(tags).length > 0)).toEqual([]);
    expect(titlesWhere(({ tags }) => tags.some((tag) => !/^[a-z0-9-]+$/.test(tag)))).toEqual([]);
  });

  it('are created, then updated, between March and the middle of November 2026, in the order of their IDs', () => {
    expect(titlesWhere(({ createdAt, updatedAt }) => !isInstant(createdAt) || !isInstant(updatedAt))).toEqual([]);
    expect(titlesWhere(({ createdAt, updatedAt }) => createdAt < '2026-03-01' || updatedAt >= '2026-11-15')).toEqual(
      [],
    );
    expect(titlesWhere(({ createdAt, updatedAt }) => updatedAt < createdAt)).toEqual([]);
    expect(cases.map(({ createdAt }) => createdAt)).toEqual(cases.map(({ createdAt }) => createdAt).sort());
  });

  it('use statuses and priorities of a new space', () => {
    const statuses = newSpaceStatuses.map(({ name }) => name);
    const priorities = newSpacePriorities.map(({ name }) => name);
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(cases.map(({ priority }) => priority))).toEqual(new Set(priorities));
  });

  it('have a natural share of each status, and mostly an assignee when closed', () => {
    expect(['New', 'In Progress', 'Feedback Required', 'Fixed', 'Reopened', 'Closed'].map(shareOf)).toEqual([
      0.3, 0.2, 0.1, 0.12, 0.05, 0.23,
    ]);
    const closed = cases.filter(({ status }) => status === 'Closed');
    expect(closed.filter(({ assigneeId }) => assigneeId !== undefined).length / closed.length).toBeGreaterThan(0.8);
  });

  it('contain the case of the vendor’s example before the vendor’s update', () => {
    const { title, description, projectId, reporterId, assigneeId } = found(cases, 2304);
    expect(title).toBe('Page does not load');
    expect(found(projects, projectId).spaceId).toBe(1);
    expect(reporterId).not.toBe(adminId);
    expect(assigneeId).toBeDefined();
    expect(description).not.toContain(vendorDescription);
  });
});

describe('discussions of the example data', () => {
  const comments = discussions.flatMap(({ caseId, comments }) => comments.map((each) => ({ ...each, caseId })));

  it('have forty comments by all eight people, some of them nested, internal, or with mentions', () => {
    expect(comments).toHaveLength(40);
    expect(new Set(comments.map(({ authorId }) => authorId))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(comments.filter(({ answerTo }) => answerTo !== undefined).length).toBeGreaterThan(10);
    expect(comments.filter(({ isInternal }) => isInternal === true).length).toBeGreaterThan(5);
    expect(comments.filter(({ text }) => /@[a-z]+\.[a-z]+/.test(text)).length).toBeGreaterThan(5);
  });

  it('are in the order in which they were said, after the case was created and before it was last updated', () => {
    for (const { caseId, comments } of discussions) {
      const { createdAt, updatedAt } = found(cases, caseId);
      const times = [createdAt, ...comments.map((each) => each.createdAt), updatedAt].map((each) => Date.parse(each));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
  });

  it('answer earlier comments, those to internal ones internally', () => {
    const answers = discussions.flatMap(({ comments }) =>
      comments.flatMap((comment, index) =>
        comment.answerTo === undefined
          ? []
          : [{ ...comment, answered: comments.slice(0, index)[comment.answerTo - 1] }],
      ),
    );
    expect(answers.filter(({ answered }) => answered === undefined)).toEqual([]);
    const open = answers.filter(({ answered, isInternal }) => answered?.isInternal === true && isInternal !== true);
    expect(open).toEqual([]);
  });

  it('are led by people who may write there, internally by managers and agents', () => {
    const strays = comments.filter(({ caseId, authorId, isInternal }) => {
      const role = roleIn(found(cases, caseId), authorId);
      return role === undefined || role === 'viewer' || (isInternal === true && role === 'contributor');
    });
    expect(strays).toEqual([]);
  });
});
