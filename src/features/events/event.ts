/** An event as it is read from the log to be told to others. */
export interface EventRow {
  /** Where it stands in the log. */
  readonly position: number;
  readonly id: number;
  /** `<noun>.<what happened>`, for example `case.updated`. */
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  /** Who did it; null when the operator of the machine did. */
  readonly actorId: number | null;
  readonly keyId: number | null;
  readonly door: string;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** JSON. */
  readonly payload: string;
  /** The space in which the case is now; null when it is about no case, or the case is gone for good. */
  readonly caseSpaceId: number | null;
}

/** The JSON of an event as everybody gets it: in the feed, in the stream and in webhooks. */
export const eventJson = (event: EventRow): string => {
  const { id, type, at, spaceId, caseId, actorId, keyId, door, payload } = event;
  // Put together as text: the payload is JSON already, and each event is written for many readers.
  return `{"id":${id},"type":${JSON.stringify(type)},"at":"${new Date(at).toISOString()}","spaceId":${spaceId},"caseId":${caseId},"actor":{"userId":${actorId},"keyId":${keyId},"door":"${door}"},"payload":${
    payloadWriters[type]?.(payload) ?? payload
  }}`;
};

/** Instants are numbers in the log, and everywhere else as RFC 3339 has them. */
const withInstants =
  (...properties: readonly string[]) =>
  (payload: string) =>
    JSON.stringify(JSON.parse(payload), (property, value: unknown) =>
      properties.includes(property) && typeof value === 'number' ? new Date(value).toISOString() : value,
    );

/** The payloads that are not told as they stand in the log. */
const payloadWriters: Readonly<Record<string, (payload: string) => string>> = {
  'case.purged': withInstants('deletedAt'),
  'milestone.scheduled': withInstants('dueAt', 'oldDueAt'),
};
