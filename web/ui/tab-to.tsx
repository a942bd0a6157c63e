import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import styles from './tab-to.module.css';

/** One of several pages side by side; the router knows whether it is the one that is open. */
export const TabTo = createLink((props: ComponentPropsWithRef<'a'>) => <a {...props} className={styles.tab} />);
