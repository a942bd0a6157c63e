/** Which people exist for whoever acts. */
export type PeopleInSight =
  | 'all'
  | {
      /** One always sees oneself. */
      readonly selfId: number;
      /** Members of these spaces. */
      readonly spaceIds: readonly number[];
      /** Whether everybody who is not isolated exists, too. */
      readonly colleagues: boolean;
    };

/** Whether people have access. */
export const personStates = ['active', 'deactivated', 'all'] as const;
export type PersonState = (typeof personStates)[number];

/** Where somebody stands in a list by name. */
export interface PersonPlace {
  /** 0 for whoever has exactly the user name that is looked for, 1 for all others. */
  readonly rank: number;
  readonly foldedNames: string;
  readonly id: number;
}

/** Which people a list is about; all conditions hold. */
export interface PeopleFilter {
  readonly sight: PeopleInSight;
  /** Only the members of a space, or those who can see it: of a `public` or `closed` one. */
  readonly audience?: { readonly spaceId: number; readonly who: 'members' | 'public' | 'closed' };
  /** Words that all occur in their names, as `wordsOf` makes them. */
  readonly words: readonly string[];
  /** Whoever has exactly this user name comes first; "" for nobody. */
  readonly username: string;
}
