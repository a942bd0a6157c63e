import fc from 'fast-check';
import { exampleData } from '../../src/app/example-data/example-data.ts';

/** A case as clients read it, as far as updates change it: the plain object that updates are also applied to. */
export interface CaseModel {
  readonly IssueTitle: string;
  readonly IssueDescription: string;
  readonly SpaceID: number;
  readonly ProjectID: number;
  readonly ProjectSectionID: number;
  readonly MilestoneID: number;
  readonly IssueStatusID: number;
  readonly IssuePriorityID: number;
  readonly AssignedToUserID: number;
  readonly TagsCSV: string;
  readonly RecipientUserIDCSV: string;
}

export type Update = Partial<CaseModel>;

/** Every space has as many of each, with the same names in the same order, numbered one space after the other. */
const STATUSES = 6;
const PRIORITIES = 4;

const projectsIn = (spaceId: number) => exampleData.projects.filter((project) => project.spaceId === spaceId);
const projectWith = (id: number) => exampleData.projects.find((project) => project.id === id);
const has = (all: readonly { readonly id: number }[] | undefined, id: number): boolean =>
  all?.some((each) => each.id === id) ?? false;
const sees = (userId: number, spaceId: number): boolean => {
  const space = exampleData.spaces.find(({ id }) => id === spaceId);
  if (space?.visibility === 'public' || userId === 1) return has(exampleData.people, userId);
  return space?.members.some((member) => member.userId === userId) ?? false;
};

const idsIn = (csv: string): number[] =>
  csv
    .split(',')
    .filter((id) => id !== '')
    .map(Number);
const distinct = (csv: string): string => {
  const tags = csv.split(',').map((tag) => tag.trim());
  const first = (tag: string) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase());
  return tags.filter((tag, index) => tag !== '' && first(tag) === index).join();
};

/** Where the case will be, and what of its place is carried over there. */
const placeAfter = (before: CaseModel, update: Update) => {
  const SpaceID = update.SpaceID || before.SpaceID;
  const moves = SpaceID !== before.SpaceID;
  const ProjectID = update.ProjectID || (moves ? (projectsIn(SpaceID)[0]?.id ?? 0) : before.ProjectID);
  const project = projectWith(ProjectID);
  const kept = (id: number, all: readonly { readonly id: number }[] = []) => (has(all, id) ? id : 0);
  const shift = (count: number) => (SpaceID - before.SpaceID) * count;
  return {
    SpaceID,
    ProjectID,
    ProjectSectionID: update.ProjectSectionID ?? kept(before.ProjectSectionID, project?.sections),
    MilestoneID: update.MilestoneID ?? kept(before.MilestoneID, project?.milestones),
    IssueStatusID: update.IssueStatusID || before.IssueStatusID + shift(STATUSES),
    IssuePriorityID: update.IssuePriorityID || before.IssuePriorityID + shift(PRIORITIES),
  };
};

const peopleAfter = (before: CaseModel, update: Update, spaceId: number) => {
  const stays = (userId: number) => sees(userId, spaceId);
  return {
    AssignedToUserID: update.AssignedToUserID ?? (stays(before.AssignedToUserID) ? before.AssignedToUserID : 0),
    RecipientUserIDCSV: (update.RecipientUserIDCSV === undefined
      ? idsIn(before.RecipientUserIDCSV).filter(stays)
      : [...new Set(idsIn(update.RecipientUserIDCSV))]
    ).join(),
  };
};

const isPossible = (after: CaseModel): boolean => {
  const project = projectWith(after.ProjectID);
  const within = (id: number, count: number) => Math.ceil(id / count) === after.SpaceID;
  return (
    after.IssueTitle !== '' &&
    project?.spaceId === after.SpaceID &&
    (after.ProjectSectionID === 0 || has(project.sections, after.ProjectSectionID)) &&
    (after.MilestoneID === 0 || has(project.milestones, after.MilestoneID)) &&
    within(after.IssueStatusID, STATUSES) &&
    within(after.IssuePriorityID, PRIORITIES) &&
    (after.AssignedToUserID === 0 || sees(after.AssignedToUserID, after.SpaceID)) &&
    idsIn(after.RecipientUserIDCSV).every((id) => sees(id, after.SpaceID))
  );
};

/** The plain object after the update, or undefined when it has to be refused. */
export const applyUpdate = (before: CaseModel, update: Update): CaseModel | undefined => {
  const place = placeAfter(before, update);
  const after = {
    IssueTitle: (update.IssueTitle ?? before.IssueTitle).trim(),
    IssueDescription: update.IssueDescription ?? before.IssueDescription,
    TagsCSV: distinct(update.TagsCSV ?? before.TagsCSV),
    ...place,
    ...peopleAfter(before, update, place.SpaceID),
  };
  return isPossible(after) ? after : undefined;
};

const titles = fc.oneof(
  fc.stringMatching(/^[a-z ]{1,12}$/u),
  fc.constantFrom('Größe 📏', ' x ', 'a < b', '100 %', '" \\ \''),
);
const descriptions = fc.oneof(
  fc.stringMatching(/^[a-z\n ]{0,20}$/u),
  fc.constantFrom('<p>one</p>', '<b>a</b> &amp; b', ''),
);
const csvOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 }).map((items) => items.join());

/** Values for every property: mostly ones that exist somewhere, now and then 0 or one that does not. */
export const values = {
  IssueTitle: titles,
  IssueDescription: descriptions,
  SpaceID: fc.constantFrom(1, 1, 2, 2, 0),
  ProjectID: fc.constantFrom(1, 2, 3, 4, 0, 5),
  ProjectSectionID: fc.nat({ max: 19 }),
  MilestoneID: fc.nat({ max: 13 }),
  IssueStatusID: fc.nat({ max: 13 }),
  IssuePriorityID: fc.nat({ max: 9 }),
  AssignedToUserID: fc.nat({ max: 9 }),
  TagsCSV: csvOf(fc.constantFrom('one', 'Two', 'two', 'THREE', ' four ', '📏')),
  RecipientUserIDCSV: csvOf(fc.integer({ min: 1, max: 8 })),
};

/** An update of up to four properties: with more of them, hardly one would be possible. */
export const updates: fc.Arbitrary<Update> = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(values) as (keyof CaseModel)[])), { minLength: 1, maxLength: 4 })
  .chain((names) => fc.record(values).map((all) => Object.fromEntries(names.map((name) => [name, all[name]]))));
