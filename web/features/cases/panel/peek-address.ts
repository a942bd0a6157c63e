/** What an address says of the case beside a list. */
export interface PeekAddress {
  /** The number of the case. */
  readonly case?: number | undefined;
}

/** What an address says, whoever wrote it. */
export const peekAddress = ({ case: id }: Record<string, unknown>): PeekAddress => ({
  case: typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined,
});
