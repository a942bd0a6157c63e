/** What can be liked. */
export interface Likeable {
  readonly entity: 'case' | 'comment';
  readonly id: number;
}

/** How many people like something, and whether whoever asks is one of them. */
export interface LikeCount {
  readonly count: number;
  readonly byActor: boolean;
}
