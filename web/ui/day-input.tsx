import 'dayjs/locale/ar.js';
import 'dayjs/locale/de.js';
import 'dayjs/locale/es.js';
import { DateInput, type DateInputProps, DatePicker, type DatePickerProps, DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './day-input.module.css';
import { weekOf } from './week.ts';

/** A field for a day, with a calendar in the language of the page. */
export const DayInput = (props: DateInputProps) => (
  <Calendars>
    <DateInput {...looks} ariaLabels={useSteps()} {...props} />
  </Calendars>
);

/** A calendar in the language of the page, to choose a day from. */
export const DayPicker = (props: DatePickerProps) => (
  <Calendars>
    <DatePicker {...looks} ariaLabels={useSteps()} {...props} />
  </Calendars>
);

/** Days of other months are not shown: in grey they could hardly be read. */
const looks = { hideOutsideDates: true, classNames: { day: styles.day ?? '' } };

/** What the arrows beside a month, a year and a decade are called. */
const useSteps = (): NonNullable<DateInputProps['ariaLabels']> => {
  const { t } = useTranslation();
  const [earlier, later] = [t('pick.earlier'), t('pick.later')];
  return {
    ...{ previousMonth: earlier, previousYear: earlier, previousDecade: earlier },
    ...{ nextMonth: later, nextYear: later, nextDecade: later },
  };
};

const Calendars = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useTranslation();
  return <DatesProvider settings={{ locale: i18n.language, ...weekOf(i18n.language) }}>{children}</DatesProvider>;
};
