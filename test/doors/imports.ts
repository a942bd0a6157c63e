import { importFile } from '../support/imports.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Abilities, type Door, RefusedError } from './door.ts';

/** Files that are imported by a job of the new API. A case does not move by an import, so updates are not among them. */
export const imports = (testApp: TestApp): Door => {
  const can: Partial<Abilities> = {
    createCase: async ({ spaceId, ...properties }) => {
      const upload = { content: JSON.stringify(properties), name: 'case.jsonl', query: `spaceId=${spaceId}` };
      const { refusals } = await importFile(testApp, upload);
      if (refusals.length > 0) throw new RefusedError(`import: ${JSON.stringify(refusals)}`);
    },
  };
  return { title: 'imports', recordedAs: 'v1', isOperators: false, can };
};
