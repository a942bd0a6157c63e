import { isObject, type JsonObject, mapValues } from './json.ts';

/** The document without the components that nothing in it refers to, however indirectly. */
export const withoutUnusedComponents = (document: JsonObject): JsonObject => {
  const { components, ...rest } = document;
  const all = components as Readonly<Record<string, JsonObject>>;
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const pointer of refsIn(value)) {
      if (used.has(pointer)) continue;
      used.add(pointer);
      const [, , kind = '', name = ''] = pointer.split('/');
      visit(all[kind]?.[name]);
    }
  };
  visit(rest);
  const isUsed = (kind: string, name: string) => kind === 'securitySchemes' || used.has(`#/components/${kind}/${name}`);
  return {
    ...rest,
    components: mapValues(all, (named, kind) =>
      Object.fromEntries(Object.entries(named as JsonObject).filter(([name]) => isUsed(kind, name))),
    ),
  };
};

const refsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === '$ref' && typeof each === 'string' ? [each] : refsIn(each),
  );
};
