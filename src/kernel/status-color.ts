/** The colours that a status can have, by name: how each looks, in light and in dark, is a matter of who shows it. */
export const statusColors = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const;
export type StatusColor = (typeof statusColors)[number];
