import 'dayjs/locale/ar.js';
import 'dayjs/locale/de.js';
import 'dayjs/locale/es.js';
import { DateInput, type DateInputProps, DatePicker, type DatePickerProps, DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { weekOf } from './week.ts';

/** A field for a day, with a calendar in the language of the page. */
export const DayInput = (props: DateInputProps) => (
  <Calendars>
    <DateInput {...props} />
  </Calendars>
);

/** A calendar in the language of the page, to choose a day from. */
export const DayPicker = (props: DatePickerProps) => (
  <Calendars>
    <DatePicker {...props} />
  </Calendars>
);

const Calendars = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useTranslation();
  return <DatesProvider settings={{ locale: i18n.language, ...weekOf(i18n.language) }}>{children}</DatesProvider>;
};
