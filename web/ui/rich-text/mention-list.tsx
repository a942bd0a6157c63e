import { Paper, Portal, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Person } from '../person.tsx';
import type { MentionOffer } from './mentions.ts';
import styles from './rich-text.module.css';

/** The people whom one may mean, below what was typed. */
export const MentionList = ({ offer }: { readonly offer: MentionOffer }) => {
  const { t } = useTranslation();
  const { people, index, place, take } = offer;
  if (place === null || people.length === 0) return null;
  return (
    <Portal>
      <Paper
        withBorder
        shadow="md"
        p={4}
        role="listbox"
        aria-label={t('editor.people')}
        className={styles.offer}
        style={{ top: place.bottom + 4, left: Math.min(place.left, window.innerWidth - 240) }}
      >
        {people.map((person, each) => (
          <UnstyledButton
            key={person.id}
            role="option"
            aria-selected={each === index}
            tabIndex={-1}
            className={styles.person}
            onMouseDown={(event) => {
              event.preventDefault();
              take(person);
            }}
          >
            <Person name={person.displayName} picture={person.avatarUrl} />
            <span className={styles.username}>@{person.username}</span>
          </UnstyledButton>
        ))}
      </Paper>
    </Portal>
  );
};
