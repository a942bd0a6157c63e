import action from './action.json';
import admin from './admin.json';
import audit from './audit.json';
import board from './board.json';
import caseTexts from './case.json';
import cases from './cases.json';
import choice from './choice.json';
import commands from './commands.json';
import comment from './comment.json';
import conflict from './conflict.json';
import editor from './editor.json';
import failure from './failure.json';
import field from './field.json';
import files from './files.json';
import frame from './frame.json';
import history from './history.json';
import inbox from './inbox.json';
import key from './key.json';
import links from './links.json';
import list from './list.json';
import milestones from './milestones.json';
import move from './move.json';
import mute from './mute.json';
import nav from './nav.json';
import newCase from './newCase.json';
import pick from './pick.json';
import reports from './reports.json';
import session from './session.json';
import settings from './settings.json';
import space from './space.json';
import spaces from './spaces.json';
import template from './template.json';
import views from './views.json';
import webhook from './webhook.json';

/** All texts in English: a file for each part of the interface. */
export const en = {
  action,
  admin,
  audit,
  board,
  case: caseTexts,
  cases,
  choice,
  commands,
  comment,
  conflict,
  editor,
  failure,
  field,
  files,
  frame,
  history,
  inbox,
  key,
  links,
  list,
  milestones,
  move,
  mute,
  nav,
  newCase,
  pick,
  reports,
  session,
  settings,
  space,
  spaces,
  template,
  views,
  webhook,
};
