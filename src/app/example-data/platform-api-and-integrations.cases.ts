import type { CaseDraft } from './example-case.ts';

export const platformApiAndIntegrationsCases = [
  {
    id: 2203,
    title: 'Test orders for partners without real production',
    description:
      '<p>Partners test with live orders and ask us to cancel them. A key with the prefix <code>test_</code> ' +
      'could go through everything except production and payment.</p>',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'Low', tags: ['api', 'sandbox'] },
    people: { reporterId: 6, assigneeId: 4, recipientIds: [] },
    dates: ['2026-03-05T02:25:06Z', '2026-03-16T15:12:05Z'],
  },
  {
    id: 2205,
    title: 'Slack message about new proofs has a dead link',
    description:
      '<p>The link contains the internal host name of the renderer. It should be the public address of the ' +
      'proof. Somebody must have used the wrong setting when the template was moved.</p>',
    place: { sectionId: 15, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['slack'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [] },
    dates: ['2026-03-09T13:33:27Z', '2026-03-26T07:11:50Z'],
  },
  {
    id: 2209,
    title: 'Paging through orders skips entries while new ones arrive',
    description:
      '<p>Offsets shift when an order comes in between two requests. Partners with nightly exports miss a ' +
      'handful of orders. Version 2 should page with a cursor over <code>(createdAt, id)</code>.</p>',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'High', tags: ['api', 'pagination'] },
    people: { reporterId: 8, assigneeId: 4, recipientIds: [] },
    dates: ['2026-03-12T12:20:04Z', '2026-03-26T12:25:35Z'],
  },
  {
    id: 2214,
    title: 'SAP: line breaks in the delivery note break the file',
    description:
      '<p>The IDoc splits at the line break and the rest of the text becomes a segment of its own. Replacing ' +
      "the breaks with <code> / </code> is accepted by the customer's IT.</p>",
    place: { sectionId: 15, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['sap'] },
    people: { reporterId: 6, assigneeId: 3, recipientIds: [4] },
    dates: ['2026-03-20T02:52:51Z', '2026-03-30T10:22:33Z'],
  },
  {
    id: 2231,
    title: 'Deprecation header for version 1',
    description:
      'Add <code>Deprecation</code> and <code>Sunset</code> to every answer of version 1, with a link to the ' +
      'migration guide. The date is the last of June next year.',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: ['api'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [1] },
    dates: ['2026-04-10T15:45:50Z', '2026-04-16T12:20:22Z'],
  },
  {
    id: 2232,
    title: 'Webhooks are sent out of order after an outage',
    description:
      '<p>When a receiver comes back, we retry all waiting events in parallel. One shop system got “shipped” ' +
      'before “paid” and canceled 60 orders. Keep the order per receiver.</p>',
    place: { sectionId: 15 },
    labels: { status: 'Closed', priority: 'High', tags: ['webhooks'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [] },
    dates: ['2026-04-13T14:30:27Z', '2026-04-20T09:13:52Z'],
  },
  {
    id: 2239,
    title: 'API key is written to the access log',
    description:
      '<p>Keys given in the URL as <code>?key=</code> end up in the access log of the load balancer and in the ' +
      'log archive. Mask the parameter, delete the old logs, and renew the keys of the 41 partners concerned.</p>',
    place: { sectionId: 14 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['api', 'security'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-04-22T03:09:38Z', '2026-04-22T04:42:57Z'],
  },
  {
    id: 2245,
    title: 'Stock on the marketplace lags 40 minutes behind',
    description:
      '<p>We send the feed every 30 minutes and wait for the previous one to be processed. On busy days we sell ' +
      'things we do not have. The newer API takes single updates; let us use it for articles below a stock of ' +
      '20.</p>',
    place: { sectionId: 15 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['amazon', 'stock'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [1] },
    dates: ['2026-04-27T23:36:33Z', '2026-05-04T10:32:31Z'],
  },
  {
    id: 2247,
    title: 'Rate limit counts answers from the cache',
    description:
      '<p>A partner polls the stock with <code>If-None-Match</code>, gets a 304 nearly every time, and still ' +
      'runs into the limit. That punishes exactly the clients that behave well.</p>',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['api', 'rate-limit'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [] },
    dates: ['2026-04-29T23:42:08Z', '2026-06-01T12:44:48Z'],
  },
  {
    id: 2256,
    title: 'Price widget is blocked on customer websites',
    description:
      '<p>The preflight request is answered without <code>Access-Control-Allow-Headers</code>, so every browser ' +
      'refuses the call with our own header. Worked until the gateway was replaced.</p>',
    place: { sectionId: 14, milestoneId: 12 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['api', 'cors'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [4] },
    dates: ['2026-05-12T07:16:33Z', '2026-06-10T13:57:44Z'],
  },
  {
    id: 2266,
    title: 'Artikelabgleich bricht bei mehr als 65.535 Zeilen ab',
    description:
      '<p>Der Export an die Warenwirtschaft wird offenbar noch im alten Excel-Format geschrieben. Alles ab ' +
      'Zeile 65.536 fehlt ohne jede Meldung. Bitte auf CSV oder XLSX umstellen.</p>',
    place: { sectionId: 15, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'High', tags: ['german', 'warenwirtschaft'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-05-25T11:14:59Z', '2026-05-26T07:44:33Z'],
  },
  {
    id: 2287,
    title: 'Reference lacks the error codes of the upload call',
    description:
      '<p>Besides 413 and 415 the call can answer 409 (same file already uploaded) and 422 (preflight failed). ' +
      'Neither is documented. Partners write to us because they take 422 for a bug.</p>',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['api', 'docs'] },
    people: { reporterId: 6, assigneeId: 4, recipientIds: [] },
    dates: ['2026-06-19T00:23:33Z', '2026-07-06T08:42:12Z'],
  },
  {
    id: 2295,
    title: 'Generated Java client does not compile',
    description:
      '<p>Two schemas are called <code>Address</code> and <code>address</code>. On case-insensitive file ' +
      'systems one overwrites the other. Renaming the second one to <code>PostalAddress</code> solves it.</p>',
    place: { sectionId: 14, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['api', 'openapi'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [5, 6] },
    dates: ['2026-06-29T06:25:12Z', '2026-07-13T09:54:18Z'],
  },
  {
    id: 2299,
    title: 'Prices are sent as floating point numbers',
    description:
      '<p>A price of 0.1 + 0.2 arrives as <code>0.30000000000000004</code>. In version 2 all amounts shall be ' +
      'strings with two decimals plus a currency. For version 1 we only round.</p>',
    place: { sectionId: 14, milestoneId: 12 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['api', 'numbers'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [] },
    dates: ['2026-07-03T12:47:57Z', '2026-07-10T09:07:21Z'],
  },
  {
    id: 2318,
    title: 'Signature does not match for bodies with emoji',
    description:
      '<p>We sign the string before it is encoded and compute the length in characters. For anything outside of ' +
      'ASCII the receiver calculates another signature. Sign the bytes that are really sent.</p>',
    place: { sectionId: 15, milestoneId: 11 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['webhooks', 'signature'] },
    people: { reporterId: 6, recipientIds: [] },
    dates: ['2026-07-27T06:43:11Z', '2026-08-12T11:46:29Z'],
  },
  {
    id: 2346,
    title: 'Shopify: variants without a SKU stop the import',
    description:
      '<p>One variant without SKU makes the whole product import fail, and the merchant sees only “internal ' +
      'error”. Skip it and say which one it was.</p>',
    place: { sectionId: 15 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['shopify'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [] },
    dates: ['2026-08-28T07:27:37Z', '2026-09-10T11:58:06Z'],
  },
  {
    id: 2355,
    title: "New version of the carrier's label service",
    description:
      '<p>The old SOAP service is switched off at the end of the year. Differences that matter to us:</p><ul>' +
      '<li>labels come as ZPL or PDF, no longer as an address to fetch</li><li>return labels are a call of ' +
      'their own</li><li>weights are in grams</li></ul>',
    place: { sectionId: 15 },
    labels: { status: 'New', priority: 'Normal', tags: ['carrier', 'dhl'] },
    people: { reporterId: 4, recipientIds: [3, 5, 8] },
    dates: ['2026-09-10T10:07:51Z', '2026-09-10T10:32:21Z'],
  },
  {
    id: 2383,
    title: 'Idempotency keys are forgotten after a restart',
    description:
      "<p>They live in memory. After yesterday's deployment a partner's retry created 17 orders twice. They " +
      'belong in the database, for 24 hours.</p>',
    place: { sectionId: 14 },
    labels: { status: 'New', priority: 'Normal', tags: ['api', 'idempotency'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [] },
    dates: ['2026-10-19T03:44:10Z', '2026-10-21T10:58:20Z'],
  },
  {
    id: 2398,
    title: 'Zapier app asks for permissions it does not use',
    description:
      '<p>The consent screen lists “change billing details”. We never do. It scares people off, the drop-out ' +
      'rate on that screen is 38 %.</p>',
    place: { sectionId: 15 },
    labels: { status: 'New', priority: 'Low', tags: ['zapier'] },
    people: { reporterId: 3, recipientIds: [] },
    dates: ['2026-11-09T14:38:45Z', '2026-11-11T11:34:27Z'],
  },
] as const satisfies readonly CaseDraft[];
