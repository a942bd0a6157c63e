/** How many characters of a name may be wrong, for each three that it has. */
const WRONG_PER_THREE = 1;

/** Names are compared up to this length. */
const MAX_COMPARED = 60;

/** The one of the names that was probably meant, for "did you mean …?"; null when none is near. */
export const nearestName = (text: string, names: Iterable<string>): string | null => {
  const meant = text.toLowerCase().slice(0, MAX_COMPARED);
  let nearest: string | null = null;
  let least = Math.ceil((meant.length * WRONG_PER_THREE) / 3) + 1;
  for (const name of names) {
    const difference = distance(meant, name.toLowerCase().slice(0, MAX_COMPARED), least);
    if (difference < least) [nearest, least] = [name, difference];
  }
  return nearest;
};

/** How many characters have to be added, removed or replaced; `limit` when it is as many. */
const distance = (one: string, other: string, limit: number): number => {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, character] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, compared] of [...other].entries()) {
      const replaced = (previous[column] ?? 0) + (character === compared ? 0 : 1);
      current.push(Math.min((previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return Math.min(previous.at(-1) ?? 0, limit);
};
