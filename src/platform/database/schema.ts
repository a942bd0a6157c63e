import type { BulkChangesTable, BulkPortionsTable } from './schema/bulk.ts';
import type {
  CaseHistoryTable,
  CaseLinksTable,
  CaseRecipientsTable,
  CaseSearchTable,
  CasesTable,
  CaseTagsTable,
  CaseViewersTable,
  HistoryGroupsTable,
} from './schema/cases.ts';
import type {
  AttachmentsTable,
  AttachmentUsageTable,
  CommentHistoryTable,
  CommentSearchTable,
  CommentsTable,
  LikesTable,
} from './schema/discussion.ts';
import type {
  ActivitiesTable,
  CaseMutesTable,
  ConfigurationEpochTable,
  EventCursorsTable,
  EventFailuresTable,
  EventsTable,
  NotificationsTable,
  UnwantedReasonsTable,
} from './schema/events.ts';
import type { CaseExternalIdsTable, ExportsTable, ImportRefusalsTable, ImportsTable } from './schema/imports.ts';
import type {
  ApiKeysTable,
  AvatarsTable,
  DeviceTokensTable,
  OutgoingMailsTable,
  PasswordLinksTable,
  PasswordRequestsTable,
  SecretsTable,
  SignInsTable,
  UsersTable,
  WorkspaceTable,
} from './schema/people.ts';
import type { AttemptsTable, IdempotencyKeysTable } from './schema/requests.ts';
import type {
  CaseTemplatesTable,
  MilestonesTable,
  PrioritiesTable,
  ProjectsTable,
  SectionsTable,
  SpaceMembersTable,
  SpacesTable,
  StatusesTable,
} from './schema/spaces.ts';
import type { ViewsTable } from './schema/views.ts';
import type { WebhookDeliveriesTable, WebhooksTable } from './schema/webhooks.ts';

/** Every table of the database. Each is written only by the store of its owner. */
export interface Schema {
  workspace: WorkspaceTable;
  users: UsersTable;
  avatars: AvatarsTable;
  api_keys: ApiKeysTable;
  password_links: PasswordLinksTable;
  password_requests: PasswordRequestsTable;
  outgoing_mails: OutgoingMailsTable;
  secrets: SecretsTable;
  device_tokens: DeviceTokensTable;
  sign_ins: SignInsTable;
  spaces: SpacesTable;
  space_members: SpaceMembersTable;
  projects: ProjectsTable;
  sections: SectionsTable;
  milestones: MilestonesTable;
  statuses: StatusesTable;
  priorities: PrioritiesTable;
  cases: CasesTable;
  case_tags: CaseTagsTable;
  case_recipients: CaseRecipientsTable;
  case_links: CaseLinksTable;
  case_viewers: CaseViewersTable;
  case_templates: CaseTemplatesTable;
  case_history: CaseHistoryTable;
  history_groups: HistoryGroupsTable;
  bulk_changes: BulkChangesTable;
  bulk_portions: BulkPortionsTable;
  case_external_ids: CaseExternalIdsTable;
  imports: ImportsTable;
  import_refusals: ImportRefusalsTable;
  exports: ExportsTable;
  case_search: CaseSearchTable;
  comments: CommentsTable;
  comment_search: CommentSearchTable;
  comment_history: CommentHistoryTable;
  attachments: AttachmentsTable;
  attachment_usage: AttachmentUsageTable;
  likes: LikesTable;
  events: EventsTable;
  event_cursors: EventCursorsTable;
  event_failures: EventFailuresTable;
  activities: ActivitiesTable;
  notifications: NotificationsTable;
  case_mutes: CaseMutesTable;
  unwanted_reasons: UnwantedReasonsTable;
  idempotency_keys: IdempotencyKeysTable;
  attempts: AttemptsTable;
  views: ViewsTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  configuration_epoch: ConfigurationEpochTable;
}
