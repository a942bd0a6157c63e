import type { CaseDraft } from './example-case.ts';

export const mobileAndroidCases = [
  {
    id: 2218,
    title: 'App is at the top of the battery list',
    description:
      "<p>A tester's phone reports 14 % of the battery for us within a day without use. The tracking screen " +
      'keeps its location updates running after it was left through a notification.</p>',
    place: { sectionId: 10, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['battery'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-03-26T11:05:50Z', '2026-03-30T07:12:10Z'],
  },
  {
    id: 2226,
    title: 'TalkBack focus jumps to the top after each change of quantity',
    description:
      '<p>Pressing plus or minus reloads the whole list, so the focus starts again at the title. Buying 30 ' +
      'envelopes with TalkBack is hardly possible. Only the changed row should be updated.</p>',
    place: { sectionId: 10 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['talkback'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [3, 6] },
    dates: ['2026-04-06T05:28:25Z', '2026-04-07T11:58:10Z'],
  },
  {
    id: 2228,
    title: 'Order link from WhatsApp opens the app twice',
    description:
      '<p>A second instance of the app appears in the list of recent apps. The activity needs <code>singleTask' +
      '</code>, but then the payment callback has to be tested again.</p>',
    place: { sectionId: 10, milestoneId: 8 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['deep-link'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-04-09T11:33:23Z', '2026-04-27T08:19:11Z'],
  },
  {
    id: 2235,
    title: 'Screenshot tests differ between machines',
    description:
      '<p>Shadows are drawn a little differently on the Mac mini than on the Linux runners. 31 tests are red or ' +
      'green depending on who runs them. Let us pin the renderer and compare with a small tolerance.</p>',
    place: { sectionId: 10, milestoneId: 7 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['tests'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [] },
    dates: ['2026-04-16T01:54:30Z', '2026-05-05T07:32:08Z'],
  },
  {
    id: 2248,
    title: 'Google Pay accepted although the order was refused',
    description:
      '<p>If the stock runs out between opening and confirming the sheet, we show an error but keep the ' +
      'authorization of the card. We should void it at once. The money is blocked for up to seven days, which ' +
      'people notice with orders of 500 euros.</p>',
    place: { sectionId: 10 },
    labels: { status: 'Closed', priority: 'High', tags: ['payment'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [4, 5] },
    dates: ['2026-05-01T14:43:32Z', '2026-05-19T12:59:57Z'],
  },
  {
    id: 2251,
    title: 'Target API level must be raised before the deadline',
    description:
      '<p>Google takes no more updates with our current target level from the end of August on. What changes ' +
      'for us: edge-to-edge display can no longer be switched off, and the foreground service for uploads needs ' +
      'a type.</p>',
    place: { sectionId: 10, milestoneId: 8 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['play-store'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [] },
    dates: ['2026-05-05T08:38:26Z', '2026-05-29T08:26:24Z'],
  },
  {
    id: 2258,
    title: 'Sign-in page stays blank with older WebView versions',
    description:
      '<p>Devices with WebView 109 or older show a blank sign-in page. The script uses <code>' +
      'Array.prototype.toSorted</code>. Either we ship it for older targets or open the sign-in in a custom ' +
      'tab, which we wanted anyway.</p>',
    place: { sectionId: 10, milestoneId: 7 },
    labels: { status: 'Fixed', priority: 'High', tags: ['login', 'webview'] },
    people: { reporterId: 1, assigneeId: 8, recipientIds: [] },
    dates: ['2026-05-14T10:26:10Z', '2026-05-25T13:38:41Z'],
  },
  {
    id: 2271,
    title: 'Themed launcher icon',
    description:
      'Android can tint launcher icons to match the wallpaper. We lack the monochrome layer, so our orange ' +
      'square sticks out. Design has a draft already.',
    place: { sectionId: 10, milestoneId: 8 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['icon'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [] },
    dates: ['2026-06-01T06:25:19Z', '2026-06-10T08:47:35Z'],
  },
  {
    id: 2292,
    title: 'Long press on the order number should copy it',
    description: '<p>Support asks for the order number in every second chat. Today people type it off the screen.</p>',
    place: { sectionId: 10 },
    labels: { status: 'Feedback Required', priority: 'Low', tags: [] },
    people: { reporterId: 8, recipientIds: [1] },
    dates: ['2026-06-25T12:45:52Z', '2026-07-01T07:06:13Z'],
  },
  {
    id: 2302,
    title: 'Crash after turning the phone during checkout',
    description:
      '<p>Turning the device while the payment page is loading brings <code>IllegalStateException: Fragment not ' +
      'attached</code>. 1,900 times in seven days, most of them on Samsung tablets.</p>',
    place: { sectionId: 10, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'High', tags: ['crash'] },
    people: { reporterId: 1, assigneeId: 8, recipientIds: [5] },
    dates: ['2026-07-07T10:35:17Z', '2026-07-29T15:28:12Z'],
  },
  {
    id: 2316,
    title: "Le montant total s'affiche avec un point au lieu d'une virgule",
    description:
      '<p>Sur les téléphones réglés en français, le panier affiche « 24.90 € » au lieu de « 24,90 € ». La page ' +
      'de paiement, elle, est correcte.</p>',
    place: { sectionId: 10 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['french', 'traduction'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [] },
    dates: ['2026-07-23T15:42:10Z', '2026-08-03T11:49:52Z'],
  },
  {
    id: 2343,
    title: 'Predictive back gesture skips the cart',
    description:
      '<p>With Android 16 the back gesture on the address page shows the start page in the preview and goes ' +
      'there, too. It should go to the cart.</p>',
    place: { sectionId: 10 },
    labels: { status: 'New', priority: 'Normal', tags: ['back'] },
    people: { reporterId: 6, recipientIds: [] },
    dates: ['2026-08-25T02:10:51Z', '2026-08-27T09:37:33Z'],
  },
  {
    id: 2377,
    title: 'Abgeschnittene Texte auf schmalen Geräten',
    description:
      '<p>„Zahlungsinformationen bearbeiten“ passt auf Geräten unter 360 dp nicht in die Schaltfläche und endet ' +
      'mit „Zahlungsinfor…“. Vorschlag: „Zahlung ändern“.</p>',
    place: { sectionId: 10, milestoneId: 9 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['german', 'uebersetzung'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [] },
    dates: ['2026-10-08T10:12:41Z', '2026-10-12T09:54:04Z'],
  },
  {
    id: 2384,
    title: 'PDF from Google Drive cannot be chosen',
    description:
      '<p>Choosing a file that lies only in the cloud returns a size of -1 and we report “The file is empty”. ' +
      'We must not trust the size but read the stream.</p>',
    place: { sectionId: 10 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['files'] },
    people: { reporterId: 1, recipientIds: [] },
    dates: ['2026-10-19T10:52:29Z', '2026-11-14T04:17:30Z'],
  },
  {
    id: 2396,
    title: 'Two-pane layout on tablets and foldables',
    description:
      '<p>From 840 dp on, show the order list on the left and the order on the right.</p><ul><li>selection is ' +
      'kept when folding and unfolding</li><li>back closes the order, not the app</li><li>the empty right side ' +
      'shows a hint</li></ul>',
    place: { sectionId: 10 },
    labels: { status: 'New', priority: 'Normal', tags: ['tablet'] },
    people: { reporterId: 6, recipientIds: [3, 8] },
    dates: ['2026-11-06T06:55:43Z', '2026-11-06T06:55:43Z'],
  },
  {
    id: 2399,
    title: 'Build takes eleven minutes without cache',
    description:
      '<p>Two modules still use <code>kapt</code>. With KSP the clean build took 6:40 on my laptop. The branch ' +
      "is <code>build/ksp</code>, it needs somebody to look at Room's generated names.</p>",
    place: { sectionId: 10, milestoneId: 10 },
    labels: { status: 'New', priority: 'Low', tags: ['gradle'] },
    people: { reporterId: 8, recipientIds: [] },
    dates: ['2026-11-10T12:25:17Z', '2026-11-11T10:39:06Z'],
  },
] as const satisfies readonly CaseDraft[];
