import type { CaseChanges, CaseProperties } from '../../src/features/cases/case.ts';
import type { ChoiceKind } from '../../src/features/choices/choice.ts';
import type { SpaceVisibility } from '../../src/features/spaces/space.ts';
import type { Door as DoorName } from '../../src/kernel/actor.ts';
import type { SpaceRole, WorkspaceRole } from '../../src/kernel/permissions.ts';
import type { SentFile } from '../support/uploads.ts';

/** The properties of a new case. */
export type NewCase = CaseChanges & Pick<CaseProperties, 'title' | 'spaceId' | 'projectId'> & { reporterId?: number };

/** A comment as whoever writes it means it. */
export interface NewComment {
  readonly caseId: number;
  readonly text: string;
  readonly isInternal?: boolean;
  readonly parentId?: number;
}

interface Likeable {
  readonly entity: 'case' | 'comment';
  readonly id: number;
}

interface ChoiceReference {
  readonly kind: ChoiceKind;
  readonly id: number;
}

interface Membership {
  readonly spaceId: number;
  readonly userId: number;
  readonly username: string;
}

interface UserReference {
  readonly userId: number;
  readonly username: string;
}

/** Every change that more than one door can make. What a door refuses is thrown as a `RefusedError`. */
export interface Abilities {
  readonly createCase: (properties: NewCase) => Promise<void>;
  readonly updateCase: (caseId: number, changes: CaseChanges) => Promise<void>;
  /** A change and a comment on it, one after the other or both at once. */
  readonly updateWithComment: (caseId: number, changes: CaseChanges, text: string) => Promise<void>;
  /** The same change of several cases, and a comment on each, one after the other or all at once. */
  readonly updateCases: (caseIds: readonly number[], changes: CaseChanges, text?: string) => Promise<void>;
  /** Tags that cases get and lose, whatever others they have. */
  readonly tagCases: (caseIds: readonly number[], tags: { add: string[]; remove: string[] }) => Promise<void>;
  /** A day such as 2026-12-24; null for none. The old product has no due dates of cases. */
  readonly setDueDate: (caseId: number, day: string | null) => Promise<void>;
  readonly deleteCase: (caseId: number) => Promise<void>;
  readonly restoreCase: (caseId: number) => Promise<void>;
  readonly comment: (comment: NewComment) => Promise<void>;
  readonly like: (likeable: Likeable) => Promise<void>;
  readonly unlike: (likeable: Likeable) => Promise<void>;
  readonly attach: (to: { caseId: number; commentId?: number }, files: readonly SentFile[]) => Promise<void>;
  /** A space with its first project. */
  readonly createSpace: (space: { name: string; visibility: SpaceVisibility; project: string }) => Promise<void>;
  readonly renameSpace: (spaceId: number, name: string) => Promise<void>;
  readonly setVisibility: (spaceId: number, visibility: SpaceVisibility) => Promise<void>;
  readonly archiveSpace: (spaceId: number) => Promise<void>;
  readonly unarchiveSpace: (spaceId: number) => Promise<void>;
  readonly setMember: (membership: Membership & { readonly role: SpaceRole }) => Promise<void>;
  readonly removeMember: (membership: Membership) => Promise<void>;
  readonly createChoice: (
    kind: ChoiceKind,
    place: { spaceId: number; projectId: number },
    name: string,
  ) => Promise<void>;
  readonly renameChoice: (choice: ChoiceReference, name: string) => Promise<void>;
  readonly moveChoice: (choice: ChoiceReference, position: number) => Promise<void>;
  readonly makeDefault: (choice: ChoiceReference) => Promise<void>;
  readonly archiveChoice: (choice: ChoiceReference) => Promise<void>;
  readonly unarchiveChoice: (choice: ChoiceReference) => Promise<void>;
  readonly deleteChoice: (choice: ChoiceReference) => Promise<void>;
  readonly mergeChoice: (choice: ChoiceReference, intoId: number) => Promise<void>;
  /** A day such as 2027-03-01; null for none. */
  readonly scheduleMilestone: (id: number, day: string | null) => Promise<void>;
  readonly completeMilestone: (id: number) => Promise<void>;
  readonly reopenMilestone: (id: number) => Promise<void>;
  readonly renameTag: (spaceId: number, tag: string, name: string) => Promise<void>;
  readonly removeTag: (spaceId: number, tag: string) => Promise<void>;
  readonly createUser: (user: { username: string; email: string }) => Promise<void>;
  readonly changeProfile: (user: UserReference, profile: { displayName: string; email: string }) => Promise<void>;
  readonly setRole: (user: UserReference, role: WorkspaceRole) => Promise<void>;
  readonly deactivateUser: (user: UserReference) => Promise<void>;
  readonly activateUser: (user: UserReference) => Promise<void>;
  readonly issueKey: (user: UserReference, name: string) => Promise<void>;
  readonly renameKey: (keyId: number, name: string) => Promise<void>;
  readonly revokeKey: (keyId: number) => Promise<void>;
  readonly changeStatus: (id: number, meaning: { isClosed: boolean; cssClass: string }) => Promise<void>;
}

/** One way in. */
export interface Door {
  /** What people call it. */
  readonly title: string;
  /** What is recorded with every change that came through it. */
  readonly recordedAs: DoorName;
  /** Whether it is the operator of the machine who acts, and not the administrator with a key. */
  readonly isOperators: boolean;
  readonly can: Partial<Abilities>;
}

/** What was asked for was refused, in the manner of the door. */
export class RefusedError extends Error {}
