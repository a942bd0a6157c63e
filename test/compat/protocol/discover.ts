import type { Portal } from './portal.ts';
import type { Values } from './values.ts';

type Row = Readonly<Record<string, unknown>>;

/** A space with cases, and everything around one of them: what the exchanges are about. */
interface Surroundings {
  readonly space: number;
  readonly found: Row | undefined;
}

/** How many spaces are looked at for one with everything. */
const MAX_SPACES = 20;

/**
 * Learns from the lists of a server what exchanges can be about: whose key it is, a space with a project, sections,
 * milestones, statuses, priorities and people, and a case in it. What is not there stays without a value.
 */
export const discover = async (portal: Portal, key: string): Promise<Values> => {
  const ask = (target: string) => readData(portal, target, key);
  const me = asRow(await ask('/api/users/me'));
  const { space, found } = await chooseSpace(ask);
  const lists = `/api/spaces/${space}/cases`;
  const rowsOf = async (target: string) => asRows(await ask(`${lists}/${target}`));
  const projects = await rowsOf('projects');
  const project = Number(found?.['ProjectID'] ?? projects[0]?.['ProjectID'] ?? 0);
  const [statuses, priorities, sections, milestones, people] = await Promise.all([
    rowsOf('statuses'),
    rowsOf('priorities'),
    rowsOf(`projects/${project}/categories`),
    rowsOf(`projects/${project}/milestones`),
    rowsOf(`projects/${project}/assignto?forAssignToUsersList=true`),
  ]);
  return onlyKnown({
    key,
    keyInUrl: encodeURIComponent(key),
    me: me['UserID'],
    userName: me['UserName'],
    space: space || undefined,
    spaceName: found?.['SpaceName'],
    case: found?.['IssueID'],
    title: found?.['IssueTitle'],
    word: wordOf(found?.['IssueTitle']),
    reporter: found?.['ReportedByUserID'],
    project: project || undefined,
    ...twoOf(projects, 'ProjectID', ['', 'otherProject'], project),
    ...twoOf(statuses, 'IssueStatusID', ['status', 'otherStatus']),
    ...twoOf(priorities, 'IssuePriorityID', ['priority', 'otherPriority']),
    ...twoOf(sections, 'ProjectSectionID', ['section', 'otherSection']),
    ...twoOf(milestones, 'MilestoneID', ['milestone', 'otherMilestone']),
    ...twoOf(people, 'UserID', ['person', 'otherPerson']),
  });
};

type Ask = (target: string) => Promise<unknown>;

/** What a read answers, whatever is around it; nothing when it is refused. Throws when the server does not answer. */
const readData = async (portal: Portal, target: string, key: string): Promise<unknown> => {
  const { status, text } = await portal({ method: 'GET', target, headers: { 'Rest-Api-Key': key } });
  if (status !== 200) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    const isEnvelope = typeof content === 'object' && content !== null && 'ResponseData' in content;
    return isEnvelope ? content.ResponseData : content;
  } catch {
    return undefined;
  }
};

/** The first space in which there is a case, or else the first one. */
const chooseSpace = async (ask: Ask): Promise<Surroundings> => {
  const spaces = asRows(await ask('/api/users/me/spaces'));
  const ids = spaces.slice(0, MAX_SPACES).map((each) => Number(each['SpaceID']));
  for (const space of ids) {
    const cases = asRows(await ask(`/api/cases?spaceid=${space}&SortColumn=IssueID&SortOrder=Ascending`));
    const found = cases.find((each) => each['ProjectSectionID'] !== 0 && each['MilestoneID'] !== 0) ?? cases[0];
    if (found !== undefined) return { space, found };
  }
  const [anywhere] = asRows(await ask('/api/cases'));
  return { space: Number(anywhere?.['SpaceID'] ?? ids[0] ?? 0), found: anywhere };
};

/** The IDs of the first two rows under two names; `except` is not among them. */
const twoOf = (rows: readonly Row[], property: string, [one, other]: readonly [string, string], except?: number) => {
  const ids = rows.map((row) => row[property]).filter((id) => id !== except);
  return one === '' ? { [other]: ids[0] } : { [one]: ids[0], [other]: ids[1] };
};

/** A word long enough to be looked for. */
const wordOf = (title: unknown): string | undefined => /[a-z]{5,}/iu.exec(String(title ?? ''))?.[0];

const asRow = (content: unknown): Row =>
  typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Row) : {};

const asRows = (content: unknown): readonly Row[] => (Array.isArray(content) ? content.map(asRow) : []);

const onlyKnown = (values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((each): each is [string, string | number] =>
      ['string', 'number'].includes(typeof each[1]),
    ),
  );
