import { isRefused, type Refused, refuse } from '../../../imports/clean/refuse.ts';
import type { MappedRow } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import type { dateReader } from '../../staff/parse/cells.ts';
import type { MeetingKey, PrecepteeEntry } from '../entries.ts';

type Cells = Readonly<Record<string, CellValue>>;

const meetingFields: readonly (readonly [MeetingKey, string])[] = [
  ['start', 'initialMeeting'],
  ['3m', 'threeMonthMeeting'],
  ['6m', 'sixMonthMeeting'],
  ['9m', 'nineMonthMeeting'],
  ['completion', 'completionMeeting'],
];
const ownFields = ['preceptorNamedOn', 'pauseStart', 'pauseEnd', 'extendedTo', 'signedOff'] as const;

export const dateFields: readonly string[] = ['start', ...ownFields, ...meetingFields.map(([, field]) => field)];

type Dates = Pick<PrecepteeEntry, 'start' | 'meetings' | (typeof ownFields)[number]>;

/** The dates of a row; one that is no date, or comes before the one that it follows, refuses the row. */
export function readDates(row: MappedRow, cells: Cells, dateOf: ReturnType<typeof dateReader>): Dates | Refused {
  const start = dateOf(row, 'start', cells['start'] ?? null, true);
  if (isRefused(start)) return start;
  const dates: Partial<Record<string, string>> = {};
  for (const field of dateFields) {
    const date = dateOf(row, field, cells[field] ?? null, false);
    if (isRefused(date)) return date;
    if (date !== null) dates[field] = date;
  }
  const own = Object.fromEntries(ownFields.map((field) => [field, dates[field] ?? null])) as Pick<
    PrecepteeEntry,
    (typeof ownFields)[number]
  >;
  const held = meetingFields.flatMap(([key, field]) =>
    dates[field] === undefined ? [] : [[key, dates[field]] as const],
  );
  return checkOrder(row, start, own, cells) ?? { start, ...own, meetings: Object.fromEntries(held) };
}

function checkOrder(
  row: MappedRow,
  start: string,
  { pauseStart, pauseEnd, extendedTo, signedOff }: Pick<PrecepteeEntry, (typeof ownFields)[number]>,
  cells: Cells,
): Refused | undefined {
  if (pauseEnd !== null && pauseStart === null) {
    return refuse(
      row,
      'date_invalid',
      'pauseStart',
      null,
      'the first day of the pause',
      '. The pause has an end, but no start.',
    );
  }
  const pairs = [
    ['pauseEnd', pauseEnd, pauseStart ?? start],
    ['extendedTo', extendedTo, start],
    ['signedOff', signedOff, start],
  ] as const;
  for (const [field, date, from] of pairs) {
    if (date === null || date >= from) continue;
    return refuse(
      row,
      'end_before_start',
      field,
      cells[field] ?? null,
      `a day on or after ${from}`,
      `is before ${from}.`,
    );
  }
  return undefined;
}
