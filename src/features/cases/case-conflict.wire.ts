import { Type } from 'typebox';
import { Problem } from '../../platform/http/api/problem.ts';

/** What `requireRevision` tells beside the refusal itself. */
export const CaseConflict = Type.Object(
  {
    ...Problem.properties,
    revision: Type.Integer({ description: 'At which revision the case is now.' }),
    conflicts: Type.Array(
      Type.Object({
        property: Type.String({ description: 'Which property was changed since.' }),
        currentValue: Type.Unknown({ description: 'What it is now.' }),
        revision: Type.Integer({ description: 'With which revision it was changed last.' }),
        changedBy: Type.Union(
          [
            Type.Object({
              id: Type.Integer({ description: 'The ID of the user.' }),
              displayName: Type.String({ description: 'The name of the user.' }),
            }),
            Type.Null(),
          ],
          { description: 'Who changed it; null for the operator of the machine.' },
        ),
        changedAt: Type.String({ format: 'date-time', description: 'When it was changed.' }),
      }),
      { description: 'One entry for each property of this change that somebody else changed meanwhile.' },
    ),
  },
  {
    $id: 'CaseConflict',
    additionalProperties: true,
    description: 'A change that was meant for another revision of the case.',
  },
);
