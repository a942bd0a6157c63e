import { type Static, Type } from 'typebox';
import { presentQueryHints, queryHints } from '../../../platform/http/api/text-hint.ts';
import { caseQuery } from '../list/case-list.wire.ts';
import { type DurationsReport, durationBounds } from './report-durations.ts';
import { type Flow, intervals, MAX_INTERVALS } from './report-flow.ts';

type Durations = DurationsReport['firstAnswer'];

const isExact = Type.Boolean({
  description: 'False when there may be more: words are looked for in 2,000 cases that may have them.',
});
const count = (description: string) => Type.Integer({ minimum: 0, description });
const interval = Type.Enum([...intervals], { description: 'How long each interval is. Weeks begin with Monday.' });

/** The parameters of the flow. */
export const flowQuery = Type.Object(
  {
    query: caseQuery,
    from: Type.Optional(
      Type.String({
        format: 'date',
        description: `A day of the first interval; 30 intervals unless told, ${MAX_INTERVALS} at the most.`,
      }),
    ),
    to: Type.Optional(Type.String({ format: 'date', description: 'A day of the last interval; today unless told.' })),
    interval: Type.Enum([...intervals], {
      default: 'day',
      description: 'How long each interval is. Weeks begin with Monday.',
    }),
  },
  { additionalProperties: false },
);

/** How many cases were created and closed over time. */
export const ApiFlow = Type.Object(
  {
    interval,
    timeZone: Type.String({ description: 'In which time zone days begin: your own.' }),
    items: Type.Array(
      Type.Object(
        {
          start: Type.String({ format: 'date', description: 'The first day.' }),
          created: count('How many cases were created.'),
          closed: count('How often a case was closed.'),
          reopened: count('How often a closed case was opened again.'),
          total: count('How many cases there were at the end.'),
          open: Type.Integer({ description: 'How many of them were open.' }),
        },
        { additionalProperties: false },
      ),
      { description: 'All intervals, the earliest first, also those in which nothing happened.' },
    ),
    isExact,
    ...queryHints,
  },
  { $id: 'CaseFlow', additionalProperties: false },
);

/** The flow on the wire. */
export const presentFlow = ({ hints, items, ...flow }: Flow): Static<typeof ApiFlow> => ({
  ...flow,
  items: items.map((each) => ({ ...each })),
  ...presentQueryHints(hints),
});

/** The parameters of the report on durations. */
export const durationsQuery = Type.Object({ query: caseQuery }, { additionalProperties: false });

const optionalMs = (description: string) => Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description });

const ApiDurations = Type.Object(
  {
    done: count('How many cases it has happened to.'),
    notDone: count('How many are still waiting for it.'),
    medianMs: optionalMs('Half of them took no longer, in milliseconds; null when there are none.'),
    ninetiethPercentileMs: optionalMs('Nine in ten took no longer, in milliseconds.'),
    spread: Type.Array(
      Type.Object(
        {
          belowMs: optionalMs(
            'Less than this long, and at least as long as the one before; null for all that is longer.',
          ),
          count: count('How many took so long.'),
        },
        { additionalProperties: false },
      ),
      { description: 'How many took how long, the shortest first.' },
    ),
  },
  { $id: 'CaseDurations', additionalProperties: false },
);

/** How long it took until cases were answered and closed. */
export const ApiDurationsReport = Type.Object(
  { firstAnswer: ApiDurations, resolution: ApiDurations, isExact, ...queryHints },
  { $id: 'CaseDurationsReport', additionalProperties: false },
);

/** The report on durations on the wire. */
export const presentDurations = (report: DurationsReport): Static<typeof ApiDurationsReport> => ({
  firstAnswer: presentOne(report.firstAnswer),
  resolution: presentOne(report.resolution),
  isExact: report.isExact,
  ...presentQueryHints(report.hints),
});

const presentOne = ({ done, notDone, median, ninetieth, below }: Durations): Static<typeof ApiDurations> => ({
  ...{ done, notDone, medianMs: median, ninetiethPercentileMs: ninetieth },
  spread: [
    ...durationBounds.map((bound, index) => ({ belowMs: bound, count: (below[index] ?? 0) - (below[index - 1] ?? 0) })),
    { belowMs: null, count: done - (below.at(-1) ?? 0) },
  ],
});
