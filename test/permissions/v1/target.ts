/** What is around all cases of a space. */
export interface Place {
  readonly spaceId: number;
  readonly memberId: number;
  readonly projectId: number;
  readonly sectionId: number;
  readonly milestoneId: number;
  readonly statusId: number;
  readonly priorityId: number;
  /** One more of each, which no case has. */
  readonly spareProjectId: number;
  readonly spareSectionId: number;
  readonly spareMilestoneId: number;
  readonly spareStatusId: number;
  readonly sparePriorityId: number;
  readonly templateId: number;
  readonly webhookId: number;
  readonly deliveryId: number;
  readonly workspaceWebhookId: number;
  /** Somebody who is a member of nothing but a space that nobody else sees. */
  readonly hermitId: number;
}

/** What is of one person, or was done by them: a case, and all that can be at it or be about it. */
export interface Belongings {
  readonly caseId: number;
  readonly binnedCaseId: number;
  /** Another one of theirs, and the link between the two. */
  readonly linkedCaseId: number;
  readonly linkId: number;
  /** The name of a page that shows the case. */
  readonly pageId: number;
  readonly commentId: number;
  readonly internalCommentId: number;
  readonly attachmentId: number;
  readonly commentAttachmentId: number;
  readonly notificationId: number;
  readonly userId: number;
  readonly keyId: number;
  readonly sessionId: number;
  readonly viewId: number;
  readonly sharedViewId: number;
  readonly bulkId: number;
  readonly importId: number;
  readonly exportId: number;
}

/** Everything that operations can be about. */
export interface Target extends Place, Belongings {}
