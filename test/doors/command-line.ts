import { vi } from 'vitest';
import { runCommand } from '../../src/app/run-command.ts';
import type { ChoiceKind } from '../../src/features/choices/choice.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Abilities, type Door, RefusedError } from './door.ts';

type Run = (...args: readonly (string | number)[]) => Promise<void>;

const onSpaces = (run: Run): Partial<Abilities> => ({
  restoreCase: (caseId) => run('bin', 'restore', caseId),
  createSpace: ({ name, visibility, project }) =>
    run('space', 'create', name, '--visibility', visibility, '--project', project),
  renameSpace: (spaceId, name) => run('space', 'rename', spaceId, name),
  setVisibility: (spaceId, visibility) => run('space', 'visibility', spaceId, visibility),
  archiveSpace: (spaceId) => run('space', 'archive', spaceId),
  unarchiveSpace: (spaceId) => run('space', 'unarchive', spaceId),
  setMember: ({ spaceId, username, role }) => run('space', 'add-member', spaceId, username, '--role', role),
  removeMember: ({ spaceId, username }) => run('space', 'remove-member', spaceId, username),
});

const isOfProject = (kind: ChoiceKind): boolean => kind === 'section' || kind === 'milestone';

const onChoices = (run: Run): Partial<Abilities> => ({
  createChoice: (kind, { spaceId, projectId }, name) =>
    run(kind, 'create', name, '--space', spaceId, ...(isOfProject(kind) ? ['--project', projectId] : [])),
  renameChoice: ({ kind, id }, name) => run(kind, 'rename', id, name),
  moveChoice: ({ kind, id }, position) => run(kind, 'move', id, position),
  makeDefault: ({ kind, id }) => run(kind, 'default', id),
  archiveChoice: ({ kind, id }) => run(kind, 'archive', id),
  unarchiveChoice: ({ kind, id }) => run(kind, 'unarchive', id),
  deleteChoice: ({ kind, id }) => run(kind, 'delete', id),
  mergeChoice: ({ kind, id }, intoId) => run(kind, 'merge', id, intoId),
  scheduleMilestone: (id, day) => run('milestone', 'schedule', id, ...(day === null ? [] : ['--due', day])),
  completeMilestone: (id) => run('milestone', 'complete', id),
  reopenMilestone: (id) => run('milestone', 'reopen', id),
  changeStatus: (id, { isClosed, cssClass }) =>
    run('status', 'change', id, isClosed ? '--closed' : '--open', '--css-class', cssClass),
});

const onTags = (run: Run): Partial<Abilities> => ({
  renameTag: (spaceId, tag, name) => run('tag', 'rename', tag, name, '--space', spaceId),
  removeTag: (spaceId, tag) => run('tag', 'remove', tag, '--space', spaceId),
});

const onPeople = (run: Run): Partial<Abilities> => ({
  createUser: ({ username, email }) => run('user', 'add', username, '--email', email),
  changeProfile: ({ username }, { displayName, email }) =>
    run('user', 'change', username, '--display-name', displayName, '--email', email),
  setRole: ({ username }, role) => run('user', 'set-role', username, role),
  deactivateUser: ({ username }) => run('user', 'deactivate', username),
  activateUser: ({ username }) => run('user', 'activate', username),
  issueKey: ({ username }, name) => run('key', 'create', username, '--name', name, '--right', 'Update'),
  renameKey: (keyId, name) => run('key', 'rename', keyId, name),
  revokeKey: (keyId) => run('key', 'revoke', keyId),
});

/** The command line: the program's own commands, run in this process on the database of the server. */
export const commandLine = ({ settings }: TestApp): Door => {
  const run: Run = async (...args) => {
    const said: unknown[] = [];
    vi.stubEnv('CASEKEEP_DATA_DIR', settings.dataDir);
    vi.stubEnv('CASEKEEP_DATABASE_URL', settings.databaseUrl);
    vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
    vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line));
    try {
      await runCommand(['node', 'casekeep', ...args.map(String)]);
      if (process.exitCode === 1) throw new RefusedError(`${args.join(' ')}: ${said.join('\n')}`);
    } finally {
      process.exitCode = undefined;
      vi.restoreAllMocks();
      vi.unstubAllEnvs();
    }
  };
  const can = { ...onSpaces(run), ...onChoices(run), ...onTags(run), ...onPeople(run) };
  return { title: 'the command line', recordedAs: 'cli', isOperators: true, can };
};
