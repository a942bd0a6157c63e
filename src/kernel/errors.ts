/** What kind of trouble an error is; every edge maps the kind to its own status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'precondition'
  | 'unprocessable'
  | 'method'
  | 'tooLarge'
  | 'wrongType'
  | 'tooMany'
  | 'beyond'
  | 'unavailable';

/** Every refusal the program can give, by its stable code. */
const errorCatalogue = {
  FIELDS_INVALID: { kind: 'invalid', message: 'Some fields are not valid.' },
  REQUEST_MALFORMED: { kind: 'invalid', message: 'The request is malformed.' },
  BODY_MALFORMED: { kind: 'invalid', message: 'The request body is not valid JSON.' },
  KEY_MISSING: { kind: 'unauthenticated', message: 'An API key is required.' },
  KEY_UNKNOWN: { kind: 'unauthenticated', message: 'The API key is unknown, expired or revoked.' },
  SESSION_ENDED: { kind: 'unauthenticated', message: 'You are signed out: sign in again.' },
  ORIGIN_FOREIGN: {
    kind: 'forbidden',
    message:
      'This request comes from another site: with a session, only the pages of this server may change something.',
  },
  CREDENTIALS_WRONG: { kind: 'unauthenticated', message: 'The user name or the password is wrong.' },
  LINK_UNUSABLE: { kind: 'missing', message: 'This link is unknown, has expired or was used already.' },
  MAIL_NOT_CONFIGURED: {
    kind: 'conflict',
    message: 'This server sends no mail: an administrator can make a link to set a password.',
  },
  RIGHT_MISSING: { kind: 'forbidden', message: 'You may not do this.' },
  SPACE_ARCHIVED: { kind: 'forbidden', message: 'This space is archived: it can only be read.' },
  CASE_NOT_FOUND: { kind: 'missing', message: 'There is no such case.' },
  COMMENT_NOT_FOUND: { kind: 'missing', message: 'There is no such comment.' },
  ATTACHMENT_NOT_FOUND: { kind: 'missing', message: 'There is no such attachment.' },
  SPACE_NOT_FOUND: { kind: 'missing', message: 'There is no such space.' },
  PROJECT_NOT_FOUND: { kind: 'missing', message: 'There is no such project.' },
  SECTION_NOT_FOUND: { kind: 'missing', message: 'There is no such section.' },
  MILESTONE_NOT_FOUND: { kind: 'missing', message: 'There is no such milestone.' },
  STATUS_NOT_FOUND: { kind: 'missing', message: 'There is no such status.' },
  PRIORITY_NOT_FOUND: { kind: 'missing', message: 'There is no such priority.' },
  TAG_NOT_FOUND: { kind: 'missing', message: 'There is no such tag.' },
  LINK_NOT_FOUND: { kind: 'missing', message: 'There is no such link.' },
  TEMPLATE_NOT_FOUND: { kind: 'missing', message: 'There is no such template.' },
  VIEW_NOT_FOUND: { kind: 'missing', message: 'There is no such view.' },
  CONTENT_NOT_FOUND: { kind: 'missing', message: 'There is no such content here.' },
  CASE_CONFLICT: { kind: 'precondition', message: 'The case was changed in the meantime.' },
  LINK_EXISTS: { kind: 'conflict', message: 'These cases are linked in this way already.' },
  LINK_LIMIT_REACHED: { kind: 'conflict', message: 'A case has too many links: take some away first.' },
  REVERT_REFUSED: { kind: 'conflict', message: 'This change cannot be taken back.' },
  BULK_NOT_FOUND: { kind: 'missing', message: 'There is no such bulk change.' },
  BULK_LIMIT_REACHED: { kind: 'conflict', message: 'Too many bulk changes wait: let them end, or cancel some.' },
  BULK_REFUSED: { kind: 'unprocessable', message: 'Some of the cases cannot be changed: none was.' },
  EXPORT_NOT_FOUND: { kind: 'missing', message: 'There is no such export.' },
  EXPORT_NOT_READY: { kind: 'conflict', message: 'This file is not whole yet.' },
  EXPORT_LIMIT_REACHED: { kind: 'conflict', message: 'Too many exports wait: let them end, or cancel some.' },
  IMPORT_NOT_FOUND: { kind: 'missing', message: 'There is no such import.' },
  IMPORT_LIMIT_REACHED: { kind: 'conflict', message: 'Too many imports wait: let them end, or cancel some.' },
  FILE_UNREADABLE: { kind: 'unprocessable', message: 'The file cannot be read.' },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'unprocessable',
    message:
      'This Idempotency-Key was used for another request, or with another API key or session: use a new one for each ' +
      'change.',
  },
  REQUEST_UNDER_WAY: {
    kind: 'conflict',
    message: 'A request with this Idempotency-Key is under way: send it again after a moment to get its answer.',
  },
  IN_USE: { kind: 'conflict', message: 'This is in use.' },
  CONFIGURATION_CONFLICT: { kind: 'conflict', message: 'The configuration of the space does not allow this.' },
  WEBHOOK_NOT_FOUND: { kind: 'missing', message: 'There is no such webhook.' },
  DELIVERY_NOT_FOUND: { kind: 'missing', message: 'There is no such delivery.' },
  USER_NOT_FOUND: { kind: 'missing', message: 'There is no such user.' },
  AVATAR_NOT_FOUND: { kind: 'missing', message: 'There is no picture of this user.' },
  KEY_NOT_FOUND: { kind: 'missing', message: 'There is no such API key.' },
  SESSION_NOT_FOUND: { kind: 'missing', message: 'There is no such session.' },
  NOTIFICATION_NOT_FOUND: { kind: 'missing', message: 'There is no such notification.' },
  LAST_ADMINISTRATOR: { kind: 'conflict', message: 'There must be another active administrator first.' },
  KEY_LIMIT_REACHED: { kind: 'conflict', message: 'There are too many API keys: revoke some first.' },
  ROUTE_NOT_FOUND: { kind: 'missing', message: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { kind: 'method', message: 'This method is not allowed here.' },
  BODY_TOO_LARGE: { kind: 'tooLarge', message: 'The request body is too large.' },
  FILE_TOO_LARGE: { kind: 'tooLarge', message: 'The upload is too large.' },
  FILE_QUOTA_EXCEEDED: { kind: 'tooLarge', message: 'There is no room left for files.' },
  FILE_LINK_UNUSABLE: {
    kind: 'forbidden',
    message: 'This link to a file has expired or was changed: list the attachments again, or send an API key.',
  },
  RANGE_BEYOND_END: { kind: 'beyond', message: 'The range begins behind the end of the file.' },
  FILES_UNAVAILABLE: { kind: 'unavailable', message: 'Files cannot be kept or read at the moment. Try again later.' },
  CONTENT_TYPE_UNSUPPORTED: { kind: 'wrongType', message: 'The request body has a form that is not taken here.' },
  TOO_MANY_ATTEMPTS: { kind: 'tooMany', message: 'Too many attempts. Try again later.' },
  TOO_MANY_STREAMS: { kind: 'tooMany', message: 'Too many clients listen to this server. Try again later.' },
  STORE_UNAVAILABLE: { kind: 'unavailable', message: 'The database cannot be written at the moment. Try again later.' },
} as const satisfies Record<string, { kind: ErrorKind; message: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** What is wrong with one field. `problem` completes the sentence "<field> …", for example "must not be blank". */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

interface DomainErrorOptions {
  readonly message?: string;
  readonly fields?: readonly FieldProblem[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A refusal with a stable code. Everything else that is thrown is a defect of the program. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  /** What else a client can use, under names of its own in the answer. */
  readonly details: Readonly<Record<string, unknown>>;
  /** How long to wait before trying again, in milliseconds, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(options.message ?? errorCatalogue[code].message, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.details = options.details ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The kind of refusal in words, the same for all with this code. */
  get title(): string {
    return errorCatalogue[this.code].message;
  }

  get kind(): ErrorKind {
    return errorCatalogue[this.code].kind;
  }
}

/** Throws FIELDS_INVALID when there are problems, so that a caller learns all of them at once. */
export const refuseInvalidFields = (fields: readonly FieldProblem[]): void => {
  if (fields.length > 0) throw new DomainError('FIELDS_INVALID', { fields });
};

/** The refusal for one wrong field. */
export const invalidField = (field: string, problem: string): DomainError =>
  new DomainError('FIELDS_INVALID', { fields: [{ field, problem }] });
