import type { CaseDraft } from './example-case.ts';

export const platformMailCases = [
  {
    id: 2222,
    title: 'Product pictures in the cart reminder are broken',
    description:
      '<p>The addresses of the pictures are signed for one hour. Most people open the reminder in the evening. ' +
      'Use the public thumbnails.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['mail', 'images'] },
    people: { reporterId: 4, assigneeId: 3, recipientIds: [] },
    dates: ['2026-03-31T07:17:16Z', '2026-04-14T11:01:57Z'],
  },
  {
    id: 2227,
    title: 'Addresses are blocked after a single soft bounce',
    description:
      '<p>A full mailbox is treated like an unknown one. The person gets no mails from us any more, not even ' +
      'password resets. A soft bounce should block only after five failures on different days.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['mail', 'bounces'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [] },
    dates: ['2026-04-07T06:58:32Z', '2026-04-17T13:52:25Z'],
  },
  {
    id: 2238,
    title: 'Replies to notifications create new tickets',
    description:
      '<p>If the reply comes from another address of the same person, we ignore the reference in the header and ' +
      'open a new ticket. The reference is signed, so we can trust it whoever the sender is.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['mail', 'replies'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [] },
    dates: ['2026-04-21T13:20:30Z', '2026-05-05T12:07:40Z'],
  },
  {
    id: 2241,
    title: 'Attachments named winmail.dat',
    description:
      '<p>Some Outlook users send their print files in TNEF format. We store <code>winmail.dat</code> and ' +
      'nobody can open it. There are libraries that unpack it.</p>',
    place: { sectionId: 16, milestoneId: 12 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['mail', 'attachments'] },
    people: { reporterId: 1, recipientIds: [4, 5] },
    dates: ['2026-04-24T08:23:30Z', '2026-05-20T15:14:07Z'],
  },
  {
    id: 2259,
    title: 'Sending queue blocks behind one slow server',
    description:
      '<p>One receiving server that takes 90 seconds per mail holds up the whole worker. A password reset ' +
      'waited 25 minutes yesterday. Let us have a queue per domain, or at least a fast lane for mails that ' +
      'somebody is waiting for.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['mail', 'queue'] },
    people: { reporterId: 1, assigneeId: 4, recipientIds: [] },
    dates: ['2026-05-18T09:44:05Z', '2026-06-08T08:32:04Z'],
  },
  {
    id: 2263,
    title: 'One-click unsubscribe for the weekly tips',
    description:
      '<p>Gmail and Yahoo require <code>List-Unsubscribe-Post</code> from bulk senders. The order mails do not ' +
      'need it, the weekly tips do. The endpoint must work without signing in.</p>',
    place: { sectionId: 16 },
    labels: { status: 'Fixed', priority: 'Normal', tags: ['mail', 'unsubscribe'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [] },
    dates: ['2026-05-22T06:35:01Z', '2026-05-28T12:38:27Z'],
  },
  {
    id: 2268,
    title: 'Friendlier text for the rejected proof',
    description:
      '<p>Now: “Your proof has been rejected. Reason: see below.”</p><p>Better: <strong>“Thank you for looking ' +
      'so closely. We are already working on your changes.”</strong></p>',
    place: { sectionId: 16 },
    labels: { status: 'Fixed', priority: 'Low', tags: ['mail', 'wording'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [6] },
    dates: ['2026-05-28T07:55:15Z', '2026-06-15T08:48:10Z'],
  },
  {
    id: 2273,
    title: 'Mail loop with an out-of-office reply',
    description:
      '<p>An automatic answer without the usual headers made our receipt mail answer, which was answered again. ' +
      '2,300 mails in one night. We need a limit per sender and hour, whatever the headers say.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'High', tags: ['mail', 'loop'] },
    people: { reporterId: 6, assigneeId: 3, recipientIds: [] },
    dates: ['2026-06-02T04:30:03Z', '2026-06-11T06:51:55Z'],
  },
  {
    id: 2327,
    title: 'Plain text part of the newsletter is empty',
    description:
      'The plain text says “Please view this mail in a browser” and nothing else. People with text mailers ' +
      '(yes, they exist, I am one of them) get nothing.',
    place: { milestoneId: 11 },
    labels: { status: 'New', priority: 'Low', tags: ['mail'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [] },
    dates: ['2026-08-04T11:36:59Z', '2026-08-05T09:37:06Z'],
  },
  {
    id: 2340,
    title: 'Order confirmations land in the spam folder at Outlook',
    description:
      '<p>Since we moved to the new sending address, Outlook and Hotmail put about a third of the confirmations ' +
      'into spam. SPF passes, DKIM passes, but DMARC fails because the domains are not aligned.</p>',
    place: { sectionId: 16, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'High', tags: ['mail', 'spam'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [4] },
    dates: ['2026-08-20T06:37:23Z', '2026-08-25T07:12:23Z'],
  },
  {
    id: 2359,
    title: 'One template for all languages',
    description:
      '<p>There are 11 copies of every mail, 286 files in all. A change of the footer takes a day. One layout ' +
      'plus texts per language, please. I have started a list of the differences on ' +
      '<a href="https://wiki.example.com/mail/templates">this page</a>.</p>',
    place: { sectionId: 16 },
    labels: { status: 'New', priority: 'Low', tags: ['mail', 'templates'] },
    people: { reporterId: 6, assigneeId: 3, recipientIds: [5] },
    dates: ['2026-09-14T03:37:07Z', '2026-09-14T03:37:07Z'],
  },
  {
    id: 2375,
    title: 'Logo is invisible in the dark mode of Gmail',
    description:
      '<p>A dark logo on a transparent background. Give it a white outline or use the version with a white ' +
      'field.</p>',
    place: { sectionId: 16 },
    labels: { status: 'New', priority: 'Normal', tags: ['mail', 'dark-mode'] },
    people: { reporterId: 8, recipientIds: [3, 5] },
    dates: ['2026-10-05T13:24:47Z', '2026-10-05T13:24:47Z'],
  },
  {
    id: 2379,
    title: '日本の携帯メールで件名が文字化けする',
    description:
      '<p>一部の携帯キャリアのメールで、注文確認メールの件名が文字化けします。本文は問題ありません。件名のエンコ' +
      'ードが <code>B</code> ではなく <code>Q</code> になっているのが原因のようです。</p>',
    place: { sectionId: 16 },
    labels: { status: 'New', priority: 'Normal', tags: ['mail', 'japanese'] },
    people: { reporterId: 6, recipientIds: [1, 3, 5] },
    dates: ['2026-10-12T01:05:42Z', '2026-10-14T13:11:24Z'],
  },
  {
    id: 2381,
    title: 'Subject lines with emoji are garbled in Lotus Notes',
    description:
      '<p>One big customer still uses Notes. Our subject is cut in the middle of a character when it is folded ' +
      'at 75 bytes. Fold between characters, then it is fine for everybody.</p>',
    place: { sectionId: 16 },
    labels: { status: 'New', priority: 'Normal', tags: ['mail', 'encoding'] },
    people: { reporterId: 8, recipientIds: [] },
    dates: ['2026-10-15T15:08:53Z', '2026-10-15T15:08:53Z'],
  },
] as const satisfies readonly CaseDraft[];
