import styles from './query-field.module.css';

/** A place in a text, from `start` to before `end`. */
interface Place {
  readonly start: number;
  readonly end: number;
}

interface QueryMarksProps {
  readonly text: string;
  readonly places: readonly Place[];
  /** How far the text is scrolled, in pixels. */
  readonly scrolled: number;
}

/** Marks below the places of a text that lies above: where something is wrong. */
export const QueryMarks = ({ text, places, scrolled }: QueryMarksProps) => (
  <div className={styles.marks} aria-hidden dir="ltr">
    <span style={{ insetInlineStart: -scrolled, position: 'relative' }}>
      {places.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(places[at - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end) || ' '}</mark>
        </span>
      ))}
    </span>
  </div>
);
