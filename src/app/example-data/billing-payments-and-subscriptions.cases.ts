import type { CaseDraft } from './example-case.ts';

export const billingPaymentsAndSubscriptionsCases = [
  {
    id: 2211,
    title: 'Trial period starts again with every new card',
    description:
      '<p>Whoever replaces the card during the trial gets another 30 days. One clever person is in his fifth ' +
      'month.</p>',
    place: { sectionId: 7, milestoneId: 4 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['trial'] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [3] },
    dates: ['2026-03-16T10:33:16Z', '2026-03-23T13:36:13Z'],
  },
  {
    id: 2281,
    title: 'Subscription was renewed one day too early',
    description:
      '<p>A yearly plan that ends on the 31st was renewed on the 30th. The customer had planned to cancel on ' +
      'the last day, which our terms allow.</p>',
    place: { sectionId: 7 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['renewal'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [] },
    dates: ['2026-06-12T11:59:24Z', '2026-06-26T08:30:20Z'],
  },
  {
    id: 2283,
    title: 'Direct debits rejected with "mandate unknown"',
    description:
      "<p>The bank sent back 23 direct debits from yesterday's run. All mandates were signed online after the " +
      'new form went live. I suspect that the date of the signature is missing.</p>',
    place: { sectionId: 6 },
    labels: { status: 'Closed', priority: 'High', tags: ['direct-debit'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [4] },
    dates: ['2026-06-15T05:46:18Z', '2026-07-13T10:42:27Z'],
  },
  {
    id: 2301,
    title: 'All card payments fail with error 502',
    description:
      '<p>Since 8:40 every card payment ends with 502. PayPal and invoice work. The status page of the provider ' +
      'is green. Please have a look <strong>now</strong>, Monday morning is our busiest time.</p>',
    place: { sectionId: 6 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['cards', 'outage'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [2] },
    dates: ['2026-07-06T06:52:10Z', '2026-07-06T09:37:29Z'],
  },
  {
    id: 2311,
    title: 'Show the last four digits of the card in the order',
    description:
      '<p>Customers with several company cards ask which one they used. The provider sends us the last four ' +
      'digits anyway, we only throw them away.</p>',
    place: { sectionId: 6 },
    labels: { status: 'New', priority: 'Low', tags: [] },
    people: { reporterId: 1, recipientIds: [] },
    dates: ['2026-07-17T10:58:26Z', '2026-07-17T10:58:26Z'],
  },
  {
    id: 2314,
    title: 'Payments with a typo in the reference are not matched',
    description:
      '<p>People write <code>2026-1187</code>, <code>RE 20261187</code> or <code>2O261187</code> with the ' +
      'letter O. A human sees at once what is meant. It would save us an hour a day if the import proposed the ' +
      'likely invoice by amount and name.</p>',
    place: { sectionId: 6 },
    labels: { status: 'New', priority: 'Normal', tags: ['matching'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [4, 5] },
    dates: ['2026-07-20T14:00:35Z', '2026-07-20T14:00:35Z'],
  },
  {
    id: 2321,
    title: 'Plan names differ between the website and the bill',
    description:
      '<p>The website says “Team”, the bill says “Professional M”. New customers think they were moved to ' +
      'something more expensive.</p>',
    place: { sectionId: 7, milestoneId: 5 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: ['wording'] },
    people: { reporterId: 5, assigneeId: 2, recipientIds: [1] },
    dates: ['2026-07-30T13:36:23Z', '2026-08-03T13:38:18Z'],
  },
  {
    id: 2323,
    title: 'Klarna orders are never captured after a split delivery',
    description:
      '<p>When an order ships in two parcels, only the first part is captured. The rest of the authorization ' +
      'expires after 28 days and the money is gone. By my count that is 4,312 euros since spring.</p>',
    place: { sectionId: 6 },
    labels: { status: 'Feedback Required', priority: 'High', tags: ['klarna'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [1, 2] },
    dates: ['2026-08-02T12:37:51Z', '2026-08-11T06:51:10Z'],
  },
  {
    id: 2336,
    title: 'Removing a seat does not lower the next bill',
    description:
      '<p>A team went from 12 to 9 seats in the middle of the month. The next bill still says 12. After I ' +
      'opened and saved the plan once in the back office it said 9.</p>',
    place: { sectionId: 7, milestoneId: 6 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['seats'] },
    people: { reporterId: 2, assigneeId: 3, recipientIds: [] },
    dates: ['2026-08-17T08:28:00Z', '2026-08-20T12:22:17Z'],
  },
  {
    id: 2338,
    title: 'Partial refund shows as "paid back in full"',
    description:
      "<p>I refunded 10 euros of 60. The customer's page says the whole amount was paid back. He wrote a " +
      'thank-you mail and now I have to explain.</p>',
    place: { sectionId: 6 },
    labels: { status: 'New', priority: 'Normal', tags: ['refund'] },
    people: { reporterId: 5, assigneeId: 3, recipientIds: [1, 2, 4] },
    dates: ['2026-08-17T10:48:45Z', '2026-08-17T10:48:45Z'],
  },
  {
    id: 2347,
    title: 'عميل دفع مرتين عن الطلب نفسه',
    description:
      '<p>ظهرت للعميل رسالة خطأ بعد الدفع الأول فأعاد المحاولة، ثم خُصم المبلغ مرتين من بطاقته. أرجو إعادة أحد ' +
      'المبلغين والتحقق من سبب ظهور رسالة الخطأ مع أن الدفع نجح.</p>',
    place: { sectionId: 6 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['arabic'] },
    people: { reporterId: 7, assigneeId: 3, recipientIds: [2] },
    dates: ['2026-08-28T13:18:24Z', '2026-09-07T12:38:34Z'],
  },
  {
    id: 2352,
    title: 'Apple Pay button missing on the company account',
    description:
      '<p>The button is shown for private customers only. Is that on purpose? Two agencies asked for it.</p>',
    place: { sectionId: 6 },
    labels: { status: 'New', priority: 'Normal', tags: ['apple-pay'] },
    people: { reporterId: 3, recipientIds: [1, 2, 7] },
    dates: ['2026-09-07T07:32:25Z', '2026-09-07T07:32:25Z'],
  },
  {
    id: 2354,
    title: 'No notice before a price change takes effect',
    description:
      'We have to announce a new price at least 30 days ahead. The job that should send this mail has not run ' +
      'for the customers who joined through partners.',
    place: { sectionId: 7 },
    labels: { status: 'New', priority: 'Normal', tags: ['mail'] },
    people: { reporterId: 5, recipientIds: [] },
    dates: ['2026-09-08T11:51:41Z', '2026-09-08T12:32:06Z'],
  },
  {
    id: 2356,
    title: '年間プランへの変更ができない',
    description:
      '<p>日本のお客様から、月額プランから年間プランへ変更しようとすると「通貨が一致しません」と表示されるとの連' +
      '絡がありました。円建ての契約だけで起きるようです。</p>',
    place: { sectionId: 7 },
    labels: { status: 'New', priority: 'Normal', tags: ['japanese', 'plan'] },
    people: { reporterId: 2, assigneeId: 2, recipientIds: [1, 3, 5] },
    dates: ['2026-09-10T12:22:57Z', '2026-09-10T12:22:57Z'],
  },
  {
    id: 2378,
    title: 'Fee for foreign cards is booked on the wrong account',
    description:
      "<p>The provider's fee for cards from outside the EU ends up on the revenue account instead of the cost " +
      'account. Accounting corrects it by hand at the end of each month.</p>',
    place: { sectionId: 6, milestoneId: 5 },
    labels: { status: 'New', priority: 'Normal', tags: ['fees'] },
    people: { reporterId: 3, recipientIds: [2] },
    dates: ['2026-10-09T12:30:05Z', '2026-10-09T12:30:05Z'],
  },
  {
    id: 2388,
    title: 'Cancel button leads back to the overview',
    description:
      '<p>On the page “My plan” the button <strong>Cancel subscription</strong> only reloads the overview. No ' +
      'confirmation, no mail. The law wants a working button, so please treat this with care.</p>',
    place: { sectionId: 7 },
    labels: { status: 'In Progress', priority: 'High', tags: ['cancel'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [] },
    dates: ['2026-10-26T06:43:45Z', '2026-11-04T09:40:32Z'],
  },
  {
    id: 2393,
    title: 'Upgrade charges the full year again',
    description:
      '<p>Changing from Basic to Team in month seven charges a whole year of Team. The rest of Basic should be ' +
      'taken off. The support team has been writing credit notes for this since the new plans came out.</p>',
    place: { sectionId: 7, milestoneId: 5 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['upgrade'] },
    people: { reporterId: 7, assigneeId: 2, recipientIds: [1] },
    dates: ['2026-11-02T14:29:11Z', '2026-11-13T12:59:39Z'],
  },
] as const satisfies readonly CaseDraft[];
