import type { BoardRow } from '#contract';
import { sureWords, stateWords } from './words.ts';

export type Show = 'open' | 'overdue' | 'behind' | 'at_risk' | 'ended' | 'all';
export type GroupBy = 'none' | 'programme' | 'cohort' | 'unit' | 'preceptor' | 'state';

export interface BoardFilter {
  readonly show: Show;
  readonly programme: string;
  readonly unit: string;
  readonly search: string;
  readonly group: GroupBy;
}

export const everything: BoardFilter = { show: 'open', programme: '', unit: '', search: '', group: 'none' };

export const isOpen = ({ state }: BoardRow) => state !== 'signed_off' && state !== 'left';

export const isBehind = ({ hours, state }: BoardRow, today: string) =>
  state !== 'signed_off' && state !== 'left' && hours.behindFrom !== null && hours.behindFrom <= today;

/** Whether a choice has people in it whose programme is over. */
export const hasEnded = (show: Show) => show === 'ended' || show === 'all';

export const shows: Record<Show, { title: string; has: (row: BoardRow, today: string) => boolean }> = {
  open: { title: 'In programme', has: isOpen },
  overdue: { title: 'With something overdue', has: ({ overdue }) => overdue > 0 },
  behind: { title: 'Hours behind', has: isBehind },
  at_risk: { title: 'End at risk or not known', has: ({ sure }) => sure === 'at_risk' || sure === 'unknown' },
  ended: { title: 'Signed off or left', has: (row) => !isOpen(row) },
  all: { title: 'Everybody', has: () => true },
};

export const groupings: Record<GroupBy, { title: string; of: (row: BoardRow) => string }> = {
  none: { title: 'No groups', of: () => '' },
  programme: { title: 'Programme', of: ({ programmeName }) => programmeName },
  cohort: { title: 'Cohort', of: ({ cohort }) => cohort },
  unit: { title: 'Unit', of: ({ unit }) => unit ?? 'No unit' },
  preceptor: { title: 'Preceptor', of: ({ preceptor }) => preceptor ?? 'No preceptor named' },
  state: { title: 'State', of: ({ state }) => stateWords[state].word },
};

export type SortKey = 'name' | 'start' | 'wte' | 'unit' | 'next' | 'progress' | 'hours' | 'end' | 'sure';

export const sortTitles: Record<SortKey, string> = {
  name: 'Preceptee',
  start: 'Start, registration',
  wte: 'WTE',
  unit: 'Unit, preceptor',
  next: 'Next due',
  progress: 'Steps',
  hours: 'Hours given',
  end: 'End',
  sure: 'How sure',
};

export interface Sort {
  readonly key: SortKey;
  readonly down: boolean;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const sureOrder = ['at_risk', 'unknown', 'on_track', 'settled'];

const values: Record<SortKey, (row: BoardRow) => string | number> = {
  name: ({ name }) => name.toLowerCase(),
  start: ({ start }) => start,
  wte: ({ wte }) => wte ?? -1,
  unit: ({ unit, preceptor }) => `${unit ?? '~'} ${preceptor ?? '~'}`.toLowerCase(),
  next: ({ next }) => next?.on ?? '9999',
  progress: ({ done, steps }) => share(done, steps),
  hours: ({ hours }) => (hours.owed === null ? -1 : share(hours.given * hours.owed.denominator, hours.owed.numerator)),
  end: ({ adjustedEnd, leaves, ended }) => ended ?? leaves ?? adjustedEnd ?? '9999',
  sure: ({ sure }) => sureOrder.indexOf(sure),
};

/** A line of the board: a heading of a group, or somebody. */
export type BoardLine =
  | { readonly kind: 'group'; readonly title: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: BoardRow };

export function filteredRows(rows: readonly BoardRow[], filter: BoardFilter, today: string): BoardRow[] {
  const words = filter.search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      shows[filter.show].has(row, today) &&
      (filter.programme === '' || row.programme === filter.programme) &&
      (filter.unit === '' || row.unit === filter.unit) &&
      (words === '' ||
        [row.name, row.person, row.unit, row.preceptor, row.cohort, row.programmeName, sureWords[row.sure].word]
          .join(' ')
          .toLowerCase()
          .includes(words)),
  );
}

/** Rows in order, within their groups in the order of the groups' names; cohorts and starts by their first start. */
export function boardLines(rows: readonly BoardRow[], group: GroupBy, sort: Sort): BoardLine[] {
  const of = values[sort.key];
  const keyed = rows.map((row) => ({ row, value: of(row) }));
  keyed.sort((one, other) => {
    const order = one.value < other.value ? -1 : one.value > other.value ? 1 : one.row.name < other.row.name ? -1 : 1;
    return sort.down ? -order : order;
  });
  const sorted = keyed.map(({ row }) => row);
  if (group === 'none') return sorted.map((row) => ({ kind: 'row', row }));
  const groups = new Map<string, BoardRow[]>();
  for (const row of sorted) {
    const title = groupings[group].of(row);
    const own = groups.get(title);
    if (own) own.push(row);
    else groups.set(title, [row]);
  }
  const first = (own: readonly BoardRow[]) => own.reduce((least, { start }) => (start < least ? start : least), '9999');
  const ordered = [...groups].sort(([one, ones], [other, others]) => {
    if (group === 'cohort') return first(ones) < first(others) ? 1 : -1;
    return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
  });
  return ordered.flatMap(([title, own]): BoardLine[] => [
    { kind: 'group', title, count: own.length },
    ...own.map((row): BoardLine => ({ kind: 'row', row })),
  ]);
}
