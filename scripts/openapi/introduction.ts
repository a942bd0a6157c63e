import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ROOT } from '../../src/app/api-routes.ts';

const about = `Two APIs over the same cases.

**\`${API_ROOT}\`** is the one to build on: JSON, RFC 3339 instants, problem documents (RFC 9457) with stable codes, pages by
cursor, \`ETag\` and \`If-Match\`, \`Idempotency-Key\` and dry runs for every write.

**The Communifire API** is there for clients of the old product and stays as it is.

Both take an API key: \`Authorization: Bearer <key>\` (only the new one) or \`Rest-Api-Key: <key>\`. Pages of this server
use the new one with the cookie of a session.`;

/** The pages that are part of it, and where their headings are on the reference page. */
const anchors: Readonly<Record<string, string>> = {
  'README.md': '#description/from-a-key-to-a-working-script',
  'queries.md': '#description/queries',
};

const folder = join(import.meta.dirname, '../../docs/api');

/** Links between the pages lead to where they are on the reference page; what lies elsewhere in the project is not served. */
const linkedWithin = (markdown: string): string =>
  markdown.replace(/\[([^\]]+)\]\(([^()#:]+\.md)\)/gu, (_link, words: string, file: string) =>
    file in anchors ? `[${words}](${anchors[file]})` : words,
  );

/** What a newcomer reads first on the reference page, in Markdown: the same pages as in docs/api. */
export const introduction = [about, ...Object.keys(anchors).map((name) => readFileSync(join(folder, name), 'utf8'))]
  .map((page) => linkedWithin(page.trim()))
  .join('\n\n');
