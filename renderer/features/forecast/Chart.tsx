import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisOf } from '../../components/axis.ts';
import { decimal } from '../../components/numbers.ts';
import { monthText } from './words.ts';

type Value = number | [number, number] | null;
export type ChartRow = { month: string } & Record<string, Value | string>;

/** How a line is drawn: told apart by its dashes as well as by its colour. */
const styles = {
  main: { stroke: 'var(--series-1)', strokeWidth: 3, strokeDasharray: undefined, step: false },
  quiet: { stroke: 'var(--series-5)', strokeWidth: 1.5, strokeDasharray: '2 3', step: false },
  funded: { stroke: 'var(--text)', strokeWidth: 2, strokeDasharray: '8 4', step: true },
  required: { stroke: 'var(--series-2)', strokeWidth: 2, strokeDasharray: '3 3', step: true },
  second: { stroke: 'var(--series-8)', strokeWidth: 2.5, strokeDasharray: '10 3', step: false },
  third: { stroke: 'var(--series-4)', strokeWidth: 2.5, strokeDasharray: '6 3 2 3', step: false },
  fourth: { stroke: 'var(--series-2)', strokeWidth: 2.5, strokeDasharray: '4 2', step: false },
  fifth: { stroke: 'var(--series-6)', strokeWidth: 2.5, strokeDasharray: '1 3', step: false },
  sixth: { stroke: 'var(--series-7)', strokeWidth: 2.5, strokeDasharray: '12 3 2 3 2 3', step: false },
} as const;
export type LineStyle = keyof typeof styles;
export interface ChartLine {
  key: string;
  name: string;
  style: LineStyle;
}

interface ChartProps {
  /** What the chart shows, for who does not see it. */
  label: string;
  rows: ChartRow[];
  lines: ChartLine[];
}

const HEIGHT = 250;
const MARGIN = { top: 12, bottom: 4, left: 4 };
/** Pixels of a letter in the names of lines. */
const LETTER = 7.4;
const AXIS = 28;
/** Pixels between two labels at the ends of lines. */
const APART = 15;

/** Lines by month, each named at its end, with the range of ordinary variation shaded where the rows have one. */
export default function Chart({ label, rows, lines }: ChartProps) {
  const shown = lines.filter(({ key }) => rows.some((row) => typeof row[key] === 'number'));
  const values = rows.flatMap((row) => [
    ...shown.flatMap(({ key }) => (typeof row[key] === 'number' ? [row[key]] : [])),
    ...(Array.isArray(row['range']) ? (row['range'] as number[]) : []),
  ]);
  const { from, to, ticks } = axisOf(values, 5, 1);
  const places = labelPlaces(shown, rows, from, to);
  const last = rows.length - 1;
  const nameAt = ({ key, name }: ChartLine) => `${name} ${twoPlaces(rows[last]?.[key])}`;
  const right = 12 + LETTER * Math.max(0, ...shown.map((line) => nameAt(line).length));
  const months = rows.map(({ month }) => month).filter((_, index) => index % Math.ceil(rows.length / 9) === 0);
  return (
    <div className="forecast-line" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart data={rows} margin={{ ...MARGIN, right }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--grid)" vertical={false} />
          <XAxis
            dataKey="month"
            ticks={months}
            tickFormatter={(month: string) => monthText(month, true)}
            tick={{ fontSize: 12, fill: 'var(--text-quiet)' }}
            height={AXIS}
            interval={0}
          />
          <YAxis
            domain={[from, to]}
            ticks={[...ticks]}
            tick={{ fontSize: 12, fill: 'var(--text-quiet)' }}
            width={44}
            allowDataOverflow
          />
          <Tooltip
            labelFormatter={(month) => monthText(String(month))}
            formatter={(value) => (Array.isArray(value) ? value.map(twoPlaces).join(' to ') : twoPlaces(value))}
            isAnimationActive={false}
          />
          <Area
            dataKey="range"
            name="Range"
            fill="var(--series-1)"
            fillOpacity={0.14}
            stroke="none"
            isAnimationActive={false}
            activeDot={false}
          />
          {shown.map(({ key, name, style }) => {
            const { step: isStep, ...stroke } = styles[style];
            return (
              <Line
                key={key}
                dataKey={key}
                name={name}
                type={isStep ? 'stepAfter' : 'linear'}
                dot={false}
                isAnimationActive={false}
                {...stroke}
              />
            );
          })}
        </ComposedChart>
      </ResponsiveContainer>
      {shown.map((line) => (
        <span
          key={line.key}
          className="forecast-line__name"
          style={{ top: places.get(line.key), left: `calc(100% - ${right - 8}px)`, color: styles[line.style].stroke }}
        >
          {nameAt(line)}
        </span>
      ))}
    </div>
  );
}

const twoPlaces = (value: unknown) => (typeof value === 'number' ? decimal(value, 2) : '');

/** Where each line's name stands: at its end, moved apart where two would overlap. */
function labelPlaces(lines: readonly ChartLine[], rows: readonly ChartRow[], from: number, to: number) {
  const height = HEIGHT - MARGIN.top - MARGIN.bottom - AXIS;
  const ends = lines
    .map(({ key }) => ({ key, value: Number(rows[rows.length - 1]?.[key] ?? from) }))
    .map(({ key, value }) => ({ key, y: MARGIN.top + height * (1 - (value - from) / Math.max(1e-9, to - from)) }))
    .sort((one, other) => one.y - other.y);
  for (const [index, end] of ends.entries()) {
    const before = ends[index - 1];
    if (before && end.y - before.y < APART) end.y = before.y + APART;
  }
  return new Map(ends.map(({ key, y }) => [key, y]));
}
