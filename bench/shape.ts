/** How a database is filled: larger ones have more spaces and people, and statuses as a team's own database has them. */
export interface Shape {
  readonly caseCount: number;
  readonly spaces: number;
  /** Of these, the last ones are private: only their members see them. */
  readonly privateSpaces: number;
  readonly people: number;
  /** How many people are members of each private space. */
  readonly members: number;
  /** How many of a hundred cases have each status of their space, in order; all alike when empty. */
  readonly statusShares: readonly number[];
  /** The same for priorities. */
  readonly priorityShares: readonly number[];
}

export const PROJECTS_PER_SPACE = 4;

/** From how many cases on the database is that of a large team. */
export const LARGE = 100_000;

/** The shape of a database with so many cases. */
export const shapeOf = (caseCount: number): Shape =>
  caseCount < LARGE
    ? { caseCount, spaces: 5, privateSpaces: 0, people: 20, members: 0, statusShares: [], priorityShares: [] }
    : {
        caseCount,
        ...{ spaces: 20, privateSpaces: 10, people: 500, members: 100 },
        ...{ statusShares: [8, 10, 5, 12, 3, 62], priorityShares: [15, 60, 20, 5] },
      };
