import type { BrowserContextOptions, Page } from 'playwright-core';

/** The main screens, by the names of their pictures, each with its address in the sandbox. */
export const screens: Readonly<Record<string, string>> = {
  list: '/cases?q=is%3Aopen',
  nothing: '/cases?q=tag%3Athere-is-none',
  mistake: '/cases?q=is%3Aopne',
  case: '/cases/2304',
  'missing-case': '/cases/99999',
  panel: '/cases?q=is%3Aopen&case=2304',
  space: '/spaces/1?q=is%3Aopen',
  board: '/spaces/1/board',
  'board-with-panel': '/spaces/1/board?case=2304',
  lanes: '/spaces/1/board?lanes=priority',
  milestones: '/spaces/1/milestones',
  reports: '/spaces/1/reports',
  inbox: '/inbox',
  settings: '/settings',
  reasons: '/settings?part=notifications',
  administration: '/admin',
  audit: '/admin?part=audit',
  'administration-of-a-space': '/admin/spaces/1',
  statuses: '/admin/spaces/1?part=statuses',
};

type Variant = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'locale'>;

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** How people look at them. */
export const variants = {
  'desktop-light': { viewport: desktop, colorScheme: 'light', locale: 'en-GB' },
  'desktop-dark': { viewport: desktop, colorScheme: 'dark', locale: 'en-GB' },
  'phone-light': { viewport: phone, colorScheme: 'light', locale: 'en-GB' },
  'desktop-arabic': { viewport: desktop, colorScheme: 'light', locale: 'ar' },
  'phone-arabic': { viewport: phone, colorScheme: 'light', locale: 'ar' },
  'phone-dark': { viewport: phone, colorScheme: 'dark', locale: 'en-GB' },
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;

/** Goes to a page and waits until all that it shows is there. The event stream never ends, so the network says nothing. */
export const show = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page
    .locator('main')
    .filter({ hasNot: page.locator('[aria-busy=true]') })
    .getByText(/\S/u)
    .first()
    .waitFor();
  await page.evaluate(calm);
};

/** Parts of a page may begin to load when others are there: nothing is busy for a while only when all of them are. */
const calm = `new Promise((done) => {
  let looks = 0;
  const look = () => {
    looks = document.querySelector('[aria-busy=true]') === null ? looks + 1 : 0;
    if (looks === 10) done();
    else setTimeout(look, 30);
  };
  look();
})`;
