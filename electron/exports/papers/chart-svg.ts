import type { PaperChart } from '../../contract/papers.ts';
import { lookOf, type SeriesLook, valueInWords } from './chart-look.ts';
import { type ChartScale, chartScale } from './chart-scale.ts';

const INK = '#212b32';
const QUIET = '#425563';
const LINE = '#d8dde0';
/** Drawn for a page of A4; the units are points there. */
export const chartSize = { width: 500, height: 240 };
const LETTER = 4.6;
const TEXT = 9;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The chart as an SVG picture of 500 by 240, drawn of lines, rectangles and text alone, which every program shows: values
 * on the bars, names at the ends of the lines.
 */
export function chartSvg(chart: PaperChart): string {
  const scale = chartScale(chart);
  const { width, height } = chartSize;
  const ends = chart.series.map(({ name }) => name.length * LETTER + 14);
  const right = chart.type === 'line' ? Math.min(150, Math.max(...ends)) : 6;
  const left = 40;
  const names = namesBelow(chart, (width - right - left) / chart.categories.length);
  const below = 8 + 11 * Math.max(2, ...names.map((rows) => rows.length));
  const frame = { left, right: width - right, top: chart.type === 'bar' ? 34 : 20, bottom: height - below };
  const parts = [
    text(0, 10, chart.unit, { colour: QUIET }),
    ...grid(scale, frame, chart.decimals),
    ...names.flatMap((rows, index) =>
      rows.map((part, line) =>
        text(xOf(index, names.length, frame), frame.bottom + 13 + line * 11, part, { anchor: 'middle' }),
      ),
    ),
    ...(chart.type === 'bar' ? bars(chart, scale, frame) : lines(chart, scale, frame)),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="Roboto, Arial, sans-serif" role="img" aria-label="${escaped(chart.description)}">` +
    `<title>${escaped(chart.title)}</title>${parts.join('')}</svg>`
  );
}

function grid(scale: ChartScale, frame: Frame, decimals: number): string[] {
  const places = scale.step >= 1 && Number.isInteger(scale.step) ? 0 : Math.max(1, decimals);
  return scale.marks.flatMap((mark) => {
    const y = yOf(mark, scale, frame);
    const colour = mark === Math.max(0, scale.lowest) ? QUIET : LINE;
    return [
      `<line x1="${frame.left}" y1="${at(y)}" x2="${frame.right}" y2="${at(y)}" stroke="${colour}" stroke-width="0.75"/>`,
      text(frame.left - 5, y + 3, valueInWords(mark, places), { anchor: 'end', colour: QUIET }),
    ];
  });
}

/** Names below the axis, on several lines where they are long; of a line chart every second one where they are many. */
function namesBelow({ type, categories }: PaperChart, room: number): string[][] {
  const names = categories.map((name) => wrapped(name, room));
  const longest = Math.max(...names.flat().map((part) => part.length));
  // A line goes on between its names; a bar without one says nothing.
  const every = type === 'bar' ? 1 : Math.max(1, Math.ceil((longest * LETTER + 4) / room));
  return names.map((rows, index) => (index % every === 0 ? rows : []));
}

/** A name in lines that fit the room, broken at spaces and after slashes. */
function wrapped(name: string, room: number): string[] {
  const rows: string[] = [];
  for (const word of name.split(/(?<=\/)| /)) {
    const last = rows[rows.length - 1];
    const longer = last?.endsWith('/') ? last + word : `${last} ${word}`;
    if (last !== undefined && longer.length * LETTER + 4 <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

function bars({ series, categories, decimals }: PaperChart, scale: ChartScale, frame: Frame): string[] {
  const room = (frame.right - frame.left) / categories.length;
  const width = Math.min(34, (room * 0.82) / series.length);
  const zero = yOf(Math.max(0, scale.lowest), scale, frame);
  let before = 40;
  const keys = series.flatMap(({ name, tone }, index) => {
    const x = before;
    before += name.length * LETTER + 26;
    return [
      `<rect x="${at(x)}" y="14" width="9" height="9" fill="${lookOf(index, { tone }).colour}" stroke="${INK}" stroke-width="0.5"/>`,
      text(x + 13, 22, name),
    ];
  });
  const drawn = series.flatMap(({ values, tone }, index) =>
    categories.flatMap((_, category) => {
      const value = values[category] ?? null;
      if (value === null) return [];
      const x = xOf(category, categories.length, frame) + (index - series.length / 2) * width;
      const y = yOf(value, scale, frame);
      const said = valueInWords(value, decimals);
      const size = Math.min(8, (width * 8) / (said.length * 4.4));
      return [
        `<rect x="${at(x)}" y="${at(Math.min(y, zero))}" width="${at(width - 1.5)}" height="${at(Math.abs(zero - y))}" ` +
          `fill="${lookOf(index, { tone }).colour}" stroke="${INK}" stroke-width="0.5"/>`,
        ...(size < 5
          ? []
          : [text(x + width / 2 - 0.75, Math.min(y, zero) - 3, said, { anchor: 'middle', size: at(size) })]),
      ];
    }),
  );
  return [...keys, ...drawn];
}

function lines(chart: PaperChart, scale: ChartScale, frame: Frame): string[] {
  const { series, categories, decimals } = chart;
  const ends = endsOf(chart, scale, frame);
  return series.flatMap(({ name, values, tone }, index) => {
    const look = lookOf(index, { tone });
    const points = values.map((value, category) =>
      value === null ? null : { x: xOf(category, categories.length, frame), y: yOf(value, scale, frame), value },
    );
    const known = points.filter((point) => point !== null);
    const last = known[known.length - 1];
    // Where there is one line and room, each point says its value.
    const said =
      series.length === 1 && categories.length <= 12
        ? known.map(({ x, y, value }) => text(x, y - 6, valueInWords(value, decimals), { anchor: 'middle', size: 8 }))
        : [];
    return [
      ...runsOf(points).map(
        (run) =>
          `<polyline points="${run.map(({ x, y }) => `${at(x)},${at(y)}`).join(' ')}" fill="none" stroke="${look.colour}" ` +
          `stroke-width="2"${look.dash === '' ? '' : ` stroke-dasharray="${look.dash}"`}/>`,
      ),
      ...known.map(({ x, y }) => pointMark(look, x, y)),
      ...said,
      ...(last ? [text(frame.right + 8, (ends[index] ?? last.y) + 3, name)] : []),
    ];
  });
}

/** Where the names at the ends of the lines stand: beside their last points, moved apart where they would touch. */
function endsOf({ series }: PaperChart, scale: ChartScale, frame: Frame): number[] {
  const last = series.map(({ values }, index) => {
    const value = values.filter((one) => one !== null).pop();
    return { index, y: value === undefined ? frame.bottom : yOf(value, scale, frame) };
  });
  const ends: number[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const { index, y } of last.sort((one, other) => one.y - other.y)) {
    above = Math.max(y, above + 11);
    ends[index] = above;
  }
  return ends;
}

function runsOf<Point>(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let open = false;
  for (const point of points) {
    if (point === null) open = false;
    else if (open) runs[runs.length - 1]?.push(point);
    else {
      runs.push([point]);
      open = true;
    }
  }
  return runs;
}

function pointMark({ colour, mark: shape }: SeriesLook, x: number, y: number): string {
  const drawn = `fill="${colour}" stroke="${INK}" stroke-width="0.5"`;
  if (shape === 'circle') return `<circle cx="${at(x)}" cy="${at(y)}" r="3" ${drawn}/>`;
  if (shape === 'square') return `<rect x="${at(x - 2.8)}" y="${at(y - 2.8)}" width="5.6" height="5.6" ${drawn}/>`;
  const corners =
    shape === 'diamond' ? [x, y - 4, x + 4, y, x, y + 4, x - 4, y] : [x, y - 3.8, x + 3.6, y + 2.8, x - 3.6, y + 2.8];
  return `<polygon points="${corners.map(at).join(' ')}" ${drawn}/>`;
}

const xOf = (index: number, count: number, { left, right }: Frame) => left + ((index + 0.5) * (right - left)) / count;
const yOf = (value: number, { lowest, highest }: ChartScale, { top, bottom }: Frame) =>
  bottom - ((value - lowest) * (bottom - top)) / (highest - lowest);
const at = (value: number) => Math.round(value * 100) / 100;

interface TextLook {
  readonly anchor?: 'middle' | 'end';
  readonly colour?: string;
  readonly size?: number;
}

function text(x: number, y: number, words: string, { anchor, colour = INK, size = TEXT }: TextLook = {}): string {
  const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${at(x)}" y="${at(y)}" font-size="${size}" fill="${colour}"${anchored}>${escaped(words)}</text>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string) => words.replace(/[&<>"]/g, (letter) => marks[letter] ?? letter);
