import type { CaseDraft } from './example-case.ts';

export const webShopStorefrontCases = [
  {
    id: 2217,
    title: 'Typo in the shipping banner: "recieve"',
    description:
      '<p>The yellow banner on the home page says “Order before noon and <strong>recieve</strong> it tomorrow”. ' +
      'It should be “receive”.</p>',
    place: { sectionId: 1, milestoneId: 1 },
    labels: { status: 'Closed', priority: 'Low', tags: ['wording'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [] },
    dates: ['2026-03-25T16:19:57Z', '2026-04-14T11:49:03Z'],
  },
  {
    id: 2229,
    title: 'Style sheets missing on all product pages',
    description:
      '<p>Since about ten minutes ago product pages come without any styles. The console is full of <code>403' +
      '</code> answers for <code>/assets/product-*.css</code>. Home page and cart look normal.</p>',
    place: { sectionId: 1 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['outage', 'cdn'] },
    people: { reporterId: 2, assigneeId: 3, recipientIds: [] },
    dates: ['2026-04-09T13:04:40Z', '2026-04-09T18:21:14Z'],
  },
  {
    id: 2234,
    title: 'Search for "envelopes C5" finds only C4',
    description:
      '<p>Searching for <code>envelopes C5</code> shows eleven results, all of them C4. The C5 products are in ' +
      'stock and can be found through the category menu.</p><p>Two customers called about this today and both ' +
      'had nearly given up on us.</p>',
    place: { sectionId: 1, milestoneId: 1 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['search'] },
    people: { reporterId: 5, recipientIds: [2, 4] },
    dates: ['2026-04-14T15:20:33Z', '2026-04-17T07:41:55Z'],
  },
  {
    id: 2236,
    title: 'Menu cannot be closed on iPad in portrait mode',
    description:
      '<p>When the category menu is open on an iPad held upright, the close button lies under the search field. ' +
      'The only way out is to reload the page. Seen with iPadOS 26 and Safari.</p>',
    place: { sectionId: 1, milestoneId: 1 },
    labels: { status: 'Fixed', priority: 'High', tags: ['safari', 'menu'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [4] },
    dates: ['2026-04-17T12:25:06Z', '2026-04-23T13:53:03Z'],
  },
  {
    id: 2237,
    title: 'Search suggestions take six seconds in the afternoon',
    description:
      '<p>Between 15:00 and 17:00 the suggestions below the search field need up to six seconds. In the morning ' +
      'they are instant. Could that be the product export to the marketplaces, which starts at three?</p>',
    place: { sectionId: 1 },
    labels: { status: 'Closed', priority: 'High', tags: ['search', 'performance'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [5] },
    dates: ['2026-04-20T07:36:09Z', '2026-05-14T10:22:53Z'],
  },
  {
    id: 2254,
    title: 'Show the paper weight in the product list',
    description:
      'Several customers asked for the paper weight (g/m²) right in the list, so that they do not have to open ' +
      'every product. A small gray line below the name would be enough.',
    place: { sectionId: 1, milestoneId: 1 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: [] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [4, 5] },
    dates: ['2026-05-11T05:47:37Z', '2026-05-22T06:40:42Z'],
  },
  {
    id: 2264,
    title: 'Color filter forgets its selection after going back',
    description:
      '<p>Steps:</p><ul><li>open Labels and filter by “white”</li><li>open any product</li><li>press the ' +
      "browser's back button</li></ul><p>The list shows all colors again, but the check mark next to white is " +
      'still set.</p>',
    place: { sectionId: 1, milestoneId: 1 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['filters'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [1] },
    dates: ['2026-05-22T07:52:05Z', '2026-06-03T13:48:05Z'],
  },
  {
    id: 2304,
    title: 'Page does not load',
    description:
      '<p>A customer wrote that the gift card page stays white after she follows the link from our newsletter. ' +
      'She tried Firefox and Chrome on Windows. I can open the page when I am signed in, but in a private ' +
      'window I get the same blank page.</p>',
    place: { sectionId: 1 },
    labels: { status: 'In Progress', priority: 'High', tags: ['gift-cards', 'browser'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [2] },
    dates: ['2026-07-08T10:07:17Z', '2026-07-13T11:10:21Z'],
  },
  {
    id: 2312,
    title: 'Old category addresses lead to the home page',
    description:
      '<p>The old addresses such as <code>/shop/cards.html</code> are redirected to the home page instead of ' +
      'the matching category. People who come from a search engine have to start over.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Low', tags: ['seo'] },
    people: { reporterId: 7, recipientIds: [2] },
    dates: ['2026-07-17T14:24:52Z', '2026-07-17T14:24:52Z'],
  },
  {
    id: 2326,
    title: 'Cookie notice comes back on every visit',
    description:
      '<p>I have rejected the optional cookies three times this week. The notice appears again as soon as I ' +
      'close the browser. When I accept everything it stays away, which does not look good from a privacy point ' +
      'of view.</p>',
    place: { sectionId: 1 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['cookies', 'privacy'] },
    people: { reporterId: 5, assigneeId: 7, recipientIds: [1, 2] },
    dates: ['2026-08-03T09:12:23Z', '2026-08-21T14:12:31Z'],
  },
  {
    id: 2357,
    title: 'Sold-out article can still be put in the cart from the wish list',
    description:
      '<p>The product page of the walnut letter tray says “out of stock” and has no button, as it should. From ' +
      'the wish list the same article can be added without any hint. The order then hangs in the warehouse.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Normal', tags: ['stock'] },
    people: { reporterId: 5, recipientIds: [] },
    dates: ['2026-09-11T10:23:04Z', '2026-09-11T10:23:04Z'],
  },
  {
    id: 2367,
    title: 'السعر يظهر معكوسًا في الصفحة العربية',
    description:
      '<p>في صفحة المنتج باللغة العربية يظهر السعر ورمز العملة بترتيب معكوس، مثلًا <code>€49.90</code> بدل ' +
      '49.90 €. المشكلة في متصفح كروم فقط، أما فايرفوكس فيعرضه بشكل صحيح.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Normal', tags: ['arabic', 'rtl'] },
    people: { reporterId: 7, recipientIds: [4] },
    dates: ['2026-09-25T08:56:17Z', '2026-09-28T09:57:55Z'],
  },
  {
    id: 2370,
    title: 'Product photos are blurry on high-resolution screens',
    description:
      '<p>On Retina and 4K screens the photos in the product gallery look soft. It seems we always send the 600 ' +
      'px version. The zoom view is sharp, so the originals are fine.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Normal', tags: ['images'] },
    people: { reporterId: 3, recipientIds: [1] },
    dates: ['2026-09-29T15:13:37Z', '2026-09-29T15:13:37Z'],
  },
  {
    id: 2385,
    title: 'Price in the box configurator jumps while typing',
    description:
      '<p>If you type 1250 in the quantity field, the price is calculated for 1, 12, 125 and 1250 one after ' +
      'another, and now and then an older answer arrives last. Then the price for 125 pieces is shown for 1250.</p>',
    place: { sectionId: 1, milestoneId: 2 },
    labels: { status: 'New', priority: 'Normal', tags: ['configurator'] },
    people: { reporterId: 5, recipientIds: [] },
    dates: ['2026-10-21T13:41:37Z', '2026-10-21T13:41:37Z'],
  },
  {
    id: 2390,
    title: 'Umlaute im Seitentitel werden falsch dargestellt',
    description:
      '<p>Auf der Kategorieseite „Glückwunschkarten“ steht im Browser-Tab <code>GlÃ¼ckwunschkarten</code>. In ' +
      'der Überschrift auf der Seite selbst stimmt alles. Betrifft vermutlich alle Kategorien mit Umlauten.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Normal', tags: ['translation', 'german'] },
    people: { reporterId: 3, recipientIds: [] },
    dates: ['2026-10-28T10:01:13Z', '2026-10-28T10:01:13Z'],
  },
  {
    id: 2397,
    title: 'Link color of the footer has too little contrast',
    description:
      '<p>Our accessibility check reports a contrast of 3.1 to 1 for the footer links. We need at least 4.5 to ' +
      '1. The darker gray from the style guide would do.</p>',
    place: { sectionId: 1, milestoneId: 3 },
    labels: { status: 'New', priority: 'Low', tags: ['accessibility'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [1] },
    dates: ['2026-11-09T09:18:35Z', '2026-11-12T12:46:47Z'],
  },
  {
    id: 2400,
    title: 'Review with five stars is counted as zero',
    description:
      '<p>A customer gave five stars without writing a text. The average of the product went <strong>down</strong> ' +
      'from 4.6 to 4.4 afterwards. My guess is that a review without text is saved with 0.</p>',
    place: { sectionId: 1 },
    labels: { status: 'New', priority: 'Normal', tags: ['reviews'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [2, 4, 5] },
    dates: ['2026-11-12T10:05:59Z', '2026-11-12T10:05:59Z'],
  },
] as const satisfies readonly CaseDraft[];
