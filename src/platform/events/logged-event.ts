/** An event as it stands in the log. */
export interface LoggedEvent {
  readonly id: number;
  /** `<noun>.<what happened>`, for example `case.updated`. */
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  /** Who did it; null when the operator of the machine did. */
  readonly actorId: number | null;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly payload: Readonly<Record<string, unknown>>;
}
