import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import styles from './pick.module.css';

interface PickTargetProps extends ComponentPropsWithRef<'button'> {
  /** What is chosen here, and what is chosen now: what the button is called. */
  readonly label: string;
  readonly chosen: string;
  /** Whether it stands in a form, and so shows its bounds. */
  readonly isBoxed?: boolean | undefined;
  /** What commands find it by. */
  readonly property?: string | undefined;
}

/** What shows the choice, and opens the list when it is pressed. */
export const PickTarget = ({
  label,
  chosen,
  isBoxed = false,
  property,
  children,
  color: _,
  ...props
}: PickTargetProps) => (
  <UnstyledButton
    {...props}
    data-property={property}
    type="button"
    className={isBoxed ? `${styles.target} ${styles.boxed}` : styles.target}
    aria-label={`${label}: ${chosen}`}
  >
    {children}
  </UnstyledButton>
);
