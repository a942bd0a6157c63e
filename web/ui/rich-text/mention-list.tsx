import { Paper, Portal, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
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
        style={placeBeside(place)}
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

/** As wide and as high as the list can be, as its style knows as well, in pixels. */
const WIDTH = 240;
const HEIGHT = 240;
const GAP = 4;

/** Below what was typed, or above it where there is no room below. */
const placeBeside = ({ top, bottom, left }: DOMRect): CSSProperties => ({
  left: Math.max(0, Math.min(left, window.innerWidth - WIDTH)),
  ...(bottom + HEIGHT <= window.innerHeight ? { top: bottom + GAP } : { bottom: window.innerHeight - top + GAP }),
});
