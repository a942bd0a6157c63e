import { randomBytes } from 'node:crypto';

/** A URL that is told what happens. */
export interface Webhook {
  readonly id: number;
  /** The space whose events it is told; null for all of the workspace. */
  readonly spaceId: number | null;
  /** Who made it; null when the operator of the machine did. */
  readonly creatorId: number | null;
  readonly url: string;
  /** What it is for, in the words of whoever made it. */
  readonly description: string;
  /** Types of events, or `case.*` for all of a noun, or `*`. */
  readonly types: readonly string[];
  readonly active: boolean;
  /** Since when nothing could be delivered; null when the last attempt succeeded. */
  readonly failingSince: number | null;
  /** Until when its receiver wants, or wanted, to be left alone; null when it never asked. */
  readonly pausedUntil: number | null;
  /** When it was switched off because nothing could be delivered. */
  readonly disabledAt: number | null;
  readonly createdAt: number;
  readonly secrets: WebhookSecrets;
}

/** What deliveries are signed with. */
export interface WebhookSecrets {
  readonly secret: string;
  readonly oldSecret: string | null;
  /** Until when the old one is signed with as well. */
  readonly oldSecretUntil: number | null;
}

/** How many webhooks there may be. */
export const MAX_WEBHOOKS = 1_000;

/** How long the secret before is signed with as well, in milliseconds. */
export const OLD_SECRET_KEPT_MS = 24 * 60 * 60_000;

/** How long it is tried to deliver one event, and how long nothing may get through before a webhook is switched off. */
export const RETRIED_MS = 24 * 60 * 60_000;

/** Source: Standard Webhooks specification, signature scheme: 24 to 64 random bytes. */
const SECRET_BYTES = 32;

/** A new secret. Source: Standard Webhooks specification, secrets are prefixed with `whsec_`. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** How long a receiver may ask to be left alone, in milliseconds. */
export const MAX_ASKED_PAUSE_MS = 60 * 60_000;

const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 4 * 60 * 60_000;
const PAUSE_FACTOR = 3;
/** So that what failed together is not tried together. */
const JITTER = 0.2;

/** How long to wait after so many failed attempts, in milliseconds. */
export const pauseAfter = (attempts: number, random: number): number =>
  Math.min(FIRST_PAUSE_MS * PAUSE_FACTOR ** (attempts - 1), MAX_PAUSE_MS) * (1 + JITTER * random);
