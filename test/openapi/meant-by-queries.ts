/** A case as the conditions of queries see it. */
export interface SeenCase {
  readonly id: number;
  readonly title: string;
  readonly space: string;
  readonly project: string;
  readonly section: string | null;
  readonly milestone: string | null;
  readonly status: string;
  readonly isClosed: boolean;
  readonly priority: string;
  readonly assignee: string | null;
  readonly reporter: string;
  readonly creator: string;
  readonly recipients: readonly string[];
  readonly tags: readonly string[];
  /** Days in the time zone of whoever asks, such as 2026-11-24. */
  readonly createdOn: string;
  readonly updatedOn: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dueOn: string | null;
  readonly commentCount: number;
  /** Title, description, tags and comments as plain text in lower case. */
  readonly texts: string;
}

const isOpen = ({ isClosed }: SeenCase): boolean => !isClosed;
const tagged = (each: SeenCase, tag: string): boolean => each.tags.includes(tag);
const says = ({ texts }: SeenCase, text: string): boolean => texts.includes(text);
const isDue = ({ dueOn }: SeenCase, first: string, last: string): boolean =>
  dueOn !== null && dueOn >= first && dueOn <= last;
const sinceUpdate = ({ updatedAt }: SeenCase, first: string, last: string): boolean =>
  updatedAt >= first && updatedAt <= last;

/** What the queries of docs/api/queries.md mean on 24 November 2026 at 9:30 UTC for `admin`, who lives in Berlin. */
const meanings: Readonly<Record<string, (each: SeenCase) => boolean>> = {
  'is:open': isOpen,
  'is:open assignee:me': (each) => isOpen(each) && each.assignee === 'admin',
  'priority:High,Urgent': ({ priority }) => priority === 'High' || priority === 'Urgent',
  '-tag:mail': (each) => !tagged(each, 'mail'),
  'tag:mail OR tag:push': (each) => tagged(each, 'mail') || tagged(each, 'push'),
  'tag:mail,push': (each) => tagged(each, 'mail') || tagged(each, 'push'),
  'is:open (tag:mail OR tag:push)': (each) => isOpen(each) && (tagged(each, 'mail') || tagged(each, 'push')),
  'status:"In Progress"': ({ status }) => status === 'In Progress',
  'due:..today is:open': (each) => isOpen(each) && isDue(each, '', '2026-11-24'),
  'updated:-2w': (each) => sinceUpdate(each, '2026-11-10T09:30:00.000Z', '2026-11-24T09:30:00.000Z'),
  'invoice "order number"': (each) => says(each, 'invoice') && says(each, 'order number'),
  'is:open sort:due,-priority': isOpen,
  'space:"Customer Support"': ({ space }) => space === 'Customer Support',
  'project:"web shop",Platform': ({ project }) => project === 'Web Shop' || project === 'Platform',
  'section:Invoices milestone:none': ({ section, milestone }) => section === 'Invoices' && milestone === null,
  'milestone:"Winter release"': ({ milestone }) => milestone === 'Winter release',
  'status:New,Reopened': ({ status }) => status === 'New' || status === 'Reopened',
  'status:open': isOpen,
  'is:overdue': (each) => isOpen(each) && isDue(each, '', '2026-11-23'),
  'priority:Urgent is:closed': ({ priority, isClosed }) => priority === 'Urgent' && isClosed,
  'assignee:jonas.weber': ({ assignee }) => assignee === 'jonas.weber',
  'assignee:@sara.lindqvist,none': ({ assignee }) => assignee === 'sara.lindqvist' || assignee === null,
  'recipient:me -assignee:me': ({ recipients, assignee }) => recipients.includes('admin') && assignee !== 'admin',
  'reporter:me': ({ reporter }) => reporter === 'admin',
  'creator:claire.dubois': ({ creator }) => creator === 'claire.dubois',
  'tag:mail -tag:login': (each) => tagged(each, 'mail') && !tagged(each, 'login'),
  'tag:none': ({ tags }) => tags.length === 0,
  'has:comment': ({ commentCount }) => commentCount > 0,
  'has:section -has:assignee is:open': (each) => each.section !== null && each.assignee === null && isOpen(each),
  'number:2304': ({ id }) => id === 2304,
  'number:2300..2310': ({ id }) => id >= 2300 && id <= 2310,
  'number:>=2390': ({ id }) => id >= 2390,
  'externalId:none number:<2310': ({ id }) => id < 2310,
  'project:4': ({ project }) => project === 'Platform',
  '-assignee:jonas.weber': ({ assignee }) => assignee !== 'jonas.weber',
  '-assignee:jonas.weber has:assignee': ({ assignee }) => assignee !== 'jonas.weber' && assignee !== null,
  'created:2026-07-08': ({ createdOn }) => createdOn === '2026-07-08',
  'created:2026-07': ({ createdOn }) => createdOn.startsWith('2026-07'),
  'created:2026-07-08T10:07Z': ({ createdAt }) => createdAt.startsWith('2026-07-08T10:07'),
  'updated:>2026-11-10': ({ updatedOn }) => updatedOn > '2026-11-10',
  'created:2026-09-15..2026-10-15': ({ createdOn }) => createdOn >= '2026-09-15' && createdOn <= '2026-10-15',
  'created:..2026-03': ({ createdOn }) => createdOn < '2026-04',
  'updated:-30d': (each) => sinceUpdate(each, '2026-10-25T09:30:00.000Z', '2026-11-24T09:30:00.000Z'),
  'updated:<-6m is:open': (each) => isOpen(each) && each.updatedAt < '2026-05-24T08:30:00.000Z',
  'updated:-2w..-10d': (each) => sinceUpdate(each, '2026-11-10T09:30:00.000Z', '2026-11-14T09:30:00.000Z'),
  'due:<2w -due:..yesterday': (each) => isDue(each, '2026-11-24', '2026-12-07'),
  'due:tomorrow..2w': (each) => isDue(each, '2026-11-25', '2026-12-08'),
  'due:>=2026-12-01': (each) => isDue(each, '2026-12-01', '9999'),
  'due:2026-12': (each) => isDue(each, '2026-12-01', '2026-12-31'),
  'due:none is:open': (each) => isOpen(each) && each.dueOn === null,
  iban: (each) => says(each, 'iban'),
  voic: (each) => says(each, 'voic'),
  'gift newsletter': (each) => says(each, 'gift') && says(each, 'newsletter'),
  '"gift card"': (each) => says(each, 'gift card'),
  '"gift card" OR coupon': (each) => says(each, 'gift card') || says(each, 'coupon'),
  'invoice -tag:pdf -archive': (each) => says(each, 'invoice') && !tagged(each, 'pdf') && !says(each, 'archive'),
  日本: (each) => says(each, '日本'),
  '"with \\"mandate unknown\\""': (each) => says(each, 'with "mandate unknown"'),
  '2O261187': (each) => says(each, '2o261187'),
  '8:40': (each) => says(each, '8:40'),
  '-"invoice"': (each) => !says(each, 'invoice'),
  'tag:mail is:open': (each) => tagged(each, 'mail') && isOpen(each),
  'tag:mail AND is:open': (each) => tagged(each, 'mail') && isOpen(each),
  'tag:mail is:open OR tag:push': (each) => (tagged(each, 'mail') && isOpen(each)) || tagged(each, 'push'),
  'tag:mail (is:open OR priority:Urgent)': (each) =>
    tagged(each, 'mail') && (isOpen(each) || each.priority === 'Urgent'),
  'NOT is:closed': isOpen,
  '-(tag:mail OR tag:push) milestone:none': (each) =>
    !tagged(each, 'mail') && !tagged(each, 'push') && each.milestone === null,
  'sort:number': () => true,
  'is:open sort:-priority,due': isOpen,
  'tag:mail sort:title sort:-number': (each) => tagged(each, 'mail'),
};

/** Whether the query is about a case; undefined for a query whose meaning is not known here. */
export const isMeant = (query: string): ((each: SeenCase) => boolean) | undefined => meanings[query];
