import { useTranslation } from 'react-i18next';
import { fullTime, relativeTime } from './times.ts';
import { useMinute } from './use-minute.ts';
import { usePrinting } from './use-printing.ts';

/** A moment as people speak of it, with the exact time for those who look closer: only then is it written, and on paper, which nobody reads at once. */
export const When = ({ at }: { readonly at: string }) => {
  const { i18n } = useTranslation();
  useMinute();
  const isPrinting = usePrinting();
  return (
    <time
      dateTime={at}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = fullTime(at, i18n.language);
      }}
    >
      {isPrinting ? fullTime(at, i18n.language) : relativeTime(at, i18n.language)}
    </time>
  );
};
