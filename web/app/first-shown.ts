import { askedCases } from '../features/cases/list/asked-cases.ts';
import { listAddress } from '../features/cases/list/list-address.ts';
import type { AskedCases } from '../features/cases/list-request.ts';

/** What one comes to: what one has to do. */
export const HOME = { q: 'is:open assignee:me' };

/** Whether a page is for those who are not signed in: whoever asks there who one is, is refused. */
export const isForStrangers = (pathname: string): boolean => ['/sign-in', '/forgotten-password'].includes(pathname);

/** What a page of cases shows first: a list of them, or one of them; undefined for other pages. */
export const firstShown = (
  pathname: string,
  search: Record<string, unknown>,
): { readonly listed: AskedCases } | { readonly caseId: number } | undefined => {
  if (pathname === '/') return { listed: askedCases(HOME, undefined) };
  const [, place, id] = /^\/(cases|spaces)(?:\/(\d+))?\/?$/u.exec(pathname) ?? [];
  if (place === undefined || (place === 'spaces' && id === undefined)) return;
  if (place === 'cases' && id !== undefined) return { caseId: Number(id) };
  return { listed: askedCases(listAddress(search), id === undefined ? undefined : Number(id)) };
};
