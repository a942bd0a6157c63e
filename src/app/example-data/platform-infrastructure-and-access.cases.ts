import type { CaseDraft } from './example-case.ts';

export const platformInfrastructureAndAccessCases = [
  {
    id: 2223,
    title: 'Thumbnail jobs are processed again after a crash',
    description:
      '<p>A job is acknowledged only after the result was uploaded. If the worker dies in between, the next one ' +
      'starts from scratch. Harmless, but on bad days it doubles the load. Check whether the result exists ' +
      'before rendering.</p>',
    place: { sectionId: 17, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['queue'] },
    people: { reporterId: 8, assigneeId: 1, recipientIds: [6] },
    dates: ['2026-04-01T15:44:32Z', '2026-04-06T11:43:23Z'],
  },
  {
    id: 2244,
    title: 'Unused disks in the old region',
    description:
      '<p>23 volumes without a machine, about 310 euros a month. I have tagged them <code>delete-me</code>; if ' +
      'nobody objects by the end of the month they go.</p>',
    place: { sectionId: 17, milestoneId: 12 },
    labels: { status: 'Closed', priority: 'Low', tags: ['costs'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-04-27T09:34:59Z', '2026-04-28T10:29:31Z'],
  },
  {
    id: 2246,
    title: 'End-to-end tests fail on the first day of the month',
    description:
      '<p>A test orders for “yesterday” and compares the month in the report. On the first of a month that is a ' +
      'different month. Freeze the clock in the tests instead of adding another exception.</p>',
    place: { sectionId: 17 },
    labels: { status: 'Reopened', priority: 'Normal', tags: ['ci'] },
    people: { reporterId: 4, assigneeId: 4, recipientIds: [] },
    dates: ['2026-04-29T07:53:22Z', '2026-06-08T07:08:12Z'],
  },
  {
    id: 2250,
    title: 'Log lines longer than 16 KB are split',
    description:
      '<p>The collector cuts long lines, so the JSON cannot be parsed and the most interesting errors (those ' +
      'with large bodies) are missing from the search.</p>',
    place: { sectionId: 17 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['logs'] },
    people: { reporterId: 3, assigneeId: 8, recipientIds: [] },
    dates: ['2026-05-05T08:21:53Z', '2026-06-05T10:18:57Z'],
  },
  {
    id: 2279,
    title: 'Session list shows the location of the load balancer',
    description:
      '<p>All sessions are “near Frankfurt”. We look up the address of the connection instead of the forwarded ' +
      'one. Take the last untrusted entry from <code>X-Forwarded-For</code>.</p>',
    place: { sectionId: 18, milestoneId: 11 },
    labels: { status: 'Closed', priority: 'Normal', tags: ['session'] },
    people: { reporterId: 4, assigneeId: 4, recipientIds: [] },
    dates: ['2026-06-10T07:47:04Z', '2026-06-15T09:09:52Z'],
  },
  {
    id: 2284,
    title: 'Nightly report locks the orders table',
    description:
      '<p>Between 02:10 and 02:25 all writes to orders wait. The report takes a table lock because of an old ' +
      '<code>LOCK TABLE</code> in its first line, from a time when it corrected data. It only reads today.</p>',
    place: { sectionId: 17, milestoneId: 12 },
    labels: { status: 'Fixed', priority: 'High', tags: ['database', 'performance'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [5] },
    dates: ['2026-06-16T09:05:30Z', '2026-06-26T11:40:32Z'],
  },
  {
    id: 2294,
    title: 'Disk of the render server is full',
    description:
      '<p>Temporary files of aborted previews are never deleted: 1.8 TB. Proofs have not been created since ' +
      '06:12. I have made 200 GB of room by hand, which will last until tonight at most.</p>',
    place: { sectionId: 17 },
    labels: { status: 'Closed', priority: 'Urgent', tags: ['outage', 'storage'] },
    people: { reporterId: 6, assigneeId: 8, recipientIds: [4] },
    dates: ['2026-06-27T06:36:09Z', '2026-06-27T11:50:00Z'],
  },
  {
    id: 2300,
    title: 'Single sign-on fails when the clock is two minutes off',
    description:
      "<p>The assertion is rejected with “not yet valid” if the customer's server runs ahead of ours. Everybody " +
      'else allows a skew of a few minutes; so should we, three at most.</p>',
    place: { sectionId: 18, milestoneId: 11 },
    labels: { status: 'Fixed', priority: 'High', tags: ['sso', 'saml'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [] },
    dates: ['2026-07-06T06:39:21Z', '2026-07-21T14:44:43Z'],
  },
  {
    id: 2328,
    title: 'Deployment drops requests for three seconds',
    description:
      '<p>The old process is stopped before the load balancer has noticed. It needs to answer “not ready” first ' +
      'and go on serving for a few seconds. The shop shows 30 to 50 errors per deployment.</p>',
    place: { sectionId: 17 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['deployment'] },
    people: { reporterId: 6, recipientIds: [5] },
    dates: ['2026-08-06T06:42:40Z', '2026-08-17T07:29:31Z'],
  },
  {
    id: 2331,
    title: 'Restore test of the backup has not run since May',
    description:
      '<p>The job was on the machine that we turned off. We do have backups, but nobody has restored one for ' +
      'months. Set it up again and let it report its age to the monitoring.</p>',
    place: { sectionId: 17 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['backup'] },
    people: { reporterId: 3, assigneeId: 4, recipientIds: [6] },
    dates: ['2026-08-07T14:03:06Z', '2026-08-17T12:18:31Z'],
  },
  {
    id: 2337,
    title: 'Removed employees stay active without SCIM',
    description:
      '<p>Customers with single sign-on but without SCIM have to remove people by hand in our settings. Many do ' +
      'not know that. At least end the sessions after eight hours, so that the next sign-in asks the identity ' +
      'provider.</p>',
    place: {},
    labels: { status: 'In Progress', priority: 'Normal', tags: ['sso', 'scim'] },
    people: { reporterId: 8, assigneeId: 8, recipientIds: [6] },
    dates: ['2026-08-17T08:53:11Z', '2026-09-03T08:58:25Z'],
  },
  {
    id: 2345,
    title: 'Passkeys for the back office',
    description:
      '<p>Goal: no passwords for our own staff by the end of the year.</p><ul><li>register two passkeys at least' +
      '</li><li>recovery through a colleague with the role administrator</li><li>passwords can still be used ' +
      'from the emergency account</li></ul><p>The web part is done on a branch, recovery is missing.</p>',
    place: { sectionId: 18, milestoneId: 11 },
    labels: { status: 'In Progress', priority: 'Normal', tags: ['passkeys'] },
    people: { reporterId: 4, assigneeId: 8, recipientIds: [] },
    dates: ['2026-08-28T05:02:01Z', '2026-08-31T12:10:17Z'],
  },
  {
    id: 2351,
    title: 'Withdrawn permission stays in effect for an hour',
    description:
      '<p>Permissions are cached for 60 minutes in each service. When we removed a freelancer from a project, ' +
      'he could still download the files. Publish an event on change and drop the entry.</p>',
    place: { sectionId: 18, milestoneId: 11 },
    labels: { status: 'Feedback Required', priority: 'High', tags: ['permissions', 'cache'] },
    people: { reporterId: 8, assigneeId: 4, recipientIds: [1] },
    dates: ['2026-09-04T08:08:03Z', '2026-09-15T08:17:12Z'],
  },
  {
    id: 2358,
    title: 'Alert for the certificate came two days too late',
    description:
      '<p>The check looks at the load balancer, the expired certificate was on the file server. List all names ' +
      'we serve and check those, with 21 days notice.</p>',
    place: { sectionId: 17 },
    labels: { status: 'Feedback Required', priority: 'Normal', tags: ['monitoring'] },
    people: { reporterId: 8, assigneeId: 4, recipientIds: [] },
    dates: ['2026-09-13T07:48:44Z', '2026-09-15T07:11:05Z'],
  },
  {
    id: 2363,
    title: "Documenter la procédure d'astreinte du week-end",
    description:
      '<p>Samedi dernier, personne ne savait qui devait redémarrer le serveur de rendu. Il nous faut une page ' +
      'courte : qui est joignable, dans quel ordre, et quelles commandes sont sans risque.</p>',
    place: { sectionId: 17 },
    labels: { status: 'New', priority: 'Normal', tags: ['french', 'documentation'] },
    people: { reporterId: 8, assigneeId: 1, recipientIds: [5] },
    dates: ['2026-09-21T15:05:48Z', '2026-09-21T15:05:48Z'],
  },
  {
    id: 2368,
    title: 'Read-only role for auditors',
    description:
      'The auditors come in December and need to see orders, invoices and the change log, without being able to ' +
      'change anything. Last year we gave them an administrator account, which was in their report afterwards.',
    place: { sectionId: 18 },
    labels: { status: 'New', priority: 'Low', tags: ['roles'] },
    people: { reporterId: 4, recipientIds: [6] },
    dates: ['2026-09-28T08:13:01Z', '2026-09-30T12:32:17Z'],
  },
  {
    id: 2394,
    title: 'Update the services to the current Node version',
    description:
      '<p>Eleven services still run on the old long-term version. Two have native modules (<code>sharp</code>, ' +
      '<code>canvas</code>) and come last.</p>',
    place: { sectionId: 17 },
    labels: { status: 'New', priority: 'Low', tags: ['runtime'] },
    people: { reporterId: 4, recipientIds: [1, 5, 6] },
    dates: ['2026-11-03T11:30:53Z', '2026-11-03T11:30:53Z'],
  },
] as const satisfies readonly CaseDraft[];
