import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../src/client/index.ts';
import { isolated } from '../../ui/isolated.ts';

type EntryType = AuditEntry['type'];
type MadeDefault<Type> = Type extends `${infer Thing}.made_default` ? Thing : never;
type OfSections<Type> = Type extends `section.${infer Happening}` ? Happening : never;
/** What cases refer to: all that can be the usual choice. */
type Thing = MadeDefault<EntryType>;
/** What happens to all of these alike: all that happens to sections. */
type Happening = OfSections<EntryType>;
type Choice = `${Thing}.${Happening}`;

const things: Readonly<Record<Thing, true>> = {
  project: true,
  section: true,
  milestone: true,
  status: true,
  priority: true,
};
const happenings: Readonly<Record<Happening, true>> = {
  created: true,
  renamed: true,
  moved: true,
  archived: true,
  unarchived: true,
  deleted: true,
  merged: true,
  made_default: true,
};

/** Whether it happened to something that cases refer to. */
const isChoice = (type: EntryType): type is Choice => {
  const [thing = '', happening = ''] = type.split('.');
  return Object.hasOwn(things, thing) && Object.hasOwn(happenings, happening);
};

/** A name that changed, or what something became part of. */
const changedTo = ({ changes }: AuditEntry, property: string, which: 'oldValue' | 'newValue'): string => {
  const value = changes.find((each) => each.property === property)?.[which];
  return isolated(typeof value === 'string' ? value : '…');
};

/** Whoever acts without a name. */
const namelessKey = ({ door }: AuditEntry) => {
  if (door === 'jobs') return 'audit.server';
  return door === 'cli' || door === 'setup' ? 'audit.operator' : 'audit.stranger';
};

/** Tells an entry in one sentence. */
export const useAuditSentence = () => {
  const { t } = useTranslation();
  return (entry: AuditEntry): string => {
    const { actor, name, person, space } = entry;
    const words = {
      who: actor === null ? t(namelessKey(entry)) : isolated(actor.displayName),
      name: isolated(name ?? space?.name ?? '…'),
      person: isolated(person?.displayName ?? '…'),
      space: isolated(space?.name ?? '…'),
      from: changedTo(entry, 'name', 'oldValue'),
      into: changedTo(entry, 'into', 'newValue'),
    };
    if (!isChoice(entry.type)) return t(keyOf(entry, entry.type), words);
    const [thing, happening] = entry.type.split('.') as [Thing, Happening];
    return t(`audit.choice.${happening}`, { ...words, thing: t(`audit.thing.${thing}`) });
  };
};

/** The sentence for everything but choices. */
const keyOf = (entry: AuditEntry, type: Exclude<EntryType, Choice>) => {
  const { actor, person } = entry;
  const isOwn = actor !== null && actor.id === person?.id;
  if (type === 'session.refused' && person === null) return 'audit.unknownName';
  if (type === 'session.ended' && isOwn) return 'audit.signedOut';
  if (type === 'user.password_set' && isOwn) return 'audit.ownPassword';
  if (type === 'user.password_set' && actor === null && namelessKey(entry) === 'audit.stranger') {
    return 'audit.passwordByLink';
  }
  return `audit.said.${type}` as const;
};
