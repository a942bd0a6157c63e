import { Type } from 'typebox';
import { Problem } from '../../platform/http/api/problem.ts';
import { textSpan, toldValues } from '../../platform/http/api/text-hint.ts';
import { queryMistakes } from './query-mistakes.ts';

/** What `queryRefusal` tells beside the refusal itself. */
export const QueryProblem = Type.Object(
  {
    ...Problem.properties,
    queryFaults: Type.Optional(
      Type.Array(
        Type.Object({
          ...textSpan,
          code: Type.Enum([...queryMistakes], { description: 'What is wrong; codes stay what they are.' }),
          values: toldValues,
          problem: Type.String({ description: 'Completes a sentence that begins with the query.' }),
          suggestion: Type.Union([Type.String(), Type.Null()], {
            description: 'What could stand there instead; null when nothing is near.',
          }),
        }),
        { description: 'One entry for each mistake in the query, with its place.' },
      ),
    ),
  },
  {
    $id: 'QueryProblem',
    additionalProperties: true,
    description: 'A request that is not valid; when its query is not, with the places of the mistakes.',
  },
);
