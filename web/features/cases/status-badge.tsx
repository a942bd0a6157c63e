import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import styles from './status-badge.module.css';
import { inkOf, type StatusColor, tintOf } from './status-colors.ts';

interface StatusBadgeProps {
  readonly status: {
    readonly name: string;
    readonly isClosed: boolean;
    /** Without one, it follows from whether it is closed. */
    readonly color?: StatusColor | undefined;
  };
}

/** A status, with a sign for whether it is a closed one, so that colour alone says nothing. */
export const StatusBadge = ({ status: { name, isClosed, color } }: StatusBadgeProps) => {
  const Sign = isClosed ? IconCircleCheckFilled : IconCircle;
  return (
    <span
      className={styles.badge}
      data-closed={isClosed || undefined}
      style={color == null ? undefined : { background: tintOf(color), color: inkOf(color) }}
    >
      <Sign size={12} aria-hidden />
      <span dir="auto" className={styles.name}>
        {name}
      </span>
    </span>
  );
};
