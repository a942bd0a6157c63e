import { Type } from 'typebox';
import { Timestamp } from '../../platform/http/api/instants.ts';
import { actor, optionalId } from './event.wire.ts';

/** What is sent to a webhook to see whether it arrives: it looks like an event, but is in no log. */
export const Ping = Type.Object(
  {
    id: Type.Null({ description: 'A ping is in no log.' }),
    type: Type.Literal('ping'),
    at: Timestamp('When somebody asked for it.'),
    spaceId: optionalId('The space of the webhook; null for the whole workspace.'),
    caseId: Type.Null({ description: 'It is about no case.' }),
    actor,
    payload: Type.Object({ webhookId: Type.Integer({ minimum: 1, description: 'The webhook.' }) }),
  },
  { $id: 'WebhookPing', description: 'Tells nothing: somebody wants to see whether it arrives.' },
);
