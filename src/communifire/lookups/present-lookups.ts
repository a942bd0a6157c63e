import type { Static } from 'typebox';
import type { Milestone, Priority, Project, Section, Status } from '../../features/spaces/space.ts';
import { isoUtc } from '../dates.ts';
import type { WireMilestone, WirePriority, WireProject, WireSection, WireStatus } from './lookups.wire.ts';

export const presentStatus = ({ id, name, cssClass, isDefault, isClosed }: Status): Static<typeof WireStatus> => ({
  IssueStatusID: id,
  IssueStatusName: name,
  StatusColorCssClass: cssClass,
  IsDefault: isDefault,
  IsClosed: isClosed,
});

export const presentPriority = ({ id, name, isDefault }: Priority): Static<typeof WirePriority> => ({
  IssuePriorityID: id,
  IssuePriorityName: name,
  IsDefault: isDefault,
});

export const presentProject = ({ id, title, isDefault }: Project): Static<typeof WireProject> => ({
  ProjectID: id,
  ProjectTitle: title,
  IsDefaultProject: isDefault,
});

export const presentSection = ({ id, name }: Section): Static<typeof WireSection> => ({
  ProjectSectionID: id,
  ProjectSectionName: name,
});

export const presentMilestone = (
  { id, title, dueAt }: Milestone,
  percentComplete: number,
): Static<typeof WireMilestone> => ({
  MilestoneID: id,
  MilestoneTitle: title,
  DueDate: dueAt === null ? '' : isoUtc(dueAt),
  PercentComplete: percentComplete,
});
