import { Select, type SelectProps } from '@mantine/core';

/** More than this are not shown at once: one types to find the rest. */
const SHOWN = 80;

/** One of the time zones that the browser knows, and the one that is set, whatever it is. */
export const TimeZoneSelect = (props: Omit<SelectProps<string>, 'data'>) => {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const data = props.value == null ? known : [...new Set([props.value, ...known])];
  return <Select {...props} data={data} searchable limit={SHOWN} allowDeselect={false} />;
};
