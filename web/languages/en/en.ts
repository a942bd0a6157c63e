import caseTexts from './case.json';
import cases from './cases.json';
import commands from './commands.json';
import conflict from './conflict.json';
import failure from './failure.json';
import field from './field.json';
import frame from './frame.json';
import inbox from './inbox.json';
import list from './list.json';
import nav from './nav.json';
import pick from './pick.json';
import session from './session.json';

/** All texts in English: a file for each part of the interface. */
export const en = {
  case: caseTexts,
  cases,
  commands,
  conflict,
  failure,
  field,
  frame,
  inbox,
  list,
  nav,
  pick,
  session,
};
