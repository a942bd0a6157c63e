import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { inkOf, type StatusColor } from '../cases/status-colors.ts';

/** How high each bar is with its room, and the axis, in pixels. */
const BAR_HEIGHT = 34;
const AXIS_HEIGHT = 40;
/** How much of a name fits beside its bar; the table has it whole. */
const MOST_LETTERS = 22;

interface Bar {
  readonly name: string;
  readonly count: number;
  /** That of a status which has one. */
  readonly color?: StatusColor | undefined;
}

interface BarsProps {
  readonly items: readonly Bar[];
}

const shortened = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);

interface DrawnBarProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: Bar;
}

/** A bar in the colour of its status. */
const DrawnBar = ({ x, y, width, height, payload }: DrawnBarProps) => {
  const color = payload?.color ?? null;
  return (
    <rect
      {...{ x, y, width, height }}
      style={{ fill: color === null ? 'var(--mantine-color-pine-6)' : inkOf(color) }}
    />
  );
};

/** How many cases of each kind, one bar under the other. What it shows is also said by the table of its card. */
export const Bars = ({ items }: BarsProps) => {
  const { t } = useTranslation();
  return (
    <BarChart
      h={Math.max(2, items.length) * BAR_HEIGHT + AXIS_HEIGHT}
      data={[...items]}
      dataKey="name"
      orientation="vertical"
      series={[{ name: 'count', label: t('reports.cases'), color: 'pine.6' }]}
      yAxisProps={{ width: 150, interval: 0, tickFormatter: shortened }}
      xAxisProps={{ allowDecimals: false }}
      gridAxis="x"
      barProps={{ isAnimationActive: false, maxBarSize: 22, shape: DrawnBar }}
      barChartProps={{ accessibilityLayer: false }}
      aria-hidden
    />
  );
};
