import { Group, Stack, Text } from '@mantine/core';
import type { CSSProperties, ReactNode, Ref } from 'react';
import styles from './things.module.css';

interface ThingsProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Some things of one kind, one under the other. */
export const Things = ({ label, children }: ThingsProps) => (
  <ul className={styles.things} aria-label={label}>
    {children}
  </ul>
);

interface ThingProps {
  readonly title: ReactNode;
  /** What is known of it beside its name. */
  readonly details?: ReactNode;
  /** What stands before it, for example a handle. */
  readonly before?: ReactNode;
  /** What can be done with it. */
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLLIElement>;
  readonly style?: CSSProperties | undefined;
  readonly className?: string | undefined;
}

/** One of them, with what can be done with it. */
export const Thing = ({ title, details, before, children, ref, style, className = '' }: ThingProps) => (
  <li ref={ref} style={style} className={`${styles.thing} ${className}`}>
    {before}
    <Stack gap={2} className={styles.words}>
      <Group gap={6} className={styles.title}>
        {title}
      </Group>
      {details !== undefined && (
        <Text size="xs" c="dimmed" component="div">
          {details}
        </Text>
      )}
    </Stack>
    <Group gap={4} className={styles.actions}>
      {children}
    </Group>
  </li>
);
