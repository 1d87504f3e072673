import type { CellProblem, EstablishmentCells, EstablishmentField } from '#contract';
import type { Database } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import { type MatchedLine, matchLines, type Places } from './match.ts';
import { cellInWords, fieldNames, readCell } from './parse.ts';
import { insertLine, listLines, type StoredLine, updateLine } from './repository.ts';

/** The trust that changes, and when. */
export interface Occasion {
  readonly trustId: number;
  readonly at: string;
}

interface TypedCell {
  readonly id: number;
  readonly field: EstablishmentField;
  readonly text: string;
}

type Change = { readonly line: StoredLine; readonly values: Partial<EstablishmentCells> };

/** What a refused entry says of each cell; nothing was changed. */
type CellsRefused = { readonly kind: 'refused'; readonly problems: CellProblem[] };

/** Sets cells of one or more lines as one change, and returns its name; null where all were so already. */
function changeLines(database: Database, { trustId, at }: Occasion, wanted: readonly Change[]): string | null {
  const changes = wanted
    .map(({ line, values }) => ({ line, values: differences(line, values) }))
    .filter(({ values }) => Object.keys(values).length > 0);
  if (!changes.length) return null;
  const label = nameOf(changes);
  recordChange(database, { trustId, label, at }, () => {
    for (const { line, values } of changes) updateLine(database, line.id, values);
  });
  return label;
}

/** Text as typed or pasted into cells: all of it or nothing. A later cell of the same place wins. */
export function enterCells(
  database: Database,
  occasion: Occasion,
  cells: readonly TypedCell[],
): { kind: 'entered'; label: string | null } | { kind: 'missing' } | CellsRefused {
  const lines = new Map(listLines(database, occasion.trustId).map((line) => [line.id, line]));
  const problems: CellProblem[] = [];
  const changes = new Map<number, { line: StoredLine; values: Record<string, unknown> }>();
  for (const [index, { id, field, text }] of cells.entries()) {
    const line = lines.get(id);
    if (!line) return { kind: 'missing' };
    const reading = readCell(field, text);
    if (reading.kind === 'problem') {
      problems.push({ row: index + 1, column: 1, read: text, expected: reading.expected, message: reading.message });
      continue;
    }
    const change = changes.get(id) ?? { line, values: {} };
    change.values[field] = reading.value;
    changes.set(id, change);
  }
  if (problems.length) return { kind: 'refused', problems };
  return { kind: 'entered', label: changeLines(database, occasion, [...changes.values()]) };
}

/** Whole lines from a spreadsheet, all or nothing: lines that are there are changed, the others added. */
export function pasteLines(
  database: Database,
  { trustId, at }: Occasion,
  rows: readonly (readonly string[])[],
  places: Places,
): { kind: 'pasted'; label: string | null; added: number; changed: number } | CellsRefused {
  const matched = matchLines(rows, places);
  if (matched.problems.length) return { kind: 'refused', problems: matched.problems };
  const placeOf = (line: MatchedLine) => JSON.stringify([line.unitId, line.staffGroup, line.band]);
  const present = new Map(
    listLines(database, trustId).map((line) => [
      JSON.stringify([line.unit.id, line.staffGroup.key, line.band.key]),
      line,
    ]),
  );
  const added = matched.lines.filter((line) => !present.has(placeOf(line)));
  const changed = matched.lines
    .map((line) => ({ line: present.get(placeOf(line)), values: line.values }))
    .filter((change): change is Change => change.line !== undefined)
    .filter(({ line, values }) => Object.keys(differences(line, values)).length > 0);
  const count = added.length + changed.length;
  if (count === 0) return { kind: 'pasted', label: null, added: 0, changed: 0 };
  const label = `Paste ${count} ${count === 1 ? 'line' : 'lines'}`;
  recordChange(database, { trustId, label, at }, () => {
    for (const { values, ...place } of added) insertLine(database, trustId, place, values);
    for (const { line, values } of changed) updateLine(database, line.id, values);
  });
  return { kind: 'pasted', label, added: added.length, changed: changed.length };
}

/** A line as its history names it: "Delivery suite, Midwives, Band 6". */
export function lineInWords({ unit, staffGroup, band }: Pick<StoredLine, 'unit' | 'staffGroup' | 'band'>): string {
  return [unit.name, staffGroup.name, band.name].join(', ');
}

const fieldsOf = (values: Partial<EstablishmentCells>) => Object.keys(values) as EstablishmentField[];

function differences(line: StoredLine, values: Partial<EstablishmentCells>): Partial<EstablishmentCells> {
  const changed = fieldsOf(values).filter((field) => values[field] !== undefined && values[field] !== line[field]);
  return Object.fromEntries(changed.map((field) => [field, values[field]]));
}

/** One cell is named by what it now says, "Funded Band 6, 71.40"; several by their line or their number. */
function nameOf(changes: readonly Change[]): string {
  const cells = changes.flatMap(({ line, values }) =>
    fieldsOf(values).map((field) => ({ line, field, value: values[field] ?? null })),
  );
  const [cell] = cells;
  if (cell && cells.length === 1) {
    const of = cell.line.band.key === '-' ? cell.line.staffGroup.name : cell.line.band.name;
    return `${fieldNames[cell.field]} ${of}, ${cellInWords(cell.field, cell.value)}`;
  }
  if (cells.every(({ value }) => value === null)) return `Clear ${cells.length} cells`;
  return changes.length === 1 ? `Line ${lineInWords(changes[0]!.line)}` : `Fill in ${cells.length} cells`;
}
