/** What the names in braces stand for. */
export type Values = Readonly<Record<string, string | number>>;

const NAME = /\{([a-zA-Z]+)\}/gu;

/** The names in a request that nothing stands for. */
export const missingIn = (content: unknown, values: Values): readonly string[] => {
  const names = [...(JSON.stringify(content) ?? '').matchAll(NAME)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => values[name] === undefined);
};

/** A text with its names replaced. */
export const fillText = (text: string, values: Values): string =>
  text.replace(NAME, (whole, name: string) => String(values[name] ?? whole));

/** JSON with its names replaced; a text that is one name becomes the value itself. */
export const fill = (content: unknown, values: Values): unknown => {
  if (typeof content === 'string') return fillValue(content, values);
  if (typeof content !== 'object' || content === null) return content;
  if (Array.isArray(content)) return content.map((each) => fill(each, values));
  return Object.fromEntries(Object.entries(content).map(([name, each]) => [name, fill(each, values)]));
};

/** A text with its names replaced, or the value itself where the text is one name. */
export const fillValue = (text: string, values: Values): string | number => {
  const only = /^\{([a-zA-Z]+)\}$/u.exec(text)?.[1];
  return only === undefined ? fillText(text, values) : (values[only] ?? text);
};

/** What is found in JSON at a place such as `ResponseData[0].FileName`. */
export const valueAt = (content: unknown, place: string): unknown =>
  place
    .split(/[.[\]]+/u)
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], content);
