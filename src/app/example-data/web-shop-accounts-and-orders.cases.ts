import type { CaseDraft } from './example-case.ts';

export const webShopAccountsAndOrdersCases = [
  {
    id: 2212,
    title: 'Company logo in the profile is cut off at the sides',
    description:
      '<p>Wide logos are cropped to a square. It would be better to scale them down and leave some white above ' +
      'and below.</p>',
    place: { sectionId: 3, milestoneId: 1 },
    labels: { status: 'Closed', priority: 'Low', tags: ['profile'] },
    people: { reporterId: 3, assigneeId: 7, recipientIds: [] },
    dates: ['2026-03-17T14:21:13Z', '2026-04-01T14:48:45Z'],
  },
  {
    id: 2249,
    title: 'Tracking link shows the shipment of someone else',
    description:
      '<p>The carrier uses its numbers again after three months. For orders older than that, our tracking link ' +
      'shows a foreign shipment. We should hide the link 60 days after delivery.</p>',
    place: { sectionId: 4 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['tracking'] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [] },
    dates: ['2026-05-04T06:50:00Z', '2026-05-14T12:05:24Z'],
  },
  {
    id: 2265,
    title: 'Customer sees the address book of another company',
    description:
      '<p>A buyer of a print agency opened the address book and found the addresses of a company he does not ' +
      'know. He sent us a screenshot. We have switched off the shared address book until this is understood.</p>',
    place: { sectionId: 3 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['security', 'login'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [2, 7] },
    dates: ['2026-05-25T09:26:51Z', '2026-05-25T13:40:03Z'],
  },
  {
    id: 2267,
    title: 'Order was placed twice after a double click',
    description:
      '<p>Order 88213 and order 88214 are the same, four seconds apart. The customer double-clicked on the last ' +
      'button. We stopped the second one by hand before it was printed.</p>',
    place: { sectionId: 4, milestoneId: 1 },
    labels: { status: 'Fixed', priority: 'High', tags: ['orders', 'duplicates'] },
    people: { reporterId: 1, assigneeId: 2, recipientIds: [] },
    dates: ['2026-05-26T13:11:56Z', '2026-06-15T11:15:14Z'],
  },
  {
    id: 2269,
    title: 'Reorder takes the old price',
    description:
      "<p>“Order again” copies the price of last year's order. For letterheads that is 12 % below the current " +
      'list. Please calculate anew and show the difference.</p>',
    place: { sectionId: 4, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['reorder'] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [1, 3] },
    dates: ['2026-05-29T11:01:41Z', '2026-06-23T13:47:32Z'],
  },
  {
    id: 2275,
    title: 'Sign-in with Microsoft ends in "unknown tenant"',
    description:
      '<p>The employees of a new business customer cannot sign in with their Microsoft accounts. The message is:</p>' +
      '<p><code>AADSTS90002: Tenant not found</code></p><p>Their administrator has given consent, I have seen ' +
      'the confirmation.</p>',
    place: { sectionId: 3, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['login', 'sso'] },
    people: { reporterId: 2, assigneeId: 7, recipientIds: [] },
    dates: ['2026-06-04T12:38:39Z', '2026-06-15T13:50:53Z'],
  },
  {
    id: 2277,
    title: 'Second buyer cannot be added to a company account',
    description:
      '<p>The form says “This user is already a member of an account”. The person in question once ordered as a ' +
      'guest and has no account that she could sign in to.</p>',
    place: { sectionId: 3, milestoneId: 1 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['company-account'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [] },
    dates: ['2026-06-08T08:19:40Z', '2026-06-30T09:59:05Z'],
  },
  {
    id: 2289,
    title: 'Let people choose the name shown in reviews',
    description:
      'At the moment reviews show the first name and the first letter of the last name. A customer with a very ' +
      'rare name would like to use a nickname.',
    place: { sectionId: 3, milestoneId: 1 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: [] },
    people: { reporterId: 5, assigneeId: 7, recipientIds: [4] },
    dates: ['2026-06-22T15:23:28Z', '2026-07-03T15:06:24Z'],
  },
  {
    id: 2293,
    title: 'Order history as a spreadsheet',
    description:
      '<p>A purchasing department wants to download all orders of a year with cost center, article and net ' +
      'amount. CSV is fine, Excel would be nicer.</p>',
    place: { sectionId: 4, milestoneId: 1 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: ['export'] },
    people: { reporterId: 5, assigneeId: 7, recipientIds: [] },
    dates: ['2026-06-26T13:15:59Z', '2026-07-06T07:43:29Z'],
  },
  {
    id: 2303,
    title: 'Refund is sent to an expired credit card',
    description:
      '<p>The refund for a returned frame went to a card that expired in spring. The payment provider reports ' +
      'success, the customer has no money. What is our process here? I promised her an answer by Friday.</p>',
    place: { sectionId: 4 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['returns', 'refund'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [] },
    dates: ['2026-07-08T05:31:35Z', '2026-07-24T13:15:19Z'],
  },
  {
    id: 2308,
    title: 'Orders stay on "in production" after shipping',
    description:
      '<p>About one order in fifty keeps the status <strong>in production</strong> although it was shipped and ' +
      'delivered. All that I looked at have more than one parcel. The customers call and ask where their order ' +
      'is.</p>',
    place: { sectionId: 4, milestoneId: 1 },
    labels: { status: 'Reopened', priority: 'High', tags: ['status'] },
    people: { reporterId: 7, assigneeId: 7, recipientIds: [5] },
    dates: ['2026-07-13T07:48:01Z', '2026-08-07T15:27:09Z'],
  },
  {
    id: 2330,
    title: 'Change of e-mail address needs no confirmation',
    description:
      '<p>Anyone at an unlocked computer can change the e-mail address of the account without giving the ' +
      'password. Please ask for the password and send a note to the old address.</p>',
    place: { sectionId: 3 },
    labels: { status: 'New', priority: 'Normal', tags: ['email'] },
    people: { reporterId: 7, recipientIds: [1, 2, 5] },
    dates: ['2026-08-07T09:43:57Z', '2026-08-07T09:43:57Z'],
  },
  {
    id: 2332,
    title: 'Signed out every time the tab is closed',
    description:
      '<p>“Stay signed in” is ticked, yet I have to sign in again each time I close the tab. It began with the ' +
      'last release. Firefox 150, no add-ons.</p>',
    place: { sectionId: 3 },
    labels: { status: 'New', priority: 'Normal', tags: ['login'] },
    people: { reporterId: 5, recipientIds: [4, 7] },
    dates: ['2026-08-10T06:43:44Z', '2026-08-12T09:45:32Z'],
  },
  {
    id: 2349,
    title: 'Password reset link is already expired on arrival',
    description:
      '<p>Customers with mailboxes at a certain provider get the reset mail after 40 minutes because of ' +
      'gray-listing. Our link is valid for 30 minutes. Please make it two hours.</p>',
    place: { sectionId: 3 },
    labels: { status: 'New', priority: 'High', tags: ['login', 'password'] },
    people: { reporterId: 7, recipientIds: [2] },
    dates: ['2026-09-01T05:57:05Z', '2026-09-02T11:09:48Z'],
  },
  {
    id: 2386,
    title: 'Deleted account still gets the newsletter',
    description:
      '<p>We deleted the account of a customer at her request. She got two more newsletters after that and is ' +
      'now rather angry. The unsubscribe link in them does not work either, because the account is gone.</p>',
    place: { sectionId: 3 },
    labels: { status: 'New', priority: 'Normal', tags: ['privacy', 'gdpr'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [] },
    dates: ['2026-10-22T13:05:02Z', '2026-10-26T12:39:28Z'],
  },
  {
    id: 2392,
    title: 'Return label has the wrong sender',
    description:
      '<p>The PDF label for returns prints <strong>our</strong> address as the sender and as the recipient. The ' +
      'carrier accepts it, but a lost parcel comes back to nobody.</p>',
    place: { sectionId: 4 },
    labels: { status: 'New', priority: 'Normal', tags: ['returns'] },
    people: { reporterId: 7, recipientIds: [] },
    dates: ['2026-10-30T12:29:53Z', '2026-10-30T12:29:53Z'],
  },
  {
    id: 2395,
    title: 'Storno einer Teillieferung nicht möglich',
    description:
      '<p>Wenn ein Auftrag schon teilweise ausgeliefert ist, fehlt der Knopf „Stornieren“ auch für die noch ' +
      'offenen Positionen. Der Kunde wollte nur die Umschläge stornieren, die Karten hat er schon.</p><p>Im ' +
      'Lager geht es, aber dort hat der Support keinen Zugang.</p>',
    place: { milestoneId: 3 },
    labels: { status: 'New', priority: 'Normal', tags: ['orders', 'german'] },
    people: { reporterId: 3, recipientIds: [] },
    dates: ['2026-11-04T11:12:20Z', '2026-11-04T11:12:20Z'],
  },
] as const satisfies readonly CaseDraft[];
