import type { CaseList, ShapedCase } from '../../src/client/index.ts';

/** As many as a large screen has room for. */
const MOST_ROWS = 40;
/** Of a description, what fits on a screen. */
const MOST_PARAGRAPHS = 10;

/** Shows the first cases of a list until the program does: number, status and title, each with its link. */
export const showCases = (list: CaseList | undefined): void => {
  const rows = document.createElement('ol');
  if (location.pathname.startsWith('/spaces/')) rows.dataset['space'] = '';
  for (const { id, title = '', status } of list?.items.slice(0, MOST_ROWS) ?? []) {
    const row = document.createElement('li');
    const link = written('a', title);
    link.href = `/cases/${id}`;
    if (status?.isClosed) link.dataset['closed'] = '';
    row.append(written('span', String(id)), written('span', status?.name ?? ''), link);
    rows.append(row);
  }
  show(rows);
};

/** Shows the title of a case and what its description says until the program shows all of it. */
export const showCase = (shown: ShapedCase | undefined): void => {
  // Nothing in there is loaded or run: it is only read.
  const { children } = new DOMParser().parseFromString(shown?.description ?? '', 'text/html').body;
  const paragraphs = [...children].slice(0, MOST_PARAGRAPHS).map(({ textContent }) => written('p', textContent ?? ''));
  show(written('b', shown?.title ?? ''), ...paragraphs);
};

const written = <Name extends 'a' | 'b' | 'p' | 'span'>(name: Name, text: string): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  element.dir = 'auto';
  element.textContent = text;
  return element;
};

/** Takes away what is shown, and shows nothing any more: it is somebody else's. */
export const hideEarly = (): void => place()?.remove();

/** Does nothing when the program is there already. */
const show = (...elements: HTMLElement[]): void => place()?.replaceChildren(...elements);

const place = (): HTMLElement | null => document.getElementById('first-page');
