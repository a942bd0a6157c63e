import { Face } from './face.tsx';
import styles from './person.module.css';

interface PersonProps {
  readonly name: string;
  /** Where the picture is; the initials are shown without one. */
  readonly picture?: string | null | undefined;
  /** Of the picture, in pixels. */
  readonly size?: number;
}

/** Somebody, by name, with their picture or the initials that stand for it. */
export const Person = ({ name, picture, size = 20 }: PersonProps) => (
  <span className={styles.person}>
    <Face name={name} picture={picture} size={size} />
    <span className={styles.name}>{name}</span>
  </span>
);
