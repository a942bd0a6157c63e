import type { Static } from 'typebox';
import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { advanced, type ClockChange } from './control-shapes.ts';
import type { Sandbox } from './sandbox.ts';

interface MoveClock {
  readonly sandbox: Sandbox;
  readonly change: Static<typeof ClockChange>;
}

/** Sets, moves, stops or starts the clock; then what the server does by itself is done once, by the new time. */
export const moveClock = async (ctx: Context, { sandbox, change }: MoveClock): Promise<void> => {
  const { clock, jobs } = sandbox;
  if (change.stopped === false) clock.go();
  if (change.stopped === true) clock.stop();
  if (change.now !== undefined) clock.set(Date.parse(change.now));
  if (change.advance !== undefined) clock.set(advanced(clock.now(), change.advance));
  const asJobs = new Context(ctx.platform, operator('jobs'));
  for (const job of jobs) await job.run(asJobs);
};
