import type { BoardRow, ExportTable, PreceptorshipBoard, TableValue } from '#contract';
import { dateText } from '../../components/numbers.ts';
import type { BoardLine, SortKey } from './board-rows.ts';
import { definitions, originWords, rotationsText, stateWords, sureWords } from './words.ts';

type Export = { heading: string; kind: ExportTable['columns'][number]['kind']; of: (row: BoardRow) => TableValue };

const minutes = (rate: { numerator: number; denominator: number } | null) =>
  rate === null ? null : rate.numerator / rate.denominator;

/** Of each column of the board what a file has of it. */
const columnsOf: Record<SortKey, readonly Export[]> = {
  name: [
    { heading: 'Preceptee', kind: 'text', of: ({ name }) => name },
    { heading: 'Employee number', kind: 'text', of: ({ person }) => person },
    { heading: 'Programme', kind: 'text', of: ({ programmeName }) => programmeName },
    { heading: 'Cohort', kind: 'text', of: ({ cohort }) => cohort },
  ],
  start: [
    { heading: 'Start', kind: 'date', of: ({ start }) => start },
    { heading: 'Registration', kind: 'date', of: ({ registered }) => registered },
    { heading: 'Clock from', kind: 'date', of: ({ clock }) => clock },
  ],
  wte: [{ heading: 'WTE', kind: 'wte', of: ({ wte }) => wte }],
  unit: [
    { heading: 'Unit', kind: 'text', of: ({ unit }) => unit },
    { heading: 'Rotations', kind: 'long_text', of: rotationsText },
    { heading: 'Preceptor', kind: 'text', of: ({ preceptor }) => preceptor },
  ],
  next: [
    { heading: 'State', kind: 'text', of: ({ state }) => stateWords[state].word },
    { heading: 'Next due', kind: 'text', of: ({ next }) => next?.what ?? null },
    { heading: 'on', kind: 'date', of: ({ next }) => next?.on ?? null },
  ],
  progress: [
    { heading: 'Steps done', kind: 'count', of: ({ done }) => done },
    { heading: 'of', kind: 'count', of: ({ steps }) => steps },
  ],
  hours: [
    { heading: 'Supernumerary given', kind: 'minutes', of: ({ hours }) => hours.given },
    { heading: 'booked', kind: 'minutes', of: ({ hours }) => hours.booked },
    { heading: 'owed', kind: 'minutes', of: ({ hours }) => minutes(hours.owed) },
    { heading: 'Behind from', kind: 'date', of: ({ hours }) => hours.behindFrom },
  ],
  end: [
    { heading: 'Planned end', kind: 'date', of: ({ plannedEnd }) => plannedEnd },
    { heading: 'Adjusted end', kind: 'date', of: ({ adjustedEnd }) => adjustedEnd },
    { heading: 'Ended', kind: 'date', of: ({ ended }) => ended },
  ],
  sure: [
    { heading: 'How sure', kind: 'text', of: ({ sure }) => sureWords[sure].word },
    { heading: 'Why', kind: 'long_text', of: ({ because, remarks }) => [...because, ...remarks].join('; ') },
    { heading: 'From', kind: 'text', of: ({ origin }) => originWords[origin] },
  ],
};

/** The preceptees in view as a workbook: the columns and groups of the board as it stands. */
export function boardExport(
  board: PreceptorshipBoard,
  lines: readonly BoardLine[],
  shown: readonly { readonly key: SortKey }[],
  trust: string,
): ExportTable {
  const columns = shown.flatMap(({ key }) => columnsOf[key]);
  const people = lines.filter(({ kind }) => kind === 'row').length;
  return {
    title: `Preceptorship of ${trust}`.slice(0, 200),
    subtitle: `${people} of ${board.people} preceptees on ${dateText(board.on)}`,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: lines.map((line) =>
      line.kind === 'row'
        ? { kind: 'row', values: columns.map(({ of }) => of(line.row)) }
        : { kind: 'group', values: columns.map((_, at) => (at === 0 ? `${line.title} (${line.count})` : null)) },
    ),
    definitions,
  };
}
