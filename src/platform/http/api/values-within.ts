/** Whether a value holds more than so many values, at any depth. It stops counting there. */
export const hasMoreValuesThan = (value: unknown, most: number): boolean => {
  const found = [value];
  for (let next = 0; next < found.length; next += 1) {
    const inside = Object.values(Object(found[next]) === found[next] ? (found[next] as object) : {});
    if (found.length + inside.length > most) return true;
    found.push(...inside);
  }
  return false;
};
