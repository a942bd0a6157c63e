import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { type BoardKey, boardKeys, type LaneKey, laneKeys } from '../features/board/board-column.ts';
import { listAddress } from '../features/cases/list/list-address.ts';
import { type PeekAddress, peekAddress } from '../features/cases/panel/peek-address.ts';
import { meQuery } from '../features/people/me.queries.ts';
import type { Interval } from '../features/reports/reports.queries.ts';
import { noteSignedIn } from '../features/session/signed-in-before.ts';
import { readWorkspace } from '../features/workspace/workspace.queries.ts';
import { queryClient } from '../server/query-client.ts';
import { isSignedOut } from '../server/refusal.ts';
import { FailurePage } from '../ui/failure-page.tsx';
import { Loading } from '../ui/loading.tsx';
import { MissingPage } from '../ui/missing-page.tsx';
import { HOME } from './first-shown.ts';
import { Root } from './root.tsx';
import { Shell } from './shell.tsx';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: MissingPage,
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string | undefined } => ({ from: text(from) }),
  beforeLoad: ({ context }) => readWorkspace(context.queryClient),
  component: lazyRouteComponent(() => import('../features/session/sign-in.page.tsx'), 'SignInPage'),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  beforeLoad: ({ context }) => readWorkspace(context.queryClient),
  component: lazyRouteComponent(
    () => import('../features/session/forgotten-password.page.tsx'),
    'ForgottenPasswordPage',
  ),
});

/** Everything for which one is signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const reading = readWorkspace(context.queryClient);
    await context.queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { from: location.href } });
      throw error;
    });
    noteSignedIn();
    await reading;
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cases', search: HOME });
  },
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: listAddress,
  component: lazyRouteComponent(() => import('../features/cases/list/case-list.page.tsx'), 'CaseListPage'),
});

const spaceCases = createRoute({
  getParentRoute: () => shell,
  path: '/spaces/$spaceId',
  validateSearch: listAddress,
  component: lazyRouteComponent(() => import('../features/cases/list/space-cases.page.tsx'), 'SpaceCasesPage'),
});

/** What the address of a board says. */
interface BoardSearch extends PeekAddress {
  readonly q?: string | undefined;
  /** What the columns stand for. */
  readonly by?: BoardKey | undefined;
  /** What the lanes stand for; there are none when it is not said. */
  readonly lanes?: LaneKey | undefined;
  readonly sort?: string | undefined;
}
const boardSearch = ({ q, by, lanes, sort, ...others }: Record<string, unknown>): BoardSearch => ({
  ...peekAddress(others),
  q: text(q),
  by: boardKeys.find((key) => key === by),
  lanes: laneKeys.find((key) => key === lanes),
  sort: text(sort),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/spaces/$spaceId/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../features/board/board.page.tsx'), 'BoardPage'),
});

const milestones = createRoute({
  getParentRoute: () => shell,
  path: '/spaces/$spaceId/milestones',
  component: lazyRouteComponent(() => import('../features/milestones/milestones.page.tsx'), 'MilestonesPage'),
});

/** What the address of reports says. */
interface ReportsSearch {
  readonly q?: string | undefined;
  readonly interval?: Interval | undefined;
}

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/spaces/$spaceId/reports',
  validateSearch: ({ q, interval }: Record<string, unknown>): ReportsSearch => ({
    q: text(q),
    interval: interval === 'week' || interval === 'month' ? interval : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/reports/reports.page.tsx'), 'ReportsPage'),
});

/** The pages of a space. */
const spacePages = [spaceCases, board, milestones, reports] as const;

const caseOf = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/cases/page/case.page.tsx'), 'CasePage'),
});

/** What the address of the inbox says. */
interface InboxSearch {
  readonly unread?: boolean | undefined;
  readonly space?: number | undefined;
}
const inboxSearch = ({ unread, space }: Record<string, unknown>): InboxSearch => ({
  unread: unread === true ? true : undefined,
  space: typeof space === 'number' ? space : undefined,
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../features/inbox/inbox.page.tsx'), 'InboxPage'),
});

/** What the address of the settings says. */
interface SettingsSearch {
  readonly part?: string | undefined;
}

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  validateSearch: ({ part }: Record<string, unknown>): SettingsSearch => ({ part: text(part) }),
  component: lazyRouteComponent(() => import('../features/settings/settings.page.tsx'), 'SettingsPage'),
});

/** What the address of the administration says. */
interface AdminSearch {
  readonly part?: string | undefined;
  readonly project?: number | undefined;
}
const adminSearch = ({ part, project }: Record<string, unknown>): AdminSearch => ({
  part: text(part),
  project: typeof project === 'number' ? project : undefined,
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('../features/admin/admin.page.tsx'), 'AdminPage'),
});

const adminSpace = createRoute({
  getParentRoute: () => shell,
  path: '/admin/spaces/$spaceId',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('../features/spaces/administer/space.page.tsx'), 'SpacePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgottenPassword,
    shell.addChildren([home, cases, ...spacePages, caseOf, inbox, settings, admin, adminSpace]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: FailurePage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
