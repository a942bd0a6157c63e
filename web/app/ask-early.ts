// Runs as soon as it has come, long before the program, which is large: what the page shows first is on its way when the
// program asks for it.

import { createCasekeep } from '../../src/client/index.ts';
import { FULL_NAMES, listRequest } from '../features/cases/list-request.ts';
import { fetchEarly, hearEarly } from '../server/early-answers.ts';
import { firstShown, isForStrangers } from './first-shown.ts';
import { hideEarly, showCase, showCases } from './show-early.ts';

const server = createCasekeep({ baseUrl: '', fetch: fetchEarly });
const { pathname, search } = window.location;

/** A list is asked for by whoever waits for it. */
const askForShown = async (): Promise<void> => {
  const shown = firstShown(pathname, Object.fromEntries(new URLSearchParams(search)));
  if (shown === undefined) return;
  if ('caseId' in shown) showCase(await server.getCase({ caseId: shown.caseId, include: FULL_NAMES }));
  else showCases(await server.listCases(listRequest(shown.listed)));
};

void server.getWorkspace();
if (!isForStrangers(pathname)) {
  hearEarly(hideEarly);
  // First: it says from where on the program has to hear what has changed since.
  void server.getMe();
  void askForShown();
}
