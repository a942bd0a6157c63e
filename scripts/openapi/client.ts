import { API_ROOT } from '../../src/app/api-routes.ts';
import { clientOperations } from './client-operations.ts';
import { clientTypes } from './client-types.ts';
import { type JsonObject, mapValues } from './json.ts';
import { withoutUnusedComponents } from './used-components.ts';

const MARK = '// Written by npm run openapi from docs/api/openapi.json: what is changed here is lost.\n\n';

/** The generated files of the client, by their paths: all of the new API, nothing of the old one. */
export const clientFiles = async (document: JsonObject): Promise<Readonly<Record<string, string>>> => {
  const ofNewApi = withoutUnusedComponents({
    ...document,
    paths: Object.fromEntries(
      Object.entries(document['paths'] as JsonObject).filter(([path]) => path.startsWith(`${API_ROOT}/`)),
    ),
  });
  const files = { types: await clientTypes(ofNewApi), operations: clientOperations(ofNewApi) };
  return Object.fromEntries(
    Object.entries(mapValues(files, (content) => `${MARK}${content}`)).map(([name, content]) => [
      `src/client/generated/${name}.ts`,
      String(content),
    ]),
  );
};
