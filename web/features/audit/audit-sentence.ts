import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../src/client/index.ts';

const things = ['project', 'section', 'milestone', 'status', 'priority'] as const;
const happenings = [
  'created',
  'renamed',
  'moved',
  'archived',
  'unarchived',
  'deleted',
  'merged',
  'made_default',
] as const;
type Thing = (typeof things)[number];
type Happening = (typeof happenings)[number];
type Said = Exclude<AuditEntry['type'], `${Thing}.${Happening}`>;

/** What happened, when it happened to something that cases refer to. */
const choiceOf = (type: string) => {
  const [noun, happened] = type.split('.');
  const thing = things.find((each) => each === noun);
  const happening = happenings.find((each) => each === happened);
  return thing === undefined || happening === undefined ? undefined : { thing, happening };
};

/** Names run in their own direction, whatever the sentence does. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

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
    const choice = choiceOf(entry.type);
    if (choice === undefined) return t(keyOf(entry), words);
    return t(`audit.choice.${choice.happening}`, { ...words, thing: t(`audit.thing.${choice.thing}`) });
  };
};

/** The sentence for everything but choices. */
const keyOf = (entry: AuditEntry) => {
  const { type, actor, person } = entry;
  const isOwn = actor !== null && actor.id === person?.id;
  if (type === 'session.refused' && person === null) return 'audit.unknownName';
  if (type === 'session.ended' && isOwn) return 'audit.signedOut';
  if (type === 'user.password_set' && isOwn) return 'audit.ownPassword';
  if (type === 'user.password_set' && actor === null && namelessKey(entry) === 'audit.stranger') {
    return 'audit.passwordByLink';
  }
  return `audit.said.${type as Said}` as const;
};
