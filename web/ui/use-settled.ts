import { useDebouncedValue } from '@mantine/hooks';

/** How long to wait for more letters, in milliseconds: shorter than a pause, longer than from one letter to the next. */
const TYPING_MS = 150;

/** What was typed, without spaces around it, as soon as somebody stops typing: for what the server has to look up. */
export const useSettled = (typed: string): string => {
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  return settled;
};
