import {
  type JudgedDifference,
  type ReturnDocument,
  returnDocument,
  statusWords,
  type TypedDifference,
} from '../../../contract/index.ts';
import { dateOfDayNumber, dayNumber, isDate } from '../../../core/dates.ts';

export type SheetValue = string | number | null;
/** A sheet from its headings down; the headings are the first row. */
export type SheetRows = readonly (readonly SheetValue[])[];

type Kind = 'text' | 'status' | 'date' | 'wte' | 'minutes' | 'number' | 'measured';
type Value = string | number | null;

interface Readable {
  /** Path of the list whose items are the rows, one for one. */
  readonly list: readonly (string | number)[];
  /** Columns that name a row: a row in which one of them differs is another row. */
  readonly keys: readonly string[];
  /** Columns that may be taken over, with the field that they show. */
  readonly fields: Readonly<Record<string, readonly [field: string, kind: Kind]>>;
}

/** What of which sheet can be taken over into the return; other cells can only be looked at. */
const readable: Readonly<Record<string, Readable>> = {
  Lines: {
    list: ['lines'],
    keys: ['Line'],
    fields: {
      Status: ['status', 'status'],
      Progress: ['progress', 'text'],
      'Next steps': ['nextSteps', 'text'],
      Evidence: ['evidence', 'text'],
      Lead: ['lead', 'text'],
      Due: ['due', 'date'],
      Risk: ['risk', 'text'],
      Mitigation: ['mitigation', 'text'],
      'Help needed': ['helpNeeded', 'text'],
    },
  },
  Workforce: {
    list: ['workforce', 'rows'],
    keys: ['Unit', 'Staff group', 'Band'],
    fields: { Required: ['required', 'wte'], Funded: ['funded', 'wte'], 'In post': ['inPost', 'wte'] },
  },
  'Shift fill': {
    list: ['rosters', 'fill'],
    keys: ['Unit', 'Shift', 'Staff'],
    fields: { 'Planned hours': ['plannedMinutes', 'minutes'], 'Actual hours': ['actualMinutes', 'minutes'] },
  },
  Measures: {
    list: ['measures', 'values'],
    keys: ['Measure', 'Part'],
    fields: { Numerator: ['numerator', 'measured'], Denominator: ['denominator', 'measured'] },
  },
};

export const sheetsCompared = [...Object.keys(readable), 'Figures', 'Temporary staffing', 'Shared'];

/** What a sheet says otherwise than the planner made it, cell by cell in its order. */
export function typedDifferences(
  document: ReturnDocument,
  sheet: string,
  made: SheetRows,
  given: SheetRows,
): TypedDifference[] {
  const known = readable[sheet];
  const [madeHeadings = [], ...madeRows] = made;
  const [givenHeadings = [], ...givenRows] = given;
  const headings = madeHeadings.filter((heading): heading is string => typeof heading === 'string');
  const differences: TypedDifference[] = [];
  const only = (place: string, was: Value, is: Value) =>
    differences.push({ place, made: shown(was), typed: shown(is), path: [], value: null });
  for (const [index, row] of madeRows.entries()) {
    const other = givenRows[index];
    const cell = (heading: string): Value => row[madeHeadings.indexOf(heading)] ?? null;
    const typed = (heading: string): Value => other?.[givenHeadings.indexOf(heading)] ?? null;
    const keys = known?.keys ?? headings.slice(0, 1);
    const name = `${sheet}, ${keys.map((key) => shown(cell(key))).join(', ')}`;
    if (!other || keys.some((key) => !same(cell(key), typed(key)))) {
      only(`${name}, row ${index + 1}`, 'as it was made', other ? 'another row' : 'the row is gone');
      continue;
    }
    for (const heading of headings) {
      const [was, is] = [cell(heading), typed(heading)];
      if (same(was, is)) continue;
      const [field, fieldKind] = known?.fields[heading] ?? [];
      const kind = fieldKind === 'measured' ? measuredKind(document, index, heading) : fieldKind;
      const read = kind && readTyped(is, kind);
      const there = field !== undefined && known ? [...known.list, index, field] : [];
      const path = read !== undefined && isThere(document, there) ? there : [];
      differences.push({
        place: `${name}, ${heading}`,
        made: textOf(was, kind),
        typed: textOf(is, kind),
        path,
        value: path.length > 0 ? (read ?? null) : null,
      });
    }
  }
  for (const extra of givenRows.slice(madeRows.length))
    if (extra.some((value) => value !== null && value !== ''))
      only(
        `${sheet}, a row below`,
        null,
        extra
          .filter((value) => value !== null)
          .map(shown)
          .join(', '),
      );
  return differences;
}

/** In what a number of a measure is typed; nothing where the number is withheld: no other takes its place. */
function measuredKind({ measures }: ReturnDocument, index: number, heading: string): Kind | undefined {
  const value = measures.values[index];
  const definition = measures.definitions.find(({ id }) => id === value?.measure);
  const state = heading === 'Numerator' ? value?.numeratorState : value?.denominatorState;
  if (!definition || state !== 'shown') return undefined;
  return definition.unit === 'wte' || definition.unit === 'minutes' ? definition.unit : 'number';
}

/** The return with what was accepted. Throws where that is no return any more. */
export function withAccepted(document: ReturnDocument, typed: readonly JudgedDifference[]): ReturnDocument {
  const accepted = typed.filter((one) => one.accepted && one.path.length > 0);
  if (accepted.length === 0) return document;
  const copy: unknown = JSON.parse(JSON.stringify(document));
  for (const { path, value } of accepted) {
    const parent = at(copy, path.slice(0, -1));
    const last = path[path.length - 1];
    if (parent && last !== undefined) parent[last] = value;
  }
  return returnDocument.parse(copy);
}

type Holder = Record<string | number, unknown>;

function at(from: unknown, path: readonly (string | number)[]): Holder | undefined {
  let here: unknown = from;
  for (const part of path) here = (here as Holder | undefined)?.[part];
  return typeof here === 'object' && here !== null ? (here as Holder) : undefined;
}

function isThere(document: ReturnDocument, path: readonly (string | number)[]): boolean {
  const last = path[path.length - 1];
  const parent = at(document, path.slice(0, -1));
  return last !== undefined && parent !== undefined && last in parent;
}

/** What a cell means in the return; undefined where it means nothing there. */
function readTyped(value: Value, kind: Kind): Value | undefined {
  const text = typeof value === 'string' ? value.trim() : value;
  const isEmpty = text === null || text === '';
  if (kind === 'text') return isEmpty ? '' : String(value);
  if (kind === 'status') {
    if (isEmpty || text === 'No status') return null;
    return Object.entries(statusWords).find(([, word]) => word.toLowerCase() === String(text).toLowerCase())?.[0];
  }
  if (kind === 'date') {
    if (isEmpty) return null;
    if (typeof text === 'string') return isDate(text) ? text : undefined;
    return Number.isInteger(text) ? dateOfSerial(text) : undefined;
  }
  if (isEmpty) return kind === 'minutes' ? undefined : null;
  if (typeof text !== 'number' || (text < 0 && kind !== 'number')) return undefined;
  return Math.round(kind === 'wte' ? text * 100_000 : kind === 'minutes' ? text * 60 : text);
}

/** Day 0 of a sheet is 30 December 1899 for every day after February 1900. */
const dateOfSerial = (serial: number): string => dateOfDayNumber(dayNumber('1899-12-30') + serial);

function same(one: Value, other: Value): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9;
  return (one ?? '') === (other ?? '');
}

function textOf(value: Value, kind: Kind | undefined): string {
  return kind === 'date' && typeof value === 'number' ? dateOfSerial(value) : shown(value);
}

function shown(value: Value): string {
  return value === null || value === '' ? 'empty' : String(value);
}
