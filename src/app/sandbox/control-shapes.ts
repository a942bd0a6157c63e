import { Type } from 'typebox';
import { invalidField } from '../../kernel/errors.ts';
import { timestamp } from '../../platform/http/api/instants.ts';
import { faultEffects } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';
import type { SandboxClock } from './sandbox-clock.ts';

/** A fault that waits longer would hold connections for nothing, in milliseconds. */
const MAX_DELAY_MS = 60_000;
const MAX_TIMES = 10_000;

/** What can be done with the clock. */
export const ClockChange = Type.Object(
  {
    now: Type.Optional(Type.String({ format: 'date-time', description: 'What time it is to be.' })),
    advance: Type.Optional(Type.String({ description: 'How far to move on, as an ISO 8601 duration: PT15M, P31D.' })),
    stopped: Type.Optional(Type.Boolean({ description: 'Whether the clock is to stand.' })),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** A fault to happen. */
export const NewFault = Type.Object(
  {
    effect: Type.Enum([...faultEffects], { description: 'What happens.' }),
    method: Type.Optional(Type.String()),
    path: Type.Optional(Type.String({ description: 'Without parameters; * stands for anything.' })),
    times: Type.Integer({ minimum: 1, maximum: MAX_TIMES, default: 1 }),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_DELAY_MS })),
  },
  { additionalProperties: false },
);

/** The name of a snapshot, in the address. */
export const SnapshotPath = Type.Object({ name: Type.String({ pattern: '^[\\w.-]{1,100}$' }) });

/** Which requests are asked for. */
export const RequestFilter = Type.Object(
  { method: Type.Optional(Type.String()), path: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

/** The clock as it is told. */
export const presentClock = ({ now, stopped }: SandboxClock) => ({ now: timestamp(now()), stopped });

/** A request as it is told. */
export const presentRequest = ({ at, ...request }: LoggedRequest) => ({ ...request, at: timestamp(at) });

/** The instant that comes so long after another one. Throws FIELDS_INVALID. */
export const advanced = (now: number, duration: string): number => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').add(duration).epochMilliseconds;
  } catch {
    throw invalidField('advance', 'must be an ISO 8601 duration like PT15M or P31D');
  }
};
