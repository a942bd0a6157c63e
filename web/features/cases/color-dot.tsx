import { inkOf, type StatusColor } from './status-colors.ts';

/** The colour of a status as a sign beside its name; nothing for the usual one. */
export const ColorDot = ({ color }: { readonly color: StatusColor | undefined }) =>
  color == null ? null : (
    <span
      aria-hidden
      style={{
        flex: 'none',
        display: 'inline-block',
        width: 9,
        height: 9,
        borderRadius: '50%',
        background: inkOf(color),
      }}
    />
  );
