/** What a chart is drawn from: a column of names, and columns of numbers. */
export interface Figures {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
}

/** Programs for tables take what begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The figures as a file that programs for tables read. Source: RFC 4180. */
export const csvOf = ({ columns, rows }: Figures): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
