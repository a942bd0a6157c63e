import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of the product, from nearly white to nearly black. */
const pine: MantineColorsTuple = [
  '#edf7f4',
  '#dcece7',
  '#b5d8ce',
  '#8bc4b4',
  '#69b39e',
  '#53a990',
  '#46a488',
  '#368f75',
  '#2a7f68',
  '#156e58',
];

/** The looks of everything: calm, dense, with the fonts of the system. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 9, dark: 8 },
  colors: { pine },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.84rem', md: '0.94rem', lg: '1.1rem', xl: '1.3rem' },
  headings: { fontWeight: '620' },
  // Its first item has the focus: what Mantine would put there instead is no part that a menu may have.
  components: { Menu: { defaultProps: { withInitialFocusPlaceholder: false } } },
});

/** What is said quietly can still be read by everybody: 4.5 to 1 also on what is hovered and chosen. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#575d63',
    '--mantine-color-placeholder': '#62686e',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#b1b4ba',
    '--mantine-color-placeholder': '#a0a3a9',
    '--mantine-color-error': '#ff8787',
  },
});
