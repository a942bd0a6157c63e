/** The most items one page may have. Source: communifire-api.md section 1, paging. */
export const MAX_PAGE_LENGTH = 100;

/** One page of a list, counted from 1. */
export interface Page {
  readonly number: number;
  readonly length: number;
}

/** How many items come before the page. */
export const itemsBefore = (page: Page): number => (page.number - 1) * page.length;
