import type { Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];
type Step = (page: Page) => Promise<void>;

const click =
  (role: Role, name: string | RegExp): Step =>
  (page) =>
    page.getByRole(role, { name }).first().click();
const press =
  (keys: string): Step =>
  (page) =>
    page.keyboard.press(keys);
const write =
  (name: string, text: string): Step =>
  (page) =>
    page.getByRole('textbox', { name }).first().fill(text);

/** Another priority in each walk: what a case has already is no change. */
const chooseAnother: Step = async (page) => {
  const isPhone = (page.viewportSize()?.width ?? 0) < 500;
  await page.getByRole('option', { name: isPhone ? 'Low' : 'Urgent' }).click();
};

interface Opening {
  /** The page on which it opens. */
  readonly at: string;
  readonly by: readonly Step[];
  /** What is there then. */
  readonly shows: readonly [role: Role, name?: string | RegExp];
}

const list = '/spaces/1?q=is%3Aopen';
const menu = ['menu'] as const;
const options = ['option'] as const;
const dialog = ['dialog'] as const;

/** What opens on the screens, is closed again, and has no address: menus, lists of options, dialogs, bars and toasts. */
export const openings: Readonly<Record<string, Opening>> = {
  palette: { at: list, by: [press('ControlOrMeta+k')], shows: dialog },
  'found by the palette': {
    at: list,
    by: [press('ControlOrMeta+k'), (page) => page.getByPlaceholder('Search or jump to').fill('cookie')],
    shows: ['button', /Cookie notice/u],
  },
  shortcuts: { at: list, by: [press('?')], shows: dialog },
  account: { at: list, by: [click('button', 'Account')], shows: menu },
  'new case': { at: list, by: [press('c'), write('Title', 'Cookie notice')], shows: ['region', 'Is it one of these?'] },
  'choices of a new case': { at: list, by: [press('c'), click('button', /^Priority:/u)], shows: options },
  'saved views': { at: list, by: [click('button', 'Saved views')], shows: menu },
  'new view': {
    at: list,
    by: [click('button', 'Saved views'), click('menuitem', 'Save as a new view')],
    shows: dialog,
  },
  export: { at: list, by: [click('button', 'Export')], shows: menu },
  columns: { at: list, by: [click('button', 'Columns')], shows: menu },
  filter: { at: list, by: [click('button', 'Status')], shows: options },
  completions: { at: list, by: [press('/'), (page) => page.keyboard.type(' assignee:')], shows: options },
  'bar of selected cases': {
    at: list,
    by: [click('checkbox', /^Select case/u)],
    shows: ['group', 'Selected cases'],
  },
  'options for selected cases': {
    at: list,
    by: [click('checkbox', /^Select case/u), click('button', 'Set Status')],
    shows: options,
  },
  'told with undo': {
    at: list,
    by: [click('checkbox', /^Select case/u), click('button', 'Set Priority'), chooseAnother],
    shows: ['button', 'Undo'],
  },
  'menu of a case': { at: '/cases/2304', by: [click('button', 'More about this case')], shows: menu },
  'statuses of a case': { at: '/cases/2304', by: [click('button', /^Status:/u)], shows: options },
  'tags of a case': { at: '/cases/2304', by: [click('button', /^Tags:/u)], shows: options },
  'calendar of a case': {
    at: '/cases/2304',
    by: [(page) => page.locator('[data-property="dueAt"] input').first().click()],
    shows: ['button', /^\w+ 20\d\d$/u],
  },
  'editor of a description': {
    at: '/cases/2304',
    by: [click('button', 'Edit the description')],
    shows: ['textbox', 'Description'],
  },
  'editor of a comment': {
    at: '/cases/2304',
    by: [click('button', 'Say something about this case'), (page) => page.keyboard.type('@')],
    shows: options,
  },
  'menu of a comment': { at: '/cases/2304', by: [click('button', 'More about this comment')], shows: menu },
  'link of cases': { at: '/cases/2304', by: [click('button', 'Link a case')], shows: ['combobox', 'Other case'] },
  'case as it was': {
    at: '/cases/2304',
    by: [click('button', 'More about this case'), click('menuitem', /^The case as it was/u)],
    shows: dialog,
  },
  'copy of a case': {
    at: '/cases/2304',
    by: [click('button', 'More about this case'), click('menuitem', /^Copy case/u)],
    shows: dialog,
  },
  'menu of a card': { at: '/spaces/1/board', by: [click('button', /to another column$/u)], shows: menu },
  'menu of a notification': { at: '/inbox', by: [click('button', 'More about this notification')], shows: menu },
  'new key': { at: '/settings?part=keys', by: [click('button', 'New key')], shows: dialog },
  'new person': { at: '/admin?part=users', by: [click('button', 'New person')], shows: dialog },
  'menu of a person': { at: '/admin?part=users', by: [click('button', /^Actions for/u)], shows: menu },
  'new space': { at: '/admin', by: [click('button', 'New space')], shows: dialog },
  'new webhook': { at: '/admin?part=webhooks', by: [click('button', 'New webhook')], shows: dialog },
  'new status': { at: '/admin/spaces/1?part=statuses', by: [click('button', 'New status')], shows: dialog },
  'menu of a status': { at: '/admin/spaces/1?part=statuses', by: [click('button', /^Actions for/u)], shows: menu },
  'new member': {
    at: '/admin/spaces/1?part=members',
    by: [click('button', 'Add a member')],
    shows: ['combobox', 'Person'],
  },
  'question before archiving': { at: '/admin/spaces/1', by: [click('button', 'Archive the space')], shows: dialog },
};
