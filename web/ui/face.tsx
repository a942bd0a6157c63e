import styles from './person.module.css';

/** Those whose darkest shade can be read on their lightest. */
const COLOURS = ['indigo', 'violet', 'grape', 'pink', 'blue', 'pine'];

interface FaceProps {
  readonly name: string;
  /** Where the picture is; the initials are shown without one. */
  readonly picture?: string | null | undefined;
  /** In pixels. */
  readonly size: number;
}

/**
 * The picture of somebody, or the initials of the name, which is said beside it. Lists draw hundreds of them while they
 * scroll, so it is nothing but an element.
 */
export const Face = ({ name, picture, size }: FaceProps) => {
  const box = { width: size, height: size };
  if (picture != null) return <img src={picture} alt="" className={styles.face} style={box} />;
  const colour = colourOf(name);
  return (
    <span
      aria-hidden
      className={styles.face}
      style={{
        ...box,
        fontSize: size * 0.4,
        background: `var(--mantine-color-${colour}-light)`,
        color: `var(--mantine-color-${colour}-light-color)`,
      }}
    >
      {initialsOf(name)}
    </span>
  );
};

/** The first letters of the first two words, or of the only one. */
const initialsOf = (name: string): string => {
  const [first = '', second] = name.trim().split(/\s+/u);
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]];
  return letters.join('').toLocaleUpperCase();
};

/** Always the same for a name. */
const colourOf = (name: string): string | undefined => {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return COLOURS[sum % COLOURS.length];
};
