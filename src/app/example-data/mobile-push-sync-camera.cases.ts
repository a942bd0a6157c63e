import type { CaseDraft } from './example-case.ts';

export const mobilePushSyncCameraCases = [
  {
    id: 2202,
    title: 'Group several parcel messages into one',
    description:
      '<p>An order in six parcels gives six messages within a minute. One line, “6 parcels of your order were ' +
      'shipped”, would do.</p>',
    place: { sectionId: 11, milestoneId: 10 },
    labels: { status: 'Fixed', priority: 'Low', tags: ['push'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [] },
    dates: ['2026-03-04T04:05:00Z', '2026-03-25T13:19:10Z'],
  },
  {
    id: 2204,
    title: 'Show the time of the last sync in the settings',
    description:
      '“Last synchronized: today, 14:05” and a button to do it now. It helps support a lot to rule things out.',
    place: { sectionId: 12, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'Low', tags: ['offline'] },
    people: { reporterId: 6, assigneeId: 6, recipientIds: [] },
    dates: ['2026-03-06T00:16:05Z', '2026-03-25T15:04:58Z'],
  },
  {
    id: 2224,
    title: 'Notifications arrive in the middle of the night',
    description:
      '<p>“Your parcel is on its way” is sent when the carrier scans it, which is often at 3 in the morning. We ' +
      "know the time zone of the device; please hold back until 8 o'clock unless it is urgent.</p>",
    place: { sectionId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['push', 'timezone'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [] },
    dates: ['2026-04-01T23:44:34Z', '2026-04-06T08:20:13Z'],
  },
  {
    id: 2230,
    title: 'Barcodes on curved surfaces are not recognized',
    description:
      '<p>Warehouse staff scan tubes and cans. From about 6 cm in diameter on it works, below that hardly ever. ' +
      "The platform's own recognizer reads all of our samples, so we may drop the old library.</p>",
    place: { sectionId: 13, milestoneId: 8 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['barcode'] },
    people: { reporterId: 3, assigneeId: 3, recipientIds: [1] },
    dates: ['2026-04-10T14:22:46Z', '2026-04-30T14:13:58Z'],
  },
  {
    id: 2260,
    title: 'Flash stays on after leaving the scanner',
    description:
      '<p>The light goes out only when the app is closed. Nobody dies, but it is embarrassing in a meeting.</p>',
    place: { sectionId: 13, milestoneId: 9 },
    labels: { status: 'In Progress', priority: 'Low', tags: ['camera'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [4] },
    dates: ['2026-05-18T12:12:14Z', '2026-06-01T13:00:32Z'],
  },
  {
    id: 2278,
    title: 'Design changed on two devices loses the older change',
    description:
      '<p>Edit a card on the phone in flight mode, edit the same card on the tablet, then go online with the ' +
      'phone. The text from the tablet is gone without a question. At least keep both versions and let the ' +
      'person choose.</p>',
    place: { sectionId: 12, milestoneId: 8 },
    labels: { status: 'Reopened', priority: 'High', tags: ['sync', 'data-loss'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [] },
    dates: ['2026-06-09T08:59:31Z', '2026-07-20T10:33:05Z'],
  },
  {
    id: 2280,
    title: 'Push is sent to phones that were handed on',
    description:
      '<p>After signing out, the token stays registered with the old account until the next start of the app. A ' +
      'family shares a phone and the daughter read about her own birthday present.</p>',
    place: { sectionId: 11, milestoneId: 7 },
    labels: { status: 'Closed', priority: 'High', tags: ['push', 'tokens'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [1, 5, 6] },
    dates: ['2026-06-12T06:36:28Z', '2026-07-03T08:43:48Z'],
  },
  {
    id: 2286,
    title: 'Sync error 409 is shown as "no connection"',
    description:
      '<p>The message sends people to look for a better network while in truth somebody else has changed the ' +
      'design. The answer has a field <code>conflictingRevision</code>, we only need to read it.</p>',
    place: { sectionId: 12, milestoneId: 8 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['conflict'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-06-18T15:22:08Z', '2026-07-13T14:28:14Z'],
  },
  {
    id: 2290,
    title: 'First sync takes forever for accounts with many designs',
    description:
      '<p>An agency with 14,000 designs waited 50 minutes until the list appeared. We load every preview before ' +
      'we show the first row. Names first, pictures when they scroll into view.</p>',
    place: { sectionId: 12 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['sync'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [5] },
    dates: ['2026-06-23T10:13:03Z', '2026-07-13T09:33:19Z'],
  },
  {
    id: 2305,
    title: 'Badge still shows 1 after everything was read',
    description:
      '<p>Reading a message on the website does not clear the badge on the phone. The server should send a ' +
      'silent push with the new number.</p>',
    place: {},
    labels: { status: 'Fixed', priority: 'Normal', tags: ['badge'] },
    people: { reporterId: 3, assigneeId: 6, recipientIds: [] },
    dates: ['2026-07-08T14:42:58Z', '2026-07-23T11:38:11Z'],
  },
  {
    id: 2317,
    title: 'オフラインで作成した注文が二重に送信される',
    description:
      '<p>機内モードで作成した注文が、接続の復帰時に二回送信されることがあります。再試行の際に同じリクエストIDを' +
      '使っていないことが原因だと思います。</p><p>再現手順は社内の' +
      '<a href="https://wiki.example.com/mobile/offline-orders">テスト手順書</a>にまとめました。</p>',
    place: { sectionId: 12, milestoneId: 8 },
    labels: { status: 'In Progress', priority: 'High', tags: ['japanese', 'offline'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [1, 3] },
    dates: ['2026-07-24T04:00:59Z', '2026-07-27T11:48:42Z'],
  },
  {
    id: 2324,
    title: 'Find out whether photos can be cut out on the device',
    description:
      '<p>People often want only the person or the pet on the card. Both platforms have subject segmentation ' +
      'now.</p><p>Questions: quality on hair, oldest supported device, size of the model, time per photo. Two ' +
      'days at most, result as a short page in the wiki.</p>',
    place: { sectionId: 13 },
    labels: { status: 'New', priority: 'Low', tags: ['spike'] },
    people: { reporterId: 6, recipientIds: [] },
    dates: ['2026-08-03T00:33:59Z', '2026-08-05T13:14:36Z'],
  },
  {
    id: 2361,
    title: 'No way back after the camera permission was refused',
    description:
      '<p>The scanner shows a black picture and no explanation. There should be a sentence and a button that ' +
      'opens the system settings.</p>',
    place: { sectionId: 13 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['permissions'] },
    people: { reporterId: 8, assigneeId: 3, recipientIds: [] },
    dates: ['2026-09-18T09:20:36Z', '2026-10-05T10:23:39Z'],
  },
  {
    id: 2365,
    title: 'Messages are silent on Xiaomi phones',
    description:
      '<p>The channel “Proofs” is created with low importance when the app starts for the first time without ' +
      'permission. Later changes in code have no effect, Android keeps the first value. We probably need a new ' +
      'channel id.</p>',
    place: { sectionId: 11, milestoneId: 8 },
    labels: { status: 'New', priority: 'Normal', tags: ['push', 'android'] },
    people: { reporterId: 3, recipientIds: [8] },
    dates: ['2026-09-24T09:12:07Z', '2026-09-24T09:12:07Z'],
  },
  {
    id: 2372,
    title: 'Cache grows up to 9 GB',
    description:
      '<p>Previews of deleted designs are never removed. My own phone has 3.1 GB, the record among the testers ' +
      'is 9 GB. Limit: 500 MB, oldest first.</p>',
    place: { sectionId: 12 },
    labels: { status: 'New', priority: 'Normal', tags: ['storage'] },
    people: { reporterId: 4, recipientIds: [] },
    dates: ['2026-10-02T05:49:36Z', '2026-10-02T05:49:36Z'],
  },
  {
    id: 2373,
    title: 'Move from the push certificate to a signing key',
    description:
      '<p>The certificate expires on November 30. With a <code>.p8</code> key this yearly exercise goes away. ' +
      'Steps: create the key, store it in the vault, change the sender, delete the certificate.</p>',
    place: { sectionId: 11, milestoneId: 10 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['certificate'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [] },
    dates: ['2026-10-05T08:35:53Z', '2026-10-26T14:26:37Z'],
  },
  {
    id: 2389,
    title: 'Business card scanner mixes up phone and fax',
    description:
      '<p>If the card has the lines “T” and “F”, the scanner takes the last number for both. Cards with “Tel.” ' +
      'and “Fax” are read correctly.</p>',
    place: { sectionId: 13 },
    labels: { status: 'New', priority: 'Normal', tags: ['camera', 'ocr'] },
    people: { reporterId: 8, assigneeId: 6, recipientIds: [4] },
    dates: ['2026-10-26T08:12:03Z', '2026-10-27T14:42:43Z'],
  },
] as const satisfies readonly CaseDraft[];
