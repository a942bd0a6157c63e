// The rooms of the house and who may import whom. scripts/layering-selftest.ts plants a violation of every rule and
// fails when one is not caught, or when a rule has none. An import may break several rules at once.

/** Tests sit beside the code and may look into every room. */
const TEST = '\\.test\\.tsx?$';

const KERNEL = '^src/kernel/';
const CONTEXT = '^src/platform/context\\.ts$';
const DOORS = '^src/platform/(http|mcp)/';

const EDGE = '(wire|routes|tools|page)';
/** The files of one feature, or of any: nouns, verbs and pure rules; its doors; its SQL. */
const plainOf = (feature) => `^src/features/${feature}/(?!.+\\.(store|${EDGE})\\.ts$)`;
const edgeOf = (feature) => `^src/features/${feature}/.+\\.${EDGE}\\.ts$`;
const storeOf = (feature) => `^src/features/${feature}/.+\\.store\\.ts$`;
const ANY = '[^/]+';
/** The feature of the importing file, which `to` knows as $1. */
const OWN = '([^/]+)';

/** features/cases/case.ts, features/activities/activity.ts, features/search/search.ts */
const NOUN = '^src/features/(?:([a-z-]+?)s?/\\1|([a-z-]+)ies/\\2y)\\.ts$';

/** Features that act on the changes of others: events tell them, nobody calls them. */
const LISTENERS = '(?:webhooks|notifications|activities)';

const ALL_PACKAGES = '(^|/)node_modules/';
const packages = (...names) => `${ALL_PACKAGES}(@types/)?(${names.join('|')})/`;
const HTTP = packages('fastify', '@fastify');
const SCHEMAS = packages('typebox');
const MCP = packages('@modelcontextprotocol');
/** What rules and verbs may use: libraries without input and output. */
const PURE = packages('sanitize-html');
/** Computing with what is there already. */
const PURE_BUILT_INS = '^(node:)?(crypto|util|buffer)$';

const rule = (name, comment, { path, pathNot = [], ...from }, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path, pathNot: [TEST, ...pathNot], ...from },
  to,
});

const everywhere = [
  rule('no-cycles', 'No cycles.', { path: '^(src|web)/' }, { circular: true }),
  rule('no-orphans', 'What nothing is connected to is dead.', { path: '^(src|web)/', orphan: true }, {}),
  rule('resolvable', 'Every import leads to something.', { path: '^(src|web)/' }, { couldNotResolve: true }),
  rule(
    'declared-packages',
    'What is imported is named in package.json.',
    { path: '^src/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'no-development-packages',
    'What the program needs is in dependencies.',
    { path: '^src/' },
    { dependencyTypes: ['npm-dev'] },
  ),
  rule('src-stays-in-src', 'src needs nothing around it.', { path: '^src/' }, { path: '^(web|test|bench|scripts)/' }),
  rule('nobody-imports-tests', 'Only Vitest reads tests.', { path: '^(src|web)/' }, { path: TEST }),
  rule('nobody-imports-main', 'main.ts is where it begins.', { path: '^src/' }, { path: '^src/main\\.ts$' }),
];

const rooms = [
  rule(
    'main-imports-app',
    'main.ts is a door into app.',
    { path: '^src/main\\.ts$' },
    { pathNot: '^src/app/', dependencyTypesNot: ['core'] },
  ),
  rule(
    'kernel-imports-nothing',
    'The kernel imports nothing but node: built-ins.',
    { path: KERNEL },
    { pathNot: KERNEL, dependencyTypesNot: ['core'] },
  ),
  rule(
    'platform-knows-no-product',
    'Technology without a business noun: the kernel and libraries.',
    { path: '^src/platform/' },
    { path: '^src/(features|communifire|app)/' },
  ),
  rule(
    'communifire-imports',
    // platform/context besides: it is the first argument of every verb.
    'The API of the old product: nouns, verbs and platform/http; never a store.',
    { path: '^src/communifire/' },
    {
      path: ['^src/', ALL_PACKAGES],
      pathNot: ['^src/communifire/', KERNEL, plainOf(ANY), DOORS, CONTEXT, HTTP, SCHEMAS],
    },
  ),
  rule(
    'app-opens-no-drawers',
    // Tighter than "everything": what a command or an import does has the checks and events of every other door.
    'app puts routes and tools together; stores, wires and pages stay private even there.',
    { path: '^src/app/' },
    { path: '^src/.+/.+\\.(store|wire|page)\\.ts$', pathNot: '^src/communifire/' },
  ),
  rule(
    'client-is-for-outsiders',
    'The generated client is for web and others: the server does not talk to itself.',
    { path: '^src/(?!client/)' },
    { path: '^src/client/' },
  ),
  rule('client-imports-client', 'The client stands alone.', { path: '^src/client/' }, { path: '^src/(?!client/)' }),
  rule('web-imports-client', 'web knows the server by its client.', { path: '^web/' }, { path: '^src/(?!client/)' }),
  rule(
    'web-frame-is-on-top',
    'The frame of the interface puts features together; nothing below knows it.',
    { path: '^web/(?!app/)' },
    { path: '^web/app/' },
  ),
  rule(
    'web-vocabulary-knows-no-feature',
    'Components for everybody, languages and the connection know no noun.',
    { path: '^web/(ui|languages|server)/' },
    { path: '^web/features/' },
  ),
];

const features = [
  rule(
    'noun-imports-nouns',
    // Pure files beside nouns besides: what they lead to is the matter of noun-reaches-no-technology.
    'Types and pure rules: the kernel and other nouns.',
    { path: NOUN },
    { pathNot: [KERNEL, plainOf(ANY), PURE_BUILT_INS] },
  ),
  rule(
    'noun-reaches-no-technology',
    'A noun imports no verb and no technology, nor does what it imports.',
    { path: NOUN },
    { path: '^src/(platform|app|communifire)/', reachable: true },
  ),
  rule(
    'verb-knows-no-door',
    'A verb serves every door alike.',
    { path: plainOf(ANY) },
    { path: [DOORS, edgeOf(ANY), '^src/(app|communifire)/'] },
  ),
  rule(
    'verb-imports-no-library',
    'Technology is in platform.',
    { path: plainOf(ANY) },
    { path: ALL_PACKAGES, pathNot: PURE },
  ),
  rule(
    'store-imports',
    // The kernel besides: rows are made of its words.
    'A store imports kysely, platform/database and its own noun.',
    { path: storeOf(OWN) },
    { pathNot: ['^src/platform/database/', KERNEL, plainOf('$1'), storeOf('$1'), packages('kysely'), PURE_BUILT_INS] },
  ),
  rule(
    'store-reaches-no-verb',
    'A store is at the bottom: what works with a context is above it.',
    { path: '\\.store\\.ts$' },
    { path: CONTEXT, reachable: true },
  ),
  rule(
    'edge-imports',
    // The kernel and platform/context besides: verbs ask for them.
    'Wire, routes, tools and pages import their own verbs, platform/http or mcp; never a store.',
    { path: edgeOf(OWN) },
    {
      pathNot: [KERNEL, plainOf('$1'), edgeOf('$1'), DOORS, CONTEXT, HTTP, SCHEMAS, MCP],
      dependencyTypesNot: ['core'],
    },
  ),
  rule(
    'feature-files-are-private',
    'Store, wire, routes, tools and pages are private to their feature.',
    { path: '^src/((?:features|platform)/[^/]+)/' },
    { path: `^src/(features|platform)/[^/]+/.+\\.(store|${EDGE})\\.ts$`, pathNot: '^src/$1/' },
  ),
  rule(
    'listeners-hear-events',
    "Features hear of each other's changes only by events.",
    { path: `^src/features/(?!${LISTENERS}/)` },
    { path: `^src/features/${LISTENERS}/` },
  ),
];

const homes = [
  rule(
    'sql-at-home',
    'kysely is for platform/database and stores.',
    { path: '^src/', pathNot: ['^src/platform/database/', '\\.store\\.ts$'] },
    { path: packages('kysely') },
  ),
  rule(
    'drivers-at-home',
    // Tighter than for kysely: a store that knew a driver would speak to one of the two databases.
    'pg and node:sqlite are for platform/database.',
    { path: '^src/', pathNot: ['^src/platform/database/'] },
    { path: [packages('pg'), '^(node:)?sqlite$'] },
  ),
  rule(
    'http-at-home',
    'fastify is for platform/http, routes, communifire and app.',
    { path: '^src/', pathNot: ['^src/(platform/http|communifire|app)/', '\\.routes\\.ts$'] },
    { path: HTTP },
  ),
  rule(
    'environment-at-home',
    'app/config.ts is the only reader of the environment.',
    { path: '^src/', pathNot: ['^src/app/config\\.ts$'] },
    { path: '^(node:)?process$' },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...everywhere, ...rooms, ...features, ...homes],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types bind rooms to each other as well.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^(test|bench|scripts)/'] },
    // What was built from the sources is not one of them.
    exclude: { path: '^web/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
