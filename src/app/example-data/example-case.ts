import type { ExampleCase } from './example-types.ts';

/** A case as the files of this folder write it: in few lines, without the project that the file stands for. */
export interface CaseDraft extends Pick<ExampleCase, 'id' | 'title' | 'description'> {
  readonly place: Pick<ExampleCase, 'sectionId' | 'milestoneId'>;
  readonly labels: Pick<ExampleCase, 'status' | 'priority' | 'tags'>;
  readonly people: Pick<ExampleCase, 'reporterId' | 'assigneeId' | 'recipientIds'>;
  readonly dates: readonly [createdAt: string, updatedAt: string];
}

/** The drafts as cases of one project. */
export const casesOfProject = (projectId: number, drafts: readonly CaseDraft[]): readonly ExampleCase[] =>
  drafts.map(({ id, title, description, place, labels, people, dates: [createdAt, updatedAt] }) => ({
    id,
    title,
    description,
    projectId,
    ...place,
    ...labels,
    ...people,
    createdAt,
    updatedAt,
  }));
