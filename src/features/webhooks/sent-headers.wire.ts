import { Type } from 'typebox';

/** The headers of a delivery. Source: Standard Webhooks specification, webhook headers. */
export const sentHeaders = Type.Object({
  'webhook-id': Type.String({
    pattern: '^(?:msg|ping)_[\\w-]+$',
    description:
      'The name of this message: the same whenever it is sent again. What has been seen is to be passed over.',
    examples: ['msg_1_812'],
  }),
  'webhook-timestamp': Type.String({
    pattern: '^\\d+$',
    description: 'When this attempt was made, in seconds since 1970. Refuse what is more than five minutes away.',
    examples: ['1795512600'],
  }),
  'webhook-signature': Type.String({
    pattern: '^v1,[A-Za-z0-9+/]{43}=(?: v1,[A-Za-z0-9+/]{43}=)*$',
    description:
      '`v1,` and the HMAC-SHA256 of `id.timestamp.body`, in base64; the key is what the base64 behind `whsec_` says. For a ' +
      'day after the secret was replaced there are two, with a space between them: one that is right is enough.',
    examples: ['v1,6wXtEpXQKD3C6WzB2bS6yJrnXx7nO0vVnZ1bT2R1zGQ='],
  }),
});
