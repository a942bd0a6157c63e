import {
  administrators,
  everybody,
  first,
  hidden,
  keyAllows,
  keyAllowsOne,
  needs,
  ofOwner,
  ofPerson,
  seesEverybody,
  type Trial,
  withWholeKey,
  work,
  workInSpace,
  writingKey,
} from './trial.ts';

type Listed = { readonly items: readonly { readonly id: number }[] };

const keyLaw = ofPerson(hidden(withWholeKey), hidden(administrators));

/** What is of one person or about one, whatever space they are in. */
export const aboutPeople: readonly Trial[] = [
  { operation: 'getWorkspace', law: everybody },
  { operation: 'updateWorkspace', law: administrators, body: () => ({ name: 'Renamed' }) },
  { operation: 'listUsers', law: everybody },
  { operation: 'listUsers', how: 'the deactivated ones too', law: administrators, query: () => 'state=all' },
  { operation: 'createUser', law: administrators, body: () => ({ username: 'somebody.new' }) },
  { operation: 'getUser', law: everybody },
  { operation: 'getUser', how: 'who is out of sight', law: seesEverybody, at: { userId: 'hermitId' } },
  { operation: 'updateUser', law: administrators, body: () => ({ displayName: 'Somebody' }) },
  {
    ...{ operation: 'updateUser', how: 'who is out of sight', law: first(seesEverybody, administrators) },
    ...{ at: { userId: 'hermitId' }, body: () => ({ displayName: 'Somebody' }) },
  },
  { operation: 'getAvatar', how: 'of somebody without one', law: first(everybody, () => 'not there') },
  {
    ...{ operation: 'setAvatar', how: 'what is no picture', law: ofPerson(withWholeKey, administrators) },
    ...{ upload: 'a file', wrongField: 'file' },
  },
  { operation: 'deleteAvatar', law: ofPerson(withWholeKey, administrators) },
  { operation: 'createPasswordLink', law: administrators },
  { operation: 'mailPasswordLink', law: administrators, body: () => ({}) },
  { operation: 'listUserHistory', law: everybody },
  { operation: 'getMe', law: everybody },
  { operation: 'updateMe', law: withWholeKey, body: () => ({ displayName: 'Myself' }) },
  {
    ...{ operation: 'changePassword', law: withWholeKey, wrongField: 'newPassword' },
    body: () => ({ oldPassword: 'Does not matter', newPassword: 'short' }),
  },
  { operation: 'listSessions', law: withWholeKey },
  { operation: 'deleteOtherSessions', law: withWholeKey },
  { operation: 'deleteSession', law: first(withWholeKey, ofOwner(everybody)) },
  { operation: 'listKeys', law: withWholeKey },
  { operation: 'createKey', law: withWholeKey, body: () => ({ name: 'Another' }) },
  { operation: 'listUserKeys', law: ofPerson(withWholeKey, administrators) },
  { operation: 'createUserKey', law: ofPerson(withWholeKey, administrators), body: () => ({ name: 'Another' }) },
  { operation: 'listAllKeys', law: administrators },
  { operation: 'listAuditEntries', law: administrators },
  { operation: 'getKey', law: keyLaw },
  { operation: 'updateKey', law: keyLaw, body: () => ({ name: 'Renamed' }) },
  { operation: 'deleteKey', law: keyLaw },
  { operation: 'listKeyHistory', law: ofPerson(everybody, hidden(administrators)) },
  { operation: 'countNotifications', law: everybody },
  {
    ...{ operation: 'markNotifications', law: writingKey() },
    body: ({ notificationId }) => ({ isRead: true, ids: [notificationId] }),
  },
  { operation: 'getNotificationPreferences', law: everybody },
  {
    ...{ operation: 'updateNotificationPreferences', law: withWholeKey },
    body: () => ({ reasons: { liked: false } }),
  },
  {
    ...{ operation: 'listViews', law: ofOwner(everybody), query: () => 'limit=100' },
    has: ({ items }: Listed, { viewId }) => items.some(({ id }) => id === viewId),
  },
  { operation: 'createView', law: keyAllows('Update'), body: () => ({ name: 'Open ones', query: 'is:open' }) },
  { operation: 'getView', law: ofOwner(everybody) },
  { operation: 'updateView', law: ofOwner(keyAllows('Update')), body: () => ({ name: 'Renamed' }) },
  { operation: 'deleteView', law: ofOwner(keyAllows('Update')) },
];

const ofSpace = { how: 'shared with a space', at: { viewId: 'sharedViewId' } } as const;
const changesShared = first(keyAllows('Update', needs()), ofPerson(everybody, needs('ManageSpace')));

/** What is of one person and has to do with a space. */
export const aboutOwners: readonly Trial[] = [
  { operation: 'getView', ...ofSpace, law: needs() },
  { operation: 'updateView', ...ofSpace, law: changesShared, body: () => ({ name: 'Renamed' }) },
  { operation: 'deleteView', ...ofSpace, law: changesShared },
  {
    ...{ operation: 'listNotifications', law: hidden(ofOwner(needs())), query: () => 'limit=100' },
    has: ({ items }: Listed, { notificationId }) => items.some(({ id }) => id === notificationId),
  },
  { operation: 'getNotification', law: ofOwner(needs()) },
  { operation: 'updateNotification', law: ofOwner(writingKey(needs())), body: () => ({ isRead: true }) },
  { operation: 'getBulkChange', law: work },
  {
    ...{ operation: 'listBulkChanges', law: hidden(work), query: () => 'limit=100' },
    has: ({ items }: Listed, { bulkId }) => items.some(({ id }) => id === bulkId),
  },
  { operation: 'listBulkResults', law: work },
  { operation: 'listBulkHistory', law: work },
  { operation: 'cancelBulkChange', law: work },
  { operation: 'revertBulkChange', law: work },
  { operation: 'beginExport', law: everybody, body: () => ({ format: 'csv' }) },
  { operation: 'getExport', law: work },
  { operation: 'getExportFile', law: work },
  { operation: 'deleteExport', law: work },
  {
    ...{ operation: 'listImports', law: ofOwner(needs()), query: () => 'limit=100' },
    has: ({ items }: Listed, { importId }) => items.some(({ id }) => id === importId),
  },
  { operation: 'getImport', law: workInSpace },
  { operation: 'listRefusedRows', law: workInSpace },
  { operation: 'cancelImport', law: first(workInSpace, keyAllowsOne('Create', 'Update')) },
  { operation: 'revertImport', law: workInSpace },
];
