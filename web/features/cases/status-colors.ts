import type { Status } from '../../../src/client/index.ts';

/** The colour of a status; null for the one that follows from what it means. */
export type StatusColor = Status['color'];

/** One colour in light and in dark. */
interface Look {
  readonly light: string;
  readonly dark: string;
}

/**
 * What is written in a colour, dark on light and light on dark: 4.5 to 1 on its own tint, and 3 to 1 as a sign on
 * everything that a page has behind it.
 */
export const inks = {
  gray: { light: '#495057', dark: '#c9cdd2' },
  red: { light: '#a61e1e', dark: '#ffa8a8' },
  orange: { light: '#8f3b00', dark: '#ffc078' },
  yellow: { light: '#6b5200', dark: '#ffe066' },
  green: { light: '#1d6b2b', dark: '#8ce99a' },
  teal: { light: '#0b6560', dark: '#63e6be' },
  blue: { light: '#1558a6', dark: '#a5d8ff' },
  indigo: { light: '#3b44b5', dark: '#bac8ff' },
  violet: { light: '#5b35b0', dark: '#d0bfff' },
  pink: { light: '#9c1f5b', dark: '#fcc2d7' },
} as const satisfies Readonly<Record<NonNullable<StatusColor>, Look>>;

export const statusColors = Object.keys(inks) as readonly NonNullable<StatusColor>[];

/** How much of the ink is in its tint, in hundredths, and what the rest of it is. */
export const tints = { light: { percent: 12, base: '#ffffff' }, dark: { percent: 20, base: '#1f1f1f' } } as const;

/** What is written or drawn in the colour, as CSS. */
export const inkOf = (color: NonNullable<StatusColor>): string =>
  `light-dark(${inks[color].light}, ${inks[color].dark})`;

/** What is behind that, as CSS. */
export const tintOf = (color: NonNullable<StatusColor>): string =>
  `light-dark(${mixed(color, 'light')}, ${mixed(color, 'dark')})`;

const mixed = (color: NonNullable<StatusColor>, scheme: keyof Look): string =>
  `color-mix(in srgb, ${inks[color][scheme]} ${tints[scheme].percent}%, ${tints[scheme].base})`;
