import type { ErrorObject } from 'ajv';

/**
 * What a schema has to say, with what it says of alternatives put together. Each branch reports that it does not fit
 * before the whole does; told one by one, every one of them would claim to be the only way.
 */
export const withAlternativesTogether = (errors: readonly ErrorObject[]): ErrorObject[] => {
  const together: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      together.push(error);
      continue;
    }
    const first = together.findLastIndex((earlier) => !isWithin(error, earlier)) + 1;
    together.push(...meantBy(error, together.splice(first)));
  }
  return together;
};

/** Whether the error is of a branch of these alternatives, and of the same value or what is in it. */
const isWithin = (whole: ErrorObject, error: ErrorObject): boolean =>
  error.schemaPath.startsWith(`${whole.schemaPath}/`) && `${error.instancePath}/`.startsWith(`${whole.instancePath}/`);

/** The errors of the branches that were probably meant; when it was none, one error with all that is allowed. */
const meantBy = (whole: ErrorObject, errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const ofBranch = Map.groupBy(
    errors,
    ({ schemaPath }) => schemaPath.slice(whole.schemaPath.length + 1).split('/', 1)[0],
  );
  // A branch that takes the value and minds something else about it is meant.
  const meant = [...ofBranch.values()].filter((branch) => !branch.some((error) => isOtherwise(whole, error)));
  if (meant.length > 0) return meant.flat();
  const values = errors.flatMap(
    ({ params }) => params['values'] ?? params['allowedValues'] ?? params['allowedValue'] ?? [],
  );
  const types = errors.flatMap(({ params }) => params['types'] ?? params['type'] ?? []);
  // Null says that there is to be none: not what is meant by whoever sends something.
  return [{ ...whole, params: { values, types: [...new Set(types)].filter((type) => type !== 'null') } }];
};

/** Whether a branch is for something else altogether. */
const isOtherwise = (whole: ErrorObject, { instancePath, keyword }: ErrorObject): boolean =>
  instancePath === whole.instancePath && ['type', 'enum', 'const', 'anyOf'].includes(keyword);
