import type { CaseDraft } from './example-case.ts';

export const mobileIosCases = [
  {
    id: 2208,
    title: 'App Store review: explain why we need the photo library',
    description:
      '<p>Apple rejected build 4.0.0 (412) under guideline 5.1.1: the purpose text only says “Access to ' +
      'photos”. A proposal:</p><p><strong>“To place your own pictures on cards and labels.”</strong></p><p>It ' +
      'has to be translated into all eleven languages before we hand in the next build.</p>',
    place: { sectionId: 9 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['app-store'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [1] },
    dates: ['2026-03-12T11:26:41Z', '2026-03-18T12:17:35Z'],
  },
  {
    id: 2219,
    title: 'Version 4.0.1 crashes at start on iOS 17',
    description:
      '<p>Every start on iOS 17 ends with <code>Symbol not found: _$s10Foundation…</code>. The new date ' +
      'formatter exists from iOS 18 on and we forgot the check. About 9 % of our users are affected. The staged ' +
      'release has been paused at 20 %.</p>',
    place: { sectionId: 9 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['crash', 'release'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [4, 8] },
    dates: ['2026-03-27T09:26:53Z', '2026-03-27T15:15:16Z'],
  },
  {
    id: 2225,
    title: 'Upload of print files stops when the phone is locked',
    description:
      '<p>Files over 50 MB need several minutes, and as soon as the screen is locked the upload starts over. It ' +
      'should use a background session. Support gets this question every week, it was first asked by a ' +
      'photographer with a 380 MB calendar.</p>',
    place: { sectionId: 9 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['background'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [] },
    dates: ['2026-04-03T10:13:28Z', '2026-04-20T13:55:16Z'],
  },
  {
    id: 2233,
    title: 'Everybody is signed out after the update to 4.0.2',
    description:
      '<p>The name of the keychain group was changed together with the bundle settings. The old entry is still ' +
      'there but cannot be found. If we read both names for two releases, nobody loses the session.</p>',
    place: { sectionId: 9, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'High', tags: ['login', 'keychain'] },
    people: { reporterId: 6, assigneeId: 6, recipientIds: [4] },
    dates: ['2026-04-14T08:11:51Z', '2026-04-27T12:54:55Z'],
  },
  {
    id: 2242,
    title: 'Keyboard shortcuts for the order list on iPad',
    description:
      '<ul><li><code>⌘F</code> search</li><li><code>⌘R</code> reload</li><li><code>↑</code> and <code>↓</code> ' +
      'move, <code>Return</code> opens</li></ul><p>Our own people in customer care use iPads with keyboards all ' +
      'day.</p>',
    place: { sectionId: 9 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['ipad'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [4, 5] },
    dates: ['2026-04-24T09:05:27Z', '2026-05-04T09:31:38Z'],
  },
  {
    id: 2252,
    title: 'Crash when a proof with more than 200 pages is opened',
    description:
      '<p>The app is killed for using too much memory while it renders the thumbnails. On an iPhone 13 it ' +
      'happens at about page 140, on newer ones around 210. We should render only what is visible.</p><p>Crash ' +
      'group: <code>EXC_RESOURCE / ProofPageCache.fill()</code></p>',
    place: { sectionId: 9, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'High', tags: ['crash'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [] },
    dates: ['2026-05-07T15:37:03Z', '2026-06-16T10:26:17Z'],
  },
  {
    id: 2272,
    title: 'Dark mode: signature field is black on black',
    description:
      '<p>The pen draws in the label color, the field has a fixed dark background. Please use white paper with ' +
      'black ink in both modes, signatures are printed anyway.</p>',
    place: { milestoneId: 7 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['dark-mode'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [] },
    dates: ['2026-06-01T14:23:49Z', '2026-06-25T09:29:01Z'],
  },
  {
    id: 2276,
    title: '日本語入力中に検索が途中で実行される',
    description:
      '<p>検索欄で変換を確定する前に検索が始まり、入力中の文字が消えてしまいます。<code>markedTextRange</code> ' +
      'が空でない間は検索しないようにする必要があります。</p>',
    place: { sectionId: 9, milestoneId: 9 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['japanese', 'text'] },
    people: { reporterId: 6, assigneeId: 6, recipientIds: [1, 4, 8] },
    dates: ['2026-06-05T07:59:34Z', '2026-06-08T12:48:02Z'],
  },
  {
    id: 2297,
    title: 'Links from mails open Safari instead of the app',
    description:
      '<p>Since the mails use the domain of the new newsletter system, links are no longer covered by the <code>' +
      'apple-app-site-association</code> file. The redirect to our own domain comes too late for iOS.</p>',
    place: { sectionId: 9, milestoneId: 8 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['universal-links'] },
    people: { reporterId: 6, assigneeId: 6, recipientIds: [] },
    dates: ['2026-07-01T07:34:15Z', '2026-07-20T07:51:43Z'],
  },
  {
    id: 2315,
    title: 'Small vibration when an order is approved',
    description:
      "Just a success haptic, the same as in the shop's wish list. Half an hour of work, and it feels so much " +
      'nicer.',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'Low', tags: ['haptics'] },
    people: { reporterId: 4, recipientIds: [1] },
    dates: ['2026-07-22T08:12:23Z', '2026-07-22T08:12:23Z'],
  },
  {
    id: 2320,
    title: 'Share sheet is empty on iPad',
    description: '<p>“Share proof” opens an empty popover on iPad because no source view is set. iPhone is fine.</p>',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'Normal', tags: ['share'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [3, 4, 5] },
    dates: ['2026-07-29T10:06:01Z', '2026-08-03T10:38:25Z'],
  },
  {
    id: 2333,
    title: 'VoiceOver reads the color names as hex codes',
    description:
      '<p>In the color picker VoiceOver says “number sign F F 7 A 0 0”. The palette has names; we should read ' +
      '“orange, selected”.</p>',
    place: { sectionId: 9 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['voiceover', 'accessibility'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [] },
    dates: ['2026-08-11T07:34:50Z', '2026-08-27T14:50:44Z'],
  },
  {
    id: 2335,
    title: 'Apple Pay sheet closes on the first tap',
    description:
      '<p>When the shipping method is changed inside the sheet, the callback returns no summary items and iOS ' +
      'closes the sheet. Only seen with express delivery, because there the price changes.</p>',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'High', tags: ['payment'] },
    people: { reporterId: 4, recipientIds: [5, 6] },
    dates: ['2026-08-14T04:08:55Z', '2026-08-14T04:08:55Z'],
  },
  {
    id: 2342,
    title: "Home screen widget shows yesterday's number of orders",
    description:
      '<p>The widget is refreshed when the app is opened, otherwise about once a day. The timeline asks for a ' +
      'refresh after 30 minutes, but the request is made with the expired token and quietly fails.</p>',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'Normal', tags: ['widgets'] },
    people: { reporterId: 8, recipientIds: [] },
    dates: ['2026-08-24T13:04:29Z', '2026-08-24T13:04:29Z'],
  },
  {
    id: 2350,
    title: 'Remove the last Objective-C classes',
    description:
      'Only <code>CKImageResizer</code> and the old reachability class are left. Both have Swift replacements ' +
      'which are in use everywhere except in the onboarding.',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'Low', tags: ['cleanup'] },
    people: { reporterId: 4, recipientIds: [1, 3, 8] },
    dates: ['2026-09-03T04:11:54Z', '2026-09-03T04:11:54Z'],
  },
  {
    id: 2374,
    title: 'Prices are cut off with large text',
    description:
      '<p>With the text size on “accessibility large” the price column shows “1.2…”. Prices must wrap or ' +
      'shrink, never be shortened.</p>',
    place: { sectionId: 9, milestoneId: 9 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['dynamic-type'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [1, 3] },
    dates: ['2026-10-05T11:48:35Z', '2026-10-14T08:21:10Z'],
  },
  {
    id: 2391,
    title: 'Buttons overlap the home indicator on small phones',
    description:
      '<p>On the iPhone SE the buttons “Approve” and “Reject” lie partly under the home indicator. One tester ' +
      'rejected a proof by accident while trying to leave the app.</p>',
    place: { sectionId: 9 },
    labels: { status: 'New', priority: 'Normal', tags: ['swiftui', 'layout'] },
    people: { reporterId: 4, assigneeId: 6, recipientIds: [1, 3, 8] },
    dates: ['2026-10-29T03:42:09Z', '2026-10-29T07:12:52Z'],
  },
] as const satisfies readonly CaseDraft[];
