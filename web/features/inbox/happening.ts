import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../src/client/index.ts';

/** What happened, by the type of the event. */
const sentences: Readonly<Record<string, ParseKeys>> = {
  'case.created': 'inbox.happened.created',
  'case.updated': 'inbox.happened.updated',
  'case.deleted': 'inbox.happened.deleted',
  'case.restored': 'inbox.happened.restored',
  'case.liked': 'inbox.happened.liked',
  'case.left_space': 'inbox.happened.leftSpace',
  'comment.created': 'inbox.happened.commented',
  'comment.updated': 'inbox.happened.editedComment',
  'comment.deleted': 'inbox.happened.deletedComment',
  'comment.liked': 'inbox.happened.likedComment',
  'attachment.added': 'inbox.happened.attached',
  'attachment.deleted': 'inbox.happened.detached',
};

/** The words for properties as changes name them: `statusId` is the status. */
const wordOf = (property: string): string => property.replace(/Ids?$/u, '');

/** What happened, without who did it: "changed Status and Priority". */
export const useHappening = (): ((notification: Notification) => string) => {
  const { t, i18n } = useTranslation();
  const fieldName = (property: string): string => {
    const word = wordOf(property) === 'recipient' ? 'recipients' : wordOf(property);
    return i18n.exists(`field.${word}`) ? t(`field.${word}` as 'field.status') : word;
  };
  return ({ type, changedProperties, fileName }) => {
    const what = new Intl.ListFormat(i18n.language).format(changedProperties.map(fieldName));
    return t(sentences[type] ?? 'inbox.happened.other', { what, file: fileName ?? '' }) as string;
  };
};
