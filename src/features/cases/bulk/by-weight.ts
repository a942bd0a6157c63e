interface ByWeight<T> {
  /** In bytes. */
  readonly weightOf: (item: T) => number;
  readonly maxBytes: number;
  readonly maxCount: number;
}

/** Cuts a list into pieces that are neither longer nor heavier; what is too heavy alone is a piece of its own. */
export const cutByWeight = <T>(
  items: readonly T[],
  { weightOf, maxBytes, maxCount }: ByWeight<T>,
): (readonly T[])[] => {
  const pieces: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const weight = weightOf(item);
    const piece = pieces.at(-1);
    if (piece !== undefined && piece.length < maxCount && bytes + weight <= maxBytes) {
      piece.push(item);
      bytes += weight;
    } else {
      pieces.push([item]);
      bytes = weight;
    }
  }
  return pieces;
};
