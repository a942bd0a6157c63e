import type { CaseDraft } from './example-case.ts';

export const webShopCheckoutCases = [
  {
    id: 2201,
    title: 'Cart loses its articles after signing in',
    description:
      '<p>I filled a cart as a guest, then signed in to use my saved address. The cart showed only the two ' +
      'articles from last week that were still in my account. Please merge both instead of replacing one.</p>',
    place: { sectionId: 2, milestoneId: 2 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['cart'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [] },
    dates: ['2026-03-02T11:50:50Z', '2026-03-11T14:51:37Z'],
  },
  {
    id: 2207,
    title: 'Card payment hangs when the bank asks for confirmation',
    description:
      '<p>If the bank asks for a confirmation in its app and it takes longer than a minute, our page shows a ' +
      'spinner for ever. The payment times out on the server after 60 seconds, but the page never hears about ' +
      'it.</p><p>Reproduced with the test card <code>4000 0027 6000 3184</code>.</p>',
    place: { sectionId: 2, milestoneId: 1 },
    labels: { status: 'Closed', priority: 'High', tags: ['cards', '3ds'] },
    people: { reporterId: 5, assigneeId: 2, recipientIds: [4] },
    dates: ['2026-03-11T09:49:02Z', '2026-03-12T13:04:50Z'],
  },
  {
    id: 2210,
    title: 'Total is one cent off with percentage coupons',
    description:
      '<p>With a 15 % coupon and an odd number of articles, the total on the page and the total on the payment ' +
      'page differ by one cent. Klarna refuses such payments altogether.</p><p>Example: 3 × 7.99 with 15 % ' +
      'gives 20.37 here and 20.38 there.</p>',
    place: { sectionId: 2 },
    labels: { status: 'Closed', priority: 'High', tags: ['coupon', 'rounding'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [] },
    dates: ['2026-03-13T11:48:10Z', '2026-03-23T11:29:41Z'],
  },
  {
    id: 2215,
    title: 'Sales tax of Switzerland is shown as German VAT',
    description:
      '<p>For a delivery to Zürich the summary says “incl. 19 % VAT”. The amount is right (no tax), only the ' +
      'line is wrong. Business customers ask us for a corrected order confirmation each time.</p>',
    place: { sectionId: 2, milestoneId: 1 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['tax'] },
    people: { reporterId: 7, recipientIds: [] },
    dates: ['2026-03-20T07:25:05Z', '2026-04-16T14:38:05Z'],
  },
  {
    id: 2240,
    title: 'Delivery date lies on a public holiday',
    description:
      '<p>The checkout promises a delivery on a Monday that is a public holiday in all of Germany. We need the ' +
      'holidays of the destination country in the calculation, not only the weekends.</p>',
    place: { sectionId: 2, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['delivery-date'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [] },
    dates: ['2026-04-22T13:03:36Z', '2026-05-06T14:09:53Z'],
  },
  {
    id: 2253,
    title: 'Print file with spaces in its name is lost',
    description:
      '<p>Files like <code>visit card final 2.pdf</code> are uploaded, but the order shows “no print file”. ' +
      'Renaming it to <code>visit-card.pdf</code> helps. This costs us about five e-mails a day.</p>',
    place: { sectionId: 2 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['upload'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [] },
    dates: ['2026-05-08T07:33:13Z', '2026-06-18T13:37:48Z'],
  },
  {
    id: 2255,
    title: 'PayPal returns to an empty cart',
    description:
      '<p>After confirming at PayPal, customers land in an empty cart and see no order number. The payment ' +
      '<strong>is</strong> taken. We have nine such payments since this morning that belong to no order.</p><p>' +
      'List for accounting: <a href="https://files.example.com/paypal-orphans.xlsx">paypal-orphans.xlsx</a></p>',
    place: { sectionId: 2 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['payment', 'paypal'] },
    people: { reporterId: 3, assigneeId: 2, recipientIds: [5] },
    dates: ['2026-05-11T08:59:34Z', '2026-05-11T12:57:50Z'],
  },
  {
    id: 2257,
    title: 'Voucher can be used twice in two browser tabs',
    description:
      '<p>Open the cart in two tabs, enter the same voucher in both and pay in both. Both orders get the ' +
      'discount, although the voucher is good for a single use. A customer told us honestly, others may not.</p>',
    place: { sectionId: 2, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['vouchers'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [] },
    dates: ['2026-05-13T14:40:20Z', '2026-05-29T13:03:43Z'],
  },
  {
    id: 2262,
    title: 'Browser autofill puts the city in the company field',
    description:
      '<p>Chrome fills the city name in the field “company”. The inputs have no <code>autocomplete</code> ' +
      'attributes; with <code>organization</code> and <code>address-level2</code> it should work.</p>',
    place: { sectionId: 2, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['autofill'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [3, 4, 5] },
    dates: ['2026-05-20T07:48:45Z', '2026-06-08T11:41:18Z'],
  },
  {
    id: 2298,
    title: 'Button says "Buy" for free samples',
    description:
      'The sample set costs nothing, but the last button still says “Buy now”. People are afraid of hidden ' +
      'costs. “Order free samples” would be friendlier.',
    place: { sectionId: 2 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: ['wording'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [2] },
    dates: ['2026-07-02T09:37:24Z', '2026-07-07T14:04:52Z'],
  },
  {
    id: 2310,
    title: 'Express delivery is offered after the daily deadline',
    description:
      '<p>At 16:30 I could still choose “Express, tomorrow before noon”. Production closes express orders at ' +
      '14:00.</p>',
    place: { sectionId: 2 },
    labels: { status: 'New', priority: 'Normal', tags: ['express'] },
    people: { reporterId: 5, recipientIds: [] },
    dates: ['2026-07-16T14:55:24Z', '2026-07-16T14:55:24Z'],
  },
  {
    id: 2313,
    title: 'Wrong delivery costs for islands',
    description:
      '<p>Deliveries to Sylt, Madeira and the Canary Islands are offered at the mainland price. The carrier ' +
      'charges us an extra 14.90 each time.</p><ul><li>Sylt: zip codes 25980 to 25999</li><li>Madeira: 9000 to ' +
      '9385</li><li>Canary Islands: 35000 to 38999</li></ul>',
    place: { sectionId: 2 },
    labels: { status: 'In Progress', priority: 'High', tags: ['shipping'] },
    people: { reporterId: 2, assigneeId: 3, recipientIds: [7] },
    dates: ['2026-07-20T06:32:21Z', '2026-08-10T08:21:46Z'],
  },
  {
    id: 2334,
    title: 'No se puede introducir una provincia en la dirección',
    description:
      '<p>Al hacer un pedido desde España el campo «provincia» aparece vacío y no deja elegir nada. Sin ' +
      'provincia no se puede continuar. He probado con Madrid y con Valencia y pasa lo mismo.</p>',
    place: { sectionId: 2 },
    labels: { status: 'New', priority: 'Normal', tags: ['spanish', 'direccion'] },
    people: { reporterId: 5, recipientIds: [] },
    dates: ['2026-08-13T10:23:11Z', '2026-08-13T10:23:11Z'],
  },
  {
    id: 2353,
    title: 'House numbers such as "12 1/2" are refused',
    description:
      '<p>The address form answers “Please enter a valid house number” for 12 1/2. The customer lives there and ' +
      'gets mail from everybody else.</p>',
    place: {},
    labels: { status: 'In Progress', priority: 'Normal', tags: ['address'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [4] },
    dates: ['2026-09-07T08:00:52Z', '2026-09-16T09:57:20Z'],
  },
  {
    id: 2376,
    title: 'Phone number should not be required',
    description:
      '<p>Three complaints in one week about the required phone number. The carriers do not need it for letters ' +
      'and small parcels, only for pallets.</p>',
    place: { sectionId: 2, milestoneId: 2 },
    labels: { status: 'New', priority: 'Low', tags: [] },
    people: { reporterId: 7, recipientIds: [3] },
    dates: ['2026-10-07T10:22:14Z', '2026-10-07T10:22:14Z'],
  },
  {
    id: 2382,
    title: 'Guest order asks for a password twice',
    description:
      '<p>Someone who orders as a guest and then ticks “keep my details” has to enter the password, confirm it, ' +
      'and enter both once more on the next page. Nothing is lost, but it looks broken.</p>',
    place: { sectionId: 2, milestoneId: 2 },
    labels: { status: 'New', priority: 'Normal', tags: ['guest'] },
    people: { reporterId: 3, recipientIds: [] },
    dates: ['2026-10-16T13:50:31Z', '2026-10-19T12:38:34Z'],
  },
] as const satisfies readonly CaseDraft[];
