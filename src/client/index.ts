export { type Casekeep, type CasekeepOptions, createCasekeep } from './casekeep.ts';
export type { EventStream, StreamedEvent } from './event-stream.ts';
export type * from './generated/types.ts';
export type { CallOptions } from './operation.ts';
export { Pages } from './pages.ts';
export { CasekeepProblem, type FieldProblem } from './problem.ts';
export { randomKey } from './random-key.ts';
export { verifyWebhook, WebhookForged } from './webhooks.ts';
