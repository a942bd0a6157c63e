import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has before what somebody looks for. */
const MOST_STOPS = 250;

/** Goes to something with the tab key alone, as somebody without a pointer does. Throws when it cannot be reached. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  const focused = target.and(page.locator(':focus'));
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key does not reach ${String(target)}.`);
};

/** Does what a button, a link or a menu's button is for. */
export const press = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** Writes into a field. */
export const write = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};

/** Chooses what is in an open list or menu with the arrow keys. */
export const choose = async (page: Page, choice: Locator): Promise<void> => {
  await choice.waitFor();
  const chosen = choice.and(page.locator(':focus, [data-combobox-selected]'));
  for (let steps = 0; steps < MOST_STOPS; steps += 1) {
    if ((await chosen.count()) > 0) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not reach ${String(choice)}.`);
};
