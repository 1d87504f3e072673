import type { CellProblemShown, Preview, ProblemGroup } from '#contract';
import { textKey } from './clean/text.ts';
import type { ImportFormat } from './formats.ts';
import type { JudgedRow } from './read-rows.ts';
import { columnLetter } from './recognise/columns.ts';
import type { Understood } from './understand.ts';

/** A word of the file that no set knows: the row was taken, on an assumption that an answer can put right. */
const unknownWord = 'code_word_unknown';
/** No other value of a cell would make these rows right. */
const beyondMending: ReadonlySet<string> = new Set(['duplicate_row']);

function isProblem({ outcome, reason }: JudgedRow): boolean {
  return outcome === 'refused' || reason === unknownWord;
}

/** What a problem shares with those that the same answer mends. */
function groupKey({ reason, field, read }: JudgedRow): string {
  return JSON.stringify(beyondMending.has(reason) ? [reason] : [reason, field, textKey(read ?? '')]);
}

/** What is needed of a reading to tell its problems. */
interface Told {
  readonly reading: Pick<Understood['reading'], 'format'>;
  readonly columns: Understood['columns'];
}

/** The problems of a reading, those of the most rows first. */
export function groupProblems(rows: readonly JudgedRow[], understood: Told): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const row of rows) {
    if (!isProblem(row)) continue;
    const key = groupKey(row);
    const known = groups.get(key);
    if (known) groups.set(key, { ...known, count: known.count + 1 });
    else groups.set(key, newGroup(key, row, understood));
  }
  return [...groups.values()].sort((one, other) => other.count - one.count || one.firstRow - other.firstRow);
}

function newGroup(key: string, row: JudgedRow, { reading, columns }: Told): ProblemGroup {
  const field = row.field ?? '';
  return {
    key,
    outcome: row.outcome === 'refused' ? 'refused' : 'accepted',
    reason: row.reason,
    field,
    column: columns.headings.get(field) ?? field,
    read: row.read ?? '',
    expected: row.expected ?? 'a word that we know',
    message: row.message ?? '',
    count: 1,
    firstRow: row.row,
    ...mendOf(row, reading.format),
  };
}

function mendOf({ reason, field, read, cells }: JudgedRow, format: ImportFormat): Pick<ProblemGroup, 'mend' | 'words'> {
  if (beyondMending.has(reason) || cells.length === 0) return { mend: 'none', words: null };
  const words = field === 'unit' ? 'unit' : format.fields[field ?? '']?.words;
  const isWord = words !== undefined && read !== '' && read !== '(empty)' && /_unknown$|_unknown_|word/.test(reason);
  return { mend: isWord ? 'word' : 'cell', words: words ?? null };
}

/** The rows of one group, or all problems, in the order of the file. */
export function problemRows(rows: readonly JudgedRow[], group: string | null): JudgedRow[] {
  return rows
    .filter((row) => isProblem(row) && (group === null || groupKey(row) === group))
    .sort((a, b) => a.row - b.row);
}

/** A refused row as the command line prints it. */
export function shownProblem(row: JudgedRow, { reading, columns }: Understood): CellProblemShown {
  const place = columns.places.get(row.field ?? '');
  return {
    sheet: reading.sheet.name,
    row: row.row,
    column:
      place === undefined
        ? (columns.headings.get(row.field ?? '') ?? '')
        : reading.columns[place]?.heading || columnLetter(place),
    read: row.read ?? '',
    expected: row.expected ?? '',
    message: row.message ?? '',
  };
}

/** How many rows a list of row numbers names at the most. */
const listed = 200;

export function warningsByCode(rows: readonly JudgedRow[]): Preview['warnings'] {
  return byReason(rows.filter(({ outcome }) => outcome === 'accepted')).map(({ reason, message, rows: numbers }) => ({
    code: reason,
    message,
    count: numbers.length,
    rows: numbers.slice(0, listed),
  }));
}

export function ignoredByReason(rows: readonly JudgedRow[]): Preview['ignoredRows'] {
  return byReason(rows.filter(({ outcome }) => outcome === 'ignored')).map(({ reason, rows: numbers }) => ({
    reason,
    count: numbers.length,
    rows: numbers.slice(0, listed),
  }));
}

/** Rows by reason or code, each row once, in order; the message is that of the first. */
export function byReason(rows: readonly JudgedRow[]): { reason: string; message: string; rows: number[] }[] {
  const found = new Map<string, { message: string; rows: Set<number> }>();
  for (const { reason, message, row } of rows) {
    const known = found.get(reason);
    if (known) known.rows.add(row);
    else found.set(reason, { message: message ?? '', rows: new Set([row]) });
  }
  return [...found].map(([reason, { message, rows: numbers }]) => ({
    reason,
    message,
    rows: [...numbers].sort((one, other) => one - other),
  }));
}
