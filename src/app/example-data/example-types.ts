import type { SpaceVisibility } from '../../features/spaces/space.ts';
import type { SpaceRole, WorkspaceRole } from '../../kernel/permissions.ts';

export interface ExamplePerson {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: WorkspaceRole;
  /** IANA name. */
  readonly timeZone: string;
}

interface ExampleMember {
  readonly userId: number;
  readonly role: SpaceRole;
}

export interface ExampleSpace {
  readonly id: number;
  readonly name: string;
  readonly visibility: SpaceVisibility;
  readonly members: readonly ExampleMember[];
}

interface ExampleSection {
  readonly id: number;
  readonly name: string;
}

interface ExampleMilestone {
  readonly id: number;
  readonly title: string;
  /** ISO date without a time. */
  readonly dueDate: string;
}

export interface ExampleProject {
  readonly id: number;
  readonly spaceId: number;
  readonly title: string;
  readonly isDefault: boolean;
  readonly sections: readonly ExampleSection[];
  readonly milestones: readonly ExampleMilestone[];
}

/** Names among the statuses that every new space has. */
type ExampleStatusName = 'New' | 'In Progress' | 'Feedback Required' | 'Fixed' | 'Reopened' | 'Closed';

/** Names among the priorities that every new space has. */
type ExamplePriorityName = 'Low' | 'Normal' | 'High' | 'Urgent';

export interface ExampleCase {
  readonly id: number;
  readonly title: string;
  /** HTML. */
  readonly description: string;
  readonly projectId: number;
  readonly sectionId?: number;
  readonly milestoneId?: number;
  readonly status: ExampleStatusName;
  readonly priority: ExamplePriorityName;
  readonly assigneeId?: number;
  readonly reporterId: number;
  readonly tags: readonly string[];
  readonly recipientIds: readonly number[];
  /** ISO instant in UTC. */
  readonly createdAt: string;
  /** ISO instant in UTC. */
  readonly updatedAt: string;
}

interface ExampleComment {
  readonly authorId: number;
  /** HTML. */
  readonly text: string;
  /** ISO instant in UTC. */
  readonly createdAt: string;
  readonly isInternal?: true;
  /** Which comment on the case it answers, counted from 1. */
  readonly answerTo?: number;
}

/** What was said about a case, oldest first. */
export interface ExampleDiscussion {
  readonly caseId: number;
  readonly comments: readonly ExampleComment[];
}

/** Everything in the sandbox; people, spaces, projects and cases in the order of their IDs. */
export interface ExampleData {
  readonly people: readonly ExamplePerson[];
  readonly spaces: readonly ExampleSpace[];
  readonly projects: readonly ExampleProject[];
  readonly cases: readonly ExampleCase[];
  readonly discussions: readonly ExampleDiscussion[];
}
