import { Box } from '@mantine/core';
import { diffWordsWithSpace } from 'diff';
import styles from './timeline.module.css';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** What was taken out of a text and what was put in, word by word. */
export const TextDifference = ({ before, after }: TextDifferenceProps) => (
  <Box className={styles.difference}>
    {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
      // Parts have nothing to be told apart by but their place.
      const key = `${index}`;
      if (added) return <ins key={key}>{value}</ins>;
      if (removed) return <del key={key}>{value}</del>;
      return <span key={key}>{value}</span>;
    })}
  </Box>
);
