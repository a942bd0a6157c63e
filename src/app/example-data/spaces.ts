import type { ExampleSpace } from './example-types.ts';

/** Jonas, Priya and Diego (3, 4, 5) are in both, each with a different role. */
export const spaces = [
  {
    id: 1,
    name: 'Customer Support',
    visibility: 'public',
    members: [
      { userId: 2, role: 'manager' },
      { userId: 3, role: 'agent' },
      { userId: 4, role: 'viewer' },
      { userId: 5, role: 'contributor' },
      { userId: 7, role: 'agent' },
    ],
  },
  {
    id: 2,
    name: 'Product Development',
    visibility: 'private',
    members: [
      { userId: 3, role: 'contributor' },
      { userId: 4, role: 'manager' },
      { userId: 5, role: 'viewer' },
      { userId: 6, role: 'agent' },
      { userId: 8, role: 'agent' },
    ],
  },
] as const satisfies readonly ExampleSpace[];
