import { createHmac } from 'node:crypto';

interface SignedMessage {
  readonly messageId: string;
  /** In seconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** The headers that prove where a message is from. Source: Standard Webhooks specification, webhook headers. */
export const signatureHeaders = ({ messageId, timestamp, body, secrets }: SignedMessage) => ({
  'webhook-id': messageId,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': secrets.map((secret) => `v1,${sign(secret, `${messageId}.${timestamp}.${body}`)}`).join(' '),
});

const sign = (secret: string, content: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/u, ''), 'base64'))
    .update(content)
    .digest('base64');
