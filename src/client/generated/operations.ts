// Written by npm run openapi from docs/api/openapi.json: what is changed here is lost.

import type { EventStream } from '../event-stream.ts';
import type { Arguments, CallOptions, OperationDescription } from '../operation.ts';
import type { Pages } from '../pages.ts';
import type * as types from './types.ts';

/** How each operation is asked for. */
export const operations = {
  getAttachmentContent: { method: "GET", path: "/api/v1/attachments/{attachmentId}/content", query: ["signature"], headers: {"ifNoneMatch":"If-None-Match","range":"Range"}, answerType: "*/*" },
  getAttachment: { method: "GET", path: "/api/v1/attachments/{attachmentId}", answerType: "application/json" },
  deleteAttachment: { method: "DELETE", path: "/api/v1/attachments/{attachmentId}", query: ["dryRun"], writes: true },
  listAuditEntries: { method: "GET", path: "/api/v1/audit", query: ["limit","cursor","kind","userId","since","until"], answerType: "application/json", cursor: "cursor" },
  listBin: { method: "GET", path: "/api/v1/bin", query: ["limit","cursor","spaceId"], answerType: "application/json", cursor: "cursor" },
  purgeCase: { method: "DELETE", path: "/api/v1/bin/{caseId}", query: ["dryRun"], writes: true },
  restoreCase: { method: "POST", path: "/api/v1/cases/{caseId}/restore", query: ["fields","include","dryRun"], answerType: "application/json", writes: true },
  changeCases: { method: "POST", path: "/api/v1/cases/bulk", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listBulkChanges: { method: "GET", path: "/api/v1/bulk", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  getBulkChange: { method: "GET", path: "/api/v1/bulk/{bulkId}", answerType: "application/json" },
  listBulkResults: { method: "GET", path: "/api/v1/bulk/{bulkId}/results", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  listBulkHistory: { method: "GET", path: "/api/v1/bulk/{bulkId}/history", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  cancelBulkChange: { method: "POST", path: "/api/v1/bulk/{bulkId}/cancel", query: ["dryRun"], answerType: "application/json", writes: true },
  revertBulkChange: { method: "POST", path: "/api/v1/bulk/{bulkId}/revert", query: ["dryRun"], answerType: "application/json", writes: true },
  listCases: { method: "GET", path: "/api/v1/cases", query: ["query","limit","cursor","fields","include","count"], answerType: "application/json", cursor: "cursor" },
  createCase: { method: "POST", path: "/api/v1/cases", query: ["fields","include","dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  countCases: { method: "GET", path: "/api/v1/cases/counts", query: ["query","groupBy"], answerType: "application/json" },
  getCase: { method: "GET", path: "/api/v1/cases/{caseId}", query: ["fields","include"], headers: {"ifNoneMatch":"If-None-Match"}, answerType: "application/json" },
  updateCase: { method: "PATCH", path: "/api/v1/cases/{caseId}", query: ["fields","include","dryRun"], headers: {"ifMatch":"If-Match"}, bodyType: "application/json", answerType: "application/json", writes: true },
  deleteCase: { method: "DELETE", path: "/api/v1/cases/{caseId}", query: ["dryRun"], headers: {"ifMatch":"If-Match"}, writes: true },
  exportCases: { method: "GET", path: "/api/v1/cases/export", query: ["format","query","spaceId"], answerType: "text/csv" },
  beginExport: { method: "POST", path: "/api/v1/exports", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getExport: { method: "GET", path: "/api/v1/exports/{exportId}", answerType: "application/json" },
  deleteExport: { method: "DELETE", path: "/api/v1/exports/{exportId}", query: ["dryRun"], writes: true },
  getExportFile: { method: "GET", path: "/api/v1/exports/{exportId}/file", answerType: "text/csv" },
  listComments: { method: "GET", path: "/api/v1/cases/{caseId}/comments", query: ["limit","cursor","order","parentId","include"], answerType: "application/json", cursor: "cursor" },
  createComment: { method: "POST", path: "/api/v1/cases/{caseId}/comments", query: ["include","dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getComment: { method: "GET", path: "/api/v1/comments/{commentId}", query: ["include"], answerType: "application/json" },
  editComment: { method: "PATCH", path: "/api/v1/comments/{commentId}", query: ["include","dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteComment: { method: "DELETE", path: "/api/v1/comments/{commentId}", query: ["dryRun"], writes: true },
  listCommentHistory: { method: "GET", path: "/api/v1/comments/{commentId}/history", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  getCaseLikes: { method: "GET", path: "/api/v1/cases/{caseId}/like", answerType: "application/json" },
  likeCase: { method: "PUT", path: "/api/v1/cases/{caseId}/like", query: ["dryRun"], answerType: "application/json", writes: true },
  unlikeCase: { method: "DELETE", path: "/api/v1/cases/{caseId}/like", query: ["dryRun"], answerType: "application/json", writes: true },
  getCommentLikes: { method: "GET", path: "/api/v1/comments/{commentId}/like", answerType: "application/json" },
  likeComment: { method: "PUT", path: "/api/v1/comments/{commentId}/like", query: ["dryRun"], answerType: "application/json", writes: true },
  unlikeComment: { method: "DELETE", path: "/api/v1/comments/{commentId}/like", query: ["dryRun"], answerType: "application/json", writes: true },
  listCaseLinks: { method: "GET", path: "/api/v1/cases/{caseId}/links", answerType: "application/json" },
  linkCases: { method: "POST", path: "/api/v1/cases/{caseId}/links", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteLink: { method: "DELETE", path: "/api/v1/links/{linkId}", query: ["dryRun"], writes: true },
  closeAsDuplicate: { method: "POST", path: "/api/v1/cases/{caseId}/duplicate-of", query: ["dryRun"], headers: {"ifMatch":"If-Match"}, bodyType: "application/json", answerType: "application/json", writes: true },
  listProjects: { method: "GET", path: "/api/v1/spaces/{spaceId}/projects", answerType: "application/json" },
  createProject: { method: "POST", path: "/api/v1/spaces/{spaceId}/projects", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listAllProjects: { method: "GET", path: "/api/v1/projects", answerType: "application/json" },
  getProject: { method: "GET", path: "/api/v1/projects/{projectId}", answerType: "application/json" },
  updateProject: { method: "PATCH", path: "/api/v1/projects/{projectId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteProject: { method: "DELETE", path: "/api/v1/projects/{projectId}", query: ["dryRun"], writes: true },
  mergeProject: { method: "POST", path: "/api/v1/projects/{projectId}/merge", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listSections: { method: "GET", path: "/api/v1/projects/{projectId}/sections", answerType: "application/json" },
  createSection: { method: "POST", path: "/api/v1/projects/{projectId}/sections", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getSection: { method: "GET", path: "/api/v1/sections/{sectionId}", answerType: "application/json" },
  updateSection: { method: "PATCH", path: "/api/v1/sections/{sectionId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteSection: { method: "DELETE", path: "/api/v1/sections/{sectionId}", query: ["dryRun"], writes: true },
  mergeSection: { method: "POST", path: "/api/v1/sections/{sectionId}/merge", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listMilestones: { method: "GET", path: "/api/v1/projects/{projectId}/milestones", answerType: "application/json" },
  createMilestone: { method: "POST", path: "/api/v1/projects/{projectId}/milestones", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getMilestone: { method: "GET", path: "/api/v1/milestones/{milestoneId}", answerType: "application/json" },
  updateMilestone: { method: "PATCH", path: "/api/v1/milestones/{milestoneId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteMilestone: { method: "DELETE", path: "/api/v1/milestones/{milestoneId}", query: ["dryRun"], writes: true },
  mergeMilestone: { method: "POST", path: "/api/v1/milestones/{milestoneId}/merge", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listStatuses: { method: "GET", path: "/api/v1/spaces/{spaceId}/statuses", answerType: "application/json" },
  createStatus: { method: "POST", path: "/api/v1/spaces/{spaceId}/statuses", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listAllStatuses: { method: "GET", path: "/api/v1/statuses", answerType: "application/json" },
  getStatus: { method: "GET", path: "/api/v1/statuses/{statusId}", answerType: "application/json" },
  updateStatus: { method: "PATCH", path: "/api/v1/statuses/{statusId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteStatus: { method: "DELETE", path: "/api/v1/statuses/{statusId}", query: ["dryRun"], writes: true },
  mergeStatus: { method: "POST", path: "/api/v1/statuses/{statusId}/merge", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listPriorities: { method: "GET", path: "/api/v1/spaces/{spaceId}/priorities", answerType: "application/json" },
  createPriority: { method: "POST", path: "/api/v1/spaces/{spaceId}/priorities", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listAllPriorities: { method: "GET", path: "/api/v1/priorities", answerType: "application/json" },
  getPriority: { method: "GET", path: "/api/v1/priorities/{priorityId}", answerType: "application/json" },
  updatePriority: { method: "PATCH", path: "/api/v1/priorities/{priorityId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deletePriority: { method: "DELETE", path: "/api/v1/priorities/{priorityId}", query: ["dryRun"], writes: true },
  mergePriority: { method: "POST", path: "/api/v1/priorities/{priorityId}/merge", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listTemplates: { method: "GET", path: "/api/v1/projects/{projectId}/templates", answerType: "application/json" },
  createTemplate: { method: "POST", path: "/api/v1/projects/{projectId}/templates", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getTemplate: { method: "GET", path: "/api/v1/templates/{templateId}", answerType: "application/json" },
  updateTemplate: { method: "PATCH", path: "/api/v1/templates/{templateId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteTemplate: { method: "DELETE", path: "/api/v1/templates/{templateId}", query: ["dryRun"], writes: true },
  listEvents: { method: "GET", path: "/api/v1/events", query: ["after","limit","space","type"], answerType: "application/json", cursor: "after" },
  streamEvents: { method: "GET", path: "/api/v1/events/stream", query: ["after","viewers","space","type"], answerType: "text/event-stream" },
  listCaseHistory: { method: "GET", path: "/api/v1/cases/{caseId}/history", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  getCaseAt: { method: "GET", path: "/api/v1/cases/{caseId}/at", query: ["revision","time"], answerType: "application/json" },
  revertCase: { method: "POST", path: "/api/v1/cases/{caseId}/revert", query: ["dryRun"], headers: {"ifMatch":"If-Match"}, bodyType: "application/json", answerType: "application/json", writes: true },
  listUserHistory: { method: "GET", path: "/api/v1/users/{userId}/history", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  listKeyHistory: { method: "GET", path: "/api/v1/keys/{keyId}/history", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  getImport: { method: "GET", path: "/api/v1/imports/{importId}", answerType: "application/json" },
  listRefusedRows: { method: "GET", path: "/api/v1/imports/{importId}/refusals", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  cancelImport: { method: "POST", path: "/api/v1/imports/{importId}/cancel", query: ["dryRun"], answerType: "application/json", writes: true },
  revertImport: { method: "POST", path: "/api/v1/imports/{importId}/revert", query: ["dryRun"], answerType: "application/json", writes: true },
  listAllKeys: { method: "GET", path: "/api/v1/workspace/keys", query: ["limit","cursor","state","userId"], answerType: "application/json", cursor: "cursor" },
  listKeys: { method: "GET", path: "/api/v1/keys", query: ["limit","cursor","state"], answerType: "application/json", cursor: "cursor" },
  createKey: { method: "POST", path: "/api/v1/keys", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listUserKeys: { method: "GET", path: "/api/v1/users/{userId}/keys", query: ["limit","cursor","state"], answerType: "application/json", cursor: "cursor" },
  createUserKey: { method: "POST", path: "/api/v1/users/{userId}/keys", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getKey: { method: "GET", path: "/api/v1/keys/{keyId}", answerType: "application/json" },
  updateKey: { method: "PATCH", path: "/api/v1/keys/{keyId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteKey: { method: "DELETE", path: "/api/v1/keys/{keyId}", query: ["dryRun"], writes: true },
  getMe: { method: "GET", path: "/api/v1/me", answerType: "application/json" },
  updateMe: { method: "PATCH", path: "/api/v1/me", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  changePassword: { method: "POST", path: "/api/v1/me/password", bodyType: "application/json" },
  requestPasswordLink: { method: "POST", path: "/api/v1/password-requests", bodyType: "application/json" },
  mailPasswordLink: { method: "POST", path: "/api/v1/users/{userId}/password-mails", query: ["dryRun"], bodyType: "application/json", writes: true },
  getCaseMute: { method: "GET", path: "/api/v1/cases/{caseId}/mute", answerType: "application/json" },
  muteCase: { method: "PUT", path: "/api/v1/cases/{caseId}/mute", query: ["dryRun"], answerType: "application/json", writes: true },
  unmuteCase: { method: "DELETE", path: "/api/v1/cases/{caseId}/mute", query: ["dryRun"], answerType: "application/json", writes: true },
  listNotifications: { method: "GET", path: "/api/v1/notifications", query: ["limit","cursor","unread","spaceId"], answerType: "application/json", cursor: "cursor" },
  countNotifications: { method: "GET", path: "/api/v1/notifications/counts", answerType: "application/json" },
  markNotifications: { method: "POST", path: "/api/v1/notifications/mark", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getNotification: { method: "GET", path: "/api/v1/notifications/{notificationId}", answerType: "application/json" },
  updateNotification: { method: "PATCH", path: "/api/v1/notifications/{notificationId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getNotificationPreferences: { method: "GET", path: "/api/v1/me/notification-preferences", answerType: "application/json" },
  updateNotificationPreferences: { method: "PATCH", path: "/api/v1/me/notification-preferences", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getFlow: { method: "GET", path: "/api/v1/reports/flow", query: ["query","from","to","interval"], answerType: "application/json" },
  getDurations: { method: "GET", path: "/api/v1/reports/durations", query: ["query"], answerType: "application/json" },
  searchCases: { method: "GET", path: "/api/v1/search", query: ["query","limit","cursor"], answerType: "application/json", cursor: "cursor" },
  listSpaces: { method: "GET", path: "/api/v1/spaces", query: ["limit","cursor","archived"], answerType: "application/json", cursor: "cursor" },
  createSpace: { method: "POST", path: "/api/v1/spaces", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getSpace: { method: "GET", path: "/api/v1/spaces/{spaceId}", answerType: "application/json" },
  updateSpace: { method: "PATCH", path: "/api/v1/spaces/{spaceId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listMembers: { method: "GET", path: "/api/v1/spaces/{spaceId}/members", query: ["limit","cursor","role"], answerType: "application/json", cursor: "cursor" },
  getMember: { method: "GET", path: "/api/v1/spaces/{spaceId}/members/{userId}", answerType: "application/json" },
  setMember: { method: "PUT", path: "/api/v1/spaces/{spaceId}/members/{userId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  removeMember: { method: "DELETE", path: "/api/v1/spaces/{spaceId}/members/{userId}", query: ["dryRun"], writes: true },
  listTags: { method: "GET", path: "/api/v1/spaces/{spaceId}/tags", query: ["limit","cursor","q"], answerType: "application/json", cursor: "cursor" },
  renameTag: { method: "POST", path: "/api/v1/spaces/{spaceId}/tags/rename", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  removeTag: { method: "POST", path: "/api/v1/spaces/{spaceId}/tags/remove", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listSessions: { method: "GET", path: "/api/v1/sessions", answerType: "application/json" },
  createSession: { method: "POST", path: "/api/v1/sessions", bodyType: "application/json", answerType: "application/json" },
  deleteOtherSessions: { method: "DELETE", path: "/api/v1/sessions", query: ["dryRun"], answerType: "application/json", writes: true },
  deleteSession: { method: "DELETE", path: "/api/v1/sessions/{sessionId}", query: ["dryRun"], writes: true },
  listUsers: { method: "GET", path: "/api/v1/users", query: ["limit","cursor","search","spaceId","state"], answerType: "application/json", cursor: "cursor" },
  createUser: { method: "POST", path: "/api/v1/users", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getUser: { method: "GET", path: "/api/v1/users/{userId}", answerType: "application/json" },
  updateUser: { method: "PATCH", path: "/api/v1/users/{userId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  createPasswordLink: { method: "POST", path: "/api/v1/users/{userId}/password-link", query: ["dryRun"], answerType: "application/json", writes: true },
  listCaseViewers: { method: "GET", path: "/api/v1/cases/{caseId}/viewers", answerType: "application/json" },
  lookAtCase: { method: "PUT", path: "/api/v1/cases/{caseId}/viewers/{pageId}", query: ["dryRun"], answerType: "application/json", writes: true },
  lookAwayFromCase: { method: "DELETE", path: "/api/v1/cases/{caseId}/viewers/{pageId}", query: ["dryRun"], writes: true },
  listViews: { method: "GET", path: "/api/v1/views", query: ["limit","cursor","spaceId"], answerType: "application/json", cursor: "cursor" },
  createView: { method: "POST", path: "/api/v1/views", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getView: { method: "GET", path: "/api/v1/views/{viewId}", answerType: "application/json" },
  updateView: { method: "PATCH", path: "/api/v1/views/{viewId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteView: { method: "DELETE", path: "/api/v1/views/{viewId}", query: ["dryRun"], writes: true },
  listWebhooks: { method: "GET", path: "/api/v1/webhooks", query: ["limit","cursor","spaceId"], answerType: "application/json", cursor: "cursor" },
  createWebhook: { method: "POST", path: "/api/v1/webhooks", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  getWebhook: { method: "GET", path: "/api/v1/webhooks/{webhookId}", answerType: "application/json" },
  updateWebhook: { method: "PATCH", path: "/api/v1/webhooks/{webhookId}", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  deleteWebhook: { method: "DELETE", path: "/api/v1/webhooks/{webhookId}", query: ["dryRun"], writes: true },
  rotateWebhookSecret: { method: "POST", path: "/api/v1/webhooks/{webhookId}/rotate-secret", query: ["dryRun"], answerType: "application/json", writes: true },
  pingWebhook: { method: "POST", path: "/api/v1/webhooks/{webhookId}/ping", query: ["dryRun"], answerType: "application/json", writes: true },
  listWebhookDeliveries: { method: "GET", path: "/api/v1/webhooks/{webhookId}/deliveries", query: ["limit","cursor","status"], answerType: "application/json", cursor: "cursor" },
  getWebhookDelivery: { method: "GET", path: "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}", answerType: "application/json" },
  redeliverWebhookDelivery: { method: "POST", path: "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver", query: ["dryRun"], answerType: "application/json", writes: true },
  getWorkspace: { method: "GET", path: "/api/v1/workspace", answerType: "application/json" },
  updateWorkspace: { method: "PATCH", path: "/api/v1/workspace", query: ["dryRun"], bodyType: "application/json", answerType: "application/json", writes: true },
  listCaseAttachments: { method: "GET", path: "/api/v1/cases/{caseId}/attachments", query: ["limit","cursor","withComments"], answerType: "application/json", cursor: "cursor" },
  attachToCase: { method: "POST", path: "/api/v1/cases/{caseId}/attachments", query: ["dryRun"], bodyType: "multipart/form-data", answerType: "application/json", writes: true },
  listCommentAttachments: { method: "GET", path: "/api/v1/comments/{commentId}/attachments", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  attachToComment: { method: "POST", path: "/api/v1/comments/{commentId}/attachments", query: ["dryRun"], bodyType: "multipart/form-data", answerType: "application/json", writes: true },
  getAvatar: { method: "GET", path: "/api/v1/users/{userId}/avatar", query: ["v"], headers: {"ifNoneMatch":"If-None-Match","range":"Range"}, answerType: "image/*" },
  setAvatar: { method: "PUT", path: "/api/v1/users/{userId}/avatar", query: ["dryRun"], bodyType: "multipart/form-data", answerType: "application/json", writes: true },
  deleteAvatar: { method: "DELETE", path: "/api/v1/users/{userId}/avatar", query: ["dryRun"], writes: true },
  listImports: { method: "GET", path: "/api/v1/imports", query: ["limit","cursor"], answerType: "application/json", cursor: "cursor" },
  importCases: { method: "POST", path: "/api/v1/imports", query: ["spaceId","format","columns","dryRun"], bodyType: "multipart/form-data", answerType: "application/json", writes: true },
} as const satisfies Readonly<Record<string, OperationDescription>>;

/** Every operation of the API. */
export interface Operations {
  /** Read a file. */
  getAttachmentContent(request: Arguments<types.GetAttachmentContentData, "ifNoneMatch" | "range">, options?: CallOptions): Promise<Response>;
  /** Read what is known about a file. */
  getAttachment(request: Arguments<types.GetAttachmentData>, options?: CallOptions): Promise<types.GetAttachmentResponse>;
  /** Delete a file. */
  deleteAttachment(request: Arguments<types.DeleteAttachmentData>, options?: CallOptions): Promise<void>;
  /** Read who signed in and who changed people, keys and configuration. */
  listAuditEntries(request?: Arguments<types.ListAuditEntriesData>, options?: CallOptions): Pages<types.ListAuditEntriesResponse>;
  /** List deleted cases. */
  listBin(request?: Arguments<types.ListBinData>, options?: CallOptions): Pages<types.ListBinResponse>;
  /** Delete a case of the bin for good. */
  purgeCase(request: Arguments<types.PurgeCaseData>, options?: CallOptions): Promise<void>;
  /** Take a case out of the bin. */
  restoreCase(request: Arguments<types.RestoreCaseData>, options?: CallOptions): Promise<types.RestoreCaseResponse>;
  /** Change many cases at once. */
  changeCases(request: Arguments<types.ChangeCasesData>, options?: CallOptions): Promise<types.ChangeCasesResponse>;
  /** List bulk changes, the latest first. */
  listBulkChanges(request?: Arguments<types.ListBulkChangesData>, options?: CallOptions): Pages<types.ListBulkChangesResponse>;
  /** See how far a bulk change has come. */
  getBulkChange(request: Arguments<types.GetBulkChangeData>, options?: CallOptions): Promise<types.GetBulkChangeResponse>;
  /** List what became of the cases. */
  listBulkResults(request: Arguments<types.ListBulkResultsData>, options?: CallOptions): Pages<types.ListBulkResultsResponse>;
  /** List what a bulk change did. */
  listBulkHistory(request: Arguments<types.ListBulkHistoryData>, options?: CallOptions): Pages<types.ListBulkHistoryResponse>;
  /** Cancel what a bulk change has left to do. */
  cancelBulkChange(request: Arguments<types.CancelBulkChangeData>, options?: CallOptions): Promise<types.CancelBulkChangeResponse>;
  /** Take back a bulk change. */
  revertBulkChange(request: Arguments<types.RevertBulkChangeData>, options?: CallOptions): Promise<types.RevertBulkChangeResponse>;
  /** List cases. */
  listCases(request?: Arguments<types.ListCasesData>, options?: CallOptions): Pages<types.ListCasesResponse>;
  /** Create a case. */
  createCase(request: Arguments<types.CreateCaseData>, options?: CallOptions): Promise<types.CreateCaseResponse>;
  /** Count cases by a property. */
  countCases(request: Arguments<types.CountCasesData>, options?: CallOptions): Promise<types.CountCasesResponse>;
  /** Read a case. */
  getCase(request: Arguments<types.GetCaseData, "ifNoneMatch">, options?: CallOptions): Promise<types.GetCaseResponse>;
  /** Change properties of a case. */
  updateCase(request: Arguments<types.UpdateCaseData, "ifMatch">, options?: CallOptions): Promise<types.UpdateCaseResponse>;
  /** Move a case to the bin. */
  deleteCase(request: Arguments<types.DeleteCaseData, "ifMatch">, options?: CallOptions): Promise<void>;
  /** Export cases as a file. */
  exportCases(request?: Arguments<types.ExportCasesData>, options?: CallOptions): Promise<Response>;
  /** Have cases put together in a file. */
  beginExport(request: Arguments<types.BeginExportData>, options?: CallOptions): Promise<types.BeginExportResponse>;
  /** See how far an export has come. */
  getExport(request: Arguments<types.GetExportData>, options?: CallOptions): Promise<types.GetExportResponse>;
  /** End an export and forget its file. */
  deleteExport(request: Arguments<types.DeleteExportData>, options?: CallOptions): Promise<void>;
  /** Fetch the file of an export. */
  getExportFile(request: Arguments<types.GetExportFileData>, options?: CallOptions): Promise<Response>;
  /** List the comments on a case. */
  listComments(request: Arguments<types.ListCommentsData>, options?: CallOptions): Pages<types.ListCommentsResponse>;
  /** Comment on a case. */
  createComment(request: Arguments<types.CreateCommentData>, options?: CallOptions): Promise<types.CreateCommentResponse>;
  /** Read a comment. */
  getComment(request: Arguments<types.GetCommentData>, options?: CallOptions): Promise<types.GetCommentResponse>;
  /** Edit a comment. */
  editComment(request: Arguments<types.EditCommentData>, options?: CallOptions): Promise<types.EditCommentResponse>;
  /** Delete a comment. */
  deleteComment(request: Arguments<types.DeleteCommentData>, options?: CallOptions): Promise<void>;
  /** List what a comment said before. */
  listCommentHistory(request: Arguments<types.ListCommentHistoryData>, options?: CallOptions): Pages<types.ListCommentHistoryResponse>;
  /** Read how a case is liked. */
  getCaseLikes(request: Arguments<types.GetCaseLikesData>, options?: CallOptions): Promise<types.GetCaseLikesResponse>;
  /** Like a case. */
  likeCase(request: Arguments<types.LikeCaseData>, options?: CallOptions): Promise<types.LikeCaseResponse>;
  /** Take a like of a case back. */
  unlikeCase(request: Arguments<types.UnlikeCaseData>, options?: CallOptions): Promise<types.UnlikeCaseResponse>;
  /** Read how a comment is liked. */
  getCommentLikes(request: Arguments<types.GetCommentLikesData>, options?: CallOptions): Promise<types.GetCommentLikesResponse>;
  /** Like a comment. */
  likeComment(request: Arguments<types.LikeCommentData>, options?: CallOptions): Promise<types.LikeCommentResponse>;
  /** Take a like of a comment back. */
  unlikeComment(request: Arguments<types.UnlikeCommentData>, options?: CallOptions): Promise<types.UnlikeCommentResponse>;
  /** List what a case is linked with. */
  listCaseLinks(request: Arguments<types.ListCaseLinksData>, options?: CallOptions): Promise<types.ListCaseLinksResponse>;
  /** Link a case with another one. */
  linkCases(request: Arguments<types.LinkCasesData>, options?: CallOptions): Promise<types.LinkCasesResponse>;
  /** Take a link between two cases away. */
  deleteLink(request: Arguments<types.DeleteLinkData>, options?: CallOptions): Promise<void>;
  /** Close a case as a duplicate. */
  closeAsDuplicate(request: Arguments<types.CloseAsDuplicateData, "ifMatch">, options?: CallOptions): Promise<types.CloseAsDuplicateResponse>;
  /** List the projects of a space. */
  listProjects(request: Arguments<types.ListProjectsData>, options?: CallOptions): Promise<types.ListProjectsResponse>;
  /** Add a project to a space. */
  createProject(request: Arguments<types.CreateProjectData>, options?: CallOptions): Promise<types.CreateProjectResponse>;
  /** List the projects of all spaces. */
  listAllProjects(request?: Arguments<types.ListAllProjectsData>, options?: CallOptions): Promise<types.ListAllProjectsResponse>;
  /** Read a project. */
  getProject(request: Arguments<types.GetProjectData>, options?: CallOptions): Promise<types.GetProjectResponse>;
  /** Change properties of a project. */
  updateProject(request: Arguments<types.UpdateProjectData>, options?: CallOptions): Promise<types.UpdateProjectResponse>;
  /** Delete a project that no case has. */
  deleteProject(request: Arguments<types.DeleteProjectData>, options?: CallOptions): Promise<void>;
  /** Merge a project into another one. */
  mergeProject(request: Arguments<types.MergeProjectData>, options?: CallOptions): Promise<types.MergeProjectResponse>;
  /** List the sections of a project. */
  listSections(request: Arguments<types.ListSectionsData>, options?: CallOptions): Promise<types.ListSectionsResponse>;
  /** Add a section to a project. */
  createSection(request: Arguments<types.CreateSectionData>, options?: CallOptions): Promise<types.CreateSectionResponse>;
  /** Read a section. */
  getSection(request: Arguments<types.GetSectionData>, options?: CallOptions): Promise<types.GetSectionResponse>;
  /** Change properties of a section. */
  updateSection(request: Arguments<types.UpdateSectionData>, options?: CallOptions): Promise<types.UpdateSectionResponse>;
  /** Delete a section that no case has. */
  deleteSection(request: Arguments<types.DeleteSectionData>, options?: CallOptions): Promise<void>;
  /** Merge a section into another one. */
  mergeSection(request: Arguments<types.MergeSectionData>, options?: CallOptions): Promise<types.MergeSectionResponse>;
  /** List the milestones of a project. */
  listMilestones(request: Arguments<types.ListMilestonesData>, options?: CallOptions): Promise<types.ListMilestonesResponse>;
  /** Add a milestone to a project. */
  createMilestone(request: Arguments<types.CreateMilestoneData>, options?: CallOptions): Promise<types.CreateMilestoneResponse>;
  /** Read a milestone. */
  getMilestone(request: Arguments<types.GetMilestoneData>, options?: CallOptions): Promise<types.GetMilestoneResponse>;
  /** Change properties of a milestone. */
  updateMilestone(request: Arguments<types.UpdateMilestoneData>, options?: CallOptions): Promise<types.UpdateMilestoneResponse>;
  /** Delete a milestone that no case has. */
  deleteMilestone(request: Arguments<types.DeleteMilestoneData>, options?: CallOptions): Promise<void>;
  /** Merge a milestone into another one. */
  mergeMilestone(request: Arguments<types.MergeMilestoneData>, options?: CallOptions): Promise<types.MergeMilestoneResponse>;
  /** List the statuses of a space. */
  listStatuses(request: Arguments<types.ListStatusesData>, options?: CallOptions): Promise<types.ListStatusesResponse>;
  /** Add a status to a space. */
  createStatus(request: Arguments<types.CreateStatusData>, options?: CallOptions): Promise<types.CreateStatusResponse>;
  /** List the statuses of all spaces. */
  listAllStatuses(request?: Arguments<types.ListAllStatusesData>, options?: CallOptions): Promise<types.ListAllStatusesResponse>;
  /** Read a status. */
  getStatus(request: Arguments<types.GetStatusData>, options?: CallOptions): Promise<types.GetStatusResponse>;
  /** Change properties of a status. */
  updateStatus(request: Arguments<types.UpdateStatusData>, options?: CallOptions): Promise<types.UpdateStatusResponse>;
  /** Delete a status that no case has. */
  deleteStatus(request: Arguments<types.DeleteStatusData>, options?: CallOptions): Promise<void>;
  /** Merge a status into another one. */
  mergeStatus(request: Arguments<types.MergeStatusData>, options?: CallOptions): Promise<types.MergeStatusResponse>;
  /** List the priorities of a space. */
  listPriorities(request: Arguments<types.ListPrioritiesData>, options?: CallOptions): Promise<types.ListPrioritiesResponse>;
  /** Add a priority to a space. */
  createPriority(request: Arguments<types.CreatePriorityData>, options?: CallOptions): Promise<types.CreatePriorityResponse>;
  /** List the priorities of all spaces. */
  listAllPriorities(request?: Arguments<types.ListAllPrioritiesData>, options?: CallOptions): Promise<types.ListAllPrioritiesResponse>;
  /** Read a priority. */
  getPriority(request: Arguments<types.GetPriorityData>, options?: CallOptions): Promise<types.GetPriorityResponse>;
  /** Change properties of a priority. */
  updatePriority(request: Arguments<types.UpdatePriorityData>, options?: CallOptions): Promise<types.UpdatePriorityResponse>;
  /** Delete a priority that no case has. */
  deletePriority(request: Arguments<types.DeletePriorityData>, options?: CallOptions): Promise<void>;
  /** Merge a priority into another one. */
  mergePriority(request: Arguments<types.MergePriorityData>, options?: CallOptions): Promise<types.MergePriorityResponse>;
  /** List the templates of a project. */
  listTemplates(request: Arguments<types.ListTemplatesData>, options?: CallOptions): Promise<types.ListTemplatesResponse>;
  /** Add a template to a project. */
  createTemplate(request: Arguments<types.CreateTemplateData>, options?: CallOptions): Promise<types.CreateTemplateResponse>;
  /** Read a template. */
  getTemplate(request: Arguments<types.GetTemplateData>, options?: CallOptions): Promise<types.GetTemplateResponse>;
  /** Change properties of a template. */
  updateTemplate(request: Arguments<types.UpdateTemplateData>, options?: CallOptions): Promise<types.UpdateTemplateResponse>;
  /** Delete a template. */
  deleteTemplate(request: Arguments<types.DeleteTemplateData>, options?: CallOptions): Promise<void>;
  /** Read what happened. */
  listEvents(request?: Arguments<types.ListEventsData>, options?: CallOptions): Pages<types.ListEventsResponse>;
  /** Hear what happens. */
  streamEvents(request?: Arguments<types.StreamEventsData>, options?: CallOptions): EventStream<types.Event>;
  /** List what was changed of a case. */
  listCaseHistory(request: Arguments<types.ListCaseHistoryData>, options?: CallOptions): Pages<types.ListCaseHistoryResponse>;
  /** Read a case as it was at a revision or a time. */
  getCaseAt(request: Arguments<types.GetCaseAtData>, options?: CallOptions): Promise<types.GetCaseAtResponse>;
  /** Take back a change of a case. */
  revertCase(request: Arguments<types.RevertCaseData, "ifMatch">, options?: CallOptions): Promise<types.RevertCaseResponse>;
  /** List what somebody changed, of the cases that you see. */
  listUserHistory(request: Arguments<types.ListUserHistoryData>, options?: CallOptions): Pages<types.ListUserHistoryResponse>;
  /** List what was changed with a key, of the cases that you see. */
  listKeyHistory(request: Arguments<types.ListKeyHistoryData>, options?: CallOptions): Pages<types.ListKeyHistoryResponse>;
  /** See how far an import has come. */
  getImport(request: Arguments<types.GetImportData>, options?: CallOptions): Promise<types.GetImportResponse>;
  /** List the rows that were refused. */
  listRefusedRows(request: Arguments<types.ListRefusedRowsData>, options?: CallOptions): Pages<types.ListRefusedRowsResponse>;
  /** Cancel what an import has left to do. */
  cancelImport(request: Arguments<types.CancelImportData>, options?: CallOptions): Promise<types.CancelImportResponse>;
  /** Take back an import. */
  revertImport(request: Arguments<types.RevertImportData>, options?: CallOptions): Promise<types.RevertImportResponse>;
  /** List the API keys of everybody, the newest first. */
  listAllKeys(request?: Arguments<types.ListAllKeysData>, options?: CallOptions): Pages<types.ListAllKeysResponse>;
  /** List your API keys, the newest first. */
  listKeys(request?: Arguments<types.ListKeysData>, options?: CallOptions): Pages<types.ListKeysResponse>;
  /** Issue an API key for yourself. */
  createKey(request: Arguments<types.CreateKeyData>, options?: CallOptions): Promise<types.CreateKeyResponse>;
  /** List the API keys of a user, the newest first. */
  listUserKeys(request: Arguments<types.ListUserKeysData>, options?: CallOptions): Pages<types.ListUserKeysResponse>;
  /** Issue an API key for a user. */
  createUserKey(request: Arguments<types.CreateUserKeyData>, options?: CallOptions): Promise<types.CreateUserKeyResponse>;
  /** Read what is known of an API key. */
  getKey(request: Arguments<types.GetKeyData>, options?: CallOptions): Promise<types.GetKeyResponse>;
  /** Say anew what an API key is for. */
  updateKey(request: Arguments<types.UpdateKeyData>, options?: CallOptions): Promise<types.UpdateKeyResponse>;
  /** End an API key for good. */
  deleteKey(request: Arguments<types.DeleteKeyData>, options?: CallOptions): Promise<void>;
  /** Read who you are and what you may do. */
  getMe(request?: Arguments<types.GetMeData>, options?: CallOptions): Promise<types.GetMeResponse>;
  /** Change your names, e-mail address or time zone. */
  updateMe(request: Arguments<types.UpdateMeData>, options?: CallOptions): Promise<types.UpdateMeResponse>;
  /** Change your password. */
  changePassword(request: Arguments<types.ChangePasswordData>, options?: CallOptions): Promise<void>;
  /** Ask for a mail with a link to set a new password. */
  requestPasswordLink(request: Arguments<types.RequestPasswordLinkData>, options?: CallOptions): Promise<void>;
  /** Mail a user a link to set a password. */
  mailPasswordLink(request: Arguments<types.MailPasswordLinkData>, options?: CallOptions): Promise<void>;
  /** Read whether you have muted a case. */
  getCaseMute(request: Arguments<types.GetCaseMuteData>, options?: CallOptions): Promise<types.GetCaseMuteResponse>;
  /** Mute a case. */
  muteCase(request: Arguments<types.MuteCaseData>, options?: CallOptions): Promise<types.MuteCaseResponse>;
  /** Be told of a case again. */
  unmuteCase(request: Arguments<types.UnmuteCaseData>, options?: CallOptions): Promise<types.UnmuteCaseResponse>;
  /** List what you were told, newest first. */
  listNotifications(request?: Arguments<types.ListNotificationsData>, options?: CallOptions): Pages<types.ListNotificationsResponse>;
  /** Count what is unread. */
  countNotifications(request?: Arguments<types.CountNotificationsData>, options?: CallOptions): Promise<types.CountNotificationsResponse>;
  /** Mark several notifications, or all up to one, as read or unread. */
  markNotifications(request: Arguments<types.MarkNotificationsData>, options?: CallOptions): Promise<types.MarkNotificationsResponse>;
  /** Read a notification. */
  getNotification(request: Arguments<types.GetNotificationData>, options?: CallOptions): Promise<types.GetNotificationResponse>;
  /** Mark a notification as read or unread. */
  updateNotification(request: Arguments<types.UpdateNotificationData>, options?: CallOptions): Promise<types.UpdateNotificationResponse>;
  /** Read for which reasons you are told of cases. */
  getNotificationPreferences(request?: Arguments<types.GetNotificationPreferencesData>, options?: CallOptions): Promise<types.GetNotificationPreferencesResponse>;
  /** Choose for which reasons you are told of cases. */
  updateNotificationPreferences(request: Arguments<types.UpdateNotificationPreferencesData>, options?: CallOptions): Promise<types.UpdateNotificationPreferencesResponse>;
  /** Count cases created and closed over time. */
  getFlow(request?: Arguments<types.GetFlowData>, options?: CallOptions): Promise<types.GetFlowResponse>;
  /** Measure the time to first answer and to resolution. */
  getDurations(request?: Arguments<types.GetDurationsData>, options?: CallOptions): Promise<types.GetDurationsResponse>;
  /** Search cases, the best first. */
  searchCases(request: Arguments<types.SearchCasesData>, options?: CallOptions): Pages<types.SearchCasesResponse>;
  /** List the spaces you can see, by name. */
  listSpaces(request?: Arguments<types.ListSpacesData>, options?: CallOptions): Pages<types.ListSpacesResponse>;
  /** Create a space. */
  createSpace(request: Arguments<types.CreateSpaceData>, options?: CallOptions): Promise<types.CreateSpaceResponse>;
  /** Read a space. */
  getSpace(request: Arguments<types.GetSpaceData>, options?: CallOptions): Promise<types.GetSpaceResponse>;
  /** Change properties of a space. */
  updateSpace(request: Arguments<types.UpdateSpaceData>, options?: CallOptions): Promise<types.UpdateSpaceResponse>;
  /** List the members of a space, by user ID. */
  listMembers(request: Arguments<types.ListMembersData>, options?: CallOptions): Pages<types.ListMembersResponse>;
  /** Read the membership of a user. */
  getMember(request: Arguments<types.GetMemberData>, options?: CallOptions): Promise<types.GetMemberResponse>;
  /** Give a user a role in a space. */
  setMember(request: Arguments<types.SetMemberData>, options?: CallOptions): Promise<types.SetMemberResponse>;
  /** End the membership of a user. */
  removeMember(request: Arguments<types.RemoveMemberData>, options?: CallOptions): Promise<void>;
  /** List the tags of the cases in a space, in alphabetical order. */
  listTags(request: Arguments<types.ListTagsData>, options?: CallOptions): Pages<types.ListTagsResponse>;
  /** Rename a tag in all cases of a space. */
  renameTag(request: Arguments<types.RenameTagData>, options?: CallOptions): Promise<types.RenameTagResponse>;
  /** Take a tag from all cases of a space. */
  removeTag(request: Arguments<types.RemoveTagData>, options?: CallOptions): Promise<types.RemoveTagResponse>;
  /** List the browsers in which you are signed in. */
  listSessions(request?: Arguments<types.ListSessionsData>, options?: CallOptions): Promise<types.ListSessionsResponse>;
  /** Sign in with a password. */
  createSession(request: Arguments<types.CreateSessionData>, options?: CallOptions): Promise<types.CreateSessionResponse>;
  /** Sign out everywhere else. */
  deleteOtherSessions(request?: Arguments<types.DeleteOtherSessionsData>, options?: CallOptions): Promise<types.DeleteOtherSessionsResponse>;
  /** Sign out of a browser. */
  deleteSession(request: Arguments<types.DeleteSessionData>, options?: CallOptions): Promise<void>;
  /** List or search the people whom you can see. */
  listUsers(request?: Arguments<types.ListUsersData>, options?: CallOptions): Pages<types.ListUsersResponse>;
  /** Create a user. */
  createUser(request: Arguments<types.CreateUserData>, options?: CallOptions): Promise<types.CreateUserResponse>;
  /** Read a user. */
  getUser(request: Arguments<types.GetUserData>, options?: CallOptions): Promise<types.GetUserResponse>;
  /** Change, deactivate or activate a user. */
  updateUser(request: Arguments<types.UpdateUserData>, options?: CallOptions): Promise<types.UpdateUserResponse>;
  /** Make a link with which a user sets a password. */
  createPasswordLink(request: Arguments<types.CreatePasswordLinkData>, options?: CallOptions): Promise<types.CreatePasswordLinkResponse>;
  /** List who is looking at a case. */
  listCaseViewers(request: Arguments<types.ListCaseViewersData>, options?: CallOptions): Promise<types.ListCaseViewersResponse>;
  /** Say that one is looking at a case. */
  lookAtCase(request: Arguments<types.LookAtCaseData>, options?: CallOptions): Promise<types.LookAtCaseResponse>;
  /** Say that one is not looking at a case any more. */
  lookAwayFromCase(request: Arguments<types.LookAwayFromCaseData>, options?: CallOptions): Promise<void>;
  /** List your views and those shared with you. */
  listViews(request?: Arguments<types.ListViewsData>, options?: CallOptions): Pages<types.ListViewsResponse>;
  /** Save a query as a view. */
  createView(request: Arguments<types.CreateViewData>, options?: CallOptions): Promise<types.CreateViewResponse>;
  /** Read a view. */
  getView(request: Arguments<types.GetViewData>, options?: CallOptions): Promise<types.GetViewResponse>;
  /** Change a view. */
  updateView(request: Arguments<types.UpdateViewData>, options?: CallOptions): Promise<types.UpdateViewResponse>;
  /** Delete a view. */
  deleteView(request: Arguments<types.DeleteViewData>, options?: CallOptions): Promise<void>;
  /** List webhooks. */
  listWebhooks(request?: Arguments<types.ListWebhooksData>, options?: CallOptions): Pages<types.ListWebhooksResponse>;
  /** Create a webhook. */
  createWebhook(request: Arguments<types.CreateWebhookData>, options?: CallOptions): Promise<types.CreateWebhookResponse>;
  /** Read a webhook. */
  getWebhook(request: Arguments<types.GetWebhookData>, options?: CallOptions): Promise<types.GetWebhookResponse>;
  /** Change a webhook. */
  updateWebhook(request: Arguments<types.UpdateWebhookData>, options?: CallOptions): Promise<types.UpdateWebhookResponse>;
  /** Delete a webhook and the log of its deliveries. */
  deleteWebhook(request: Arguments<types.DeleteWebhookData>, options?: CallOptions): Promise<void>;
  /** Give a webhook a new secret. */
  rotateWebhookSecret(request: Arguments<types.RotateWebhookSecretData>, options?: CallOptions): Promise<types.RotateWebhookSecretResponse>;
  /** Send a ping to a webhook. */
  pingWebhook(request: Arguments<types.PingWebhookData>, options?: CallOptions): Promise<types.PingWebhookResponse>;
  /** List deliveries, newest first. */
  listWebhookDeliveries(request: Arguments<types.ListWebhookDeliveriesData>, options?: CallOptions): Pages<types.ListWebhookDeliveriesResponse>;
  /** Read a delivery. */
  getWebhookDelivery(request: Arguments<types.GetWebhookDeliveryData>, options?: CallOptions): Promise<types.GetWebhookDeliveryResponse>;
  /** Send a delivery again. */
  redeliverWebhookDelivery(request: Arguments<types.RedeliverWebhookDeliveryData>, options?: CallOptions): Promise<types.RedeliverWebhookDeliveryResponse>;
  /** Read what the workspace is called. */
  getWorkspace(request?: Arguments<types.GetWorkspaceData>, options?: CallOptions): Promise<types.GetWorkspaceResponse>;
  /** Name the workspace. */
  updateWorkspace(request: Arguments<types.UpdateWorkspaceData>, options?: CallOptions): Promise<types.UpdateWorkspaceResponse>;
  /** List the files at a case. */
  listCaseAttachments(request: Arguments<types.ListCaseAttachmentsData>, options?: CallOptions): Pages<types.ListCaseAttachmentsResponse>;
  /** Attach files to a case. */
  attachToCase(request: Arguments<Omit<types.AttachToCaseData, 'body'> & { body: FormData }>, options?: CallOptions): Promise<types.AttachToCaseResponse>;
  /** List the files at a comment. */
  listCommentAttachments(request: Arguments<types.ListCommentAttachmentsData>, options?: CallOptions): Pages<types.ListCommentAttachmentsResponse>;
  /** Attach files to a comment. */
  attachToComment(request: Arguments<Omit<types.AttachToCommentData, 'body'> & { body: FormData }>, options?: CallOptions): Promise<types.AttachToCommentResponse>;
  /** Read the picture of a user. */
  getAvatar(request: Arguments<types.GetAvatarData, "ifNoneMatch" | "range">, options?: CallOptions): Promise<Response>;
  /** Give a user a picture. */
  setAvatar(request: Arguments<Omit<types.SetAvatarData, 'body'> & { body: FormData }>, options?: CallOptions): Promise<types.SetAvatarResponse>;
  /** Take the picture of a user away. */
  deleteAvatar(request: Arguments<types.DeleteAvatarData>, options?: CallOptions): Promise<void>;
  /** List your imports. */
  listImports(request?: Arguments<types.ListImportsData>, options?: CallOptions): Pages<types.ListImportsResponse>;
  /** Import cases from a file. */
  importCases(request: Arguments<Omit<types.ImportCasesData, 'body'> & { body: FormData }>, options?: CallOptions): Promise<types.ImportCasesResponse>;
}
