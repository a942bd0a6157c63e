import { useEffect, useRef } from 'react';
import styles from './case-table.module.css';

interface RowChoiceProps {
  /** What it chooses. */
  readonly label: string;
  readonly isChosen: boolean;
  /** Whether some of what it stands for are chosen. */
  readonly isPartly?: boolean;
  /** Told whether all from the last one to this one are meant. */
  readonly onToggle: (isRange: boolean) => void;
}

/** The box that chooses a case, or all of them: the browser's own, because a list draws hundreds while it scrolls. */
export const RowChoice = ({ label, isChosen, isPartly = false, onToggle }: RowChoiceProps) => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly;
  });
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.box}
      aria-label={label}
      checked={isChosen}
      onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  );
};
