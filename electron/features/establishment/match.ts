import type { CellProblem, EstablishmentCells, EstablishmentField } from '#contract';
import { cleanText, headingKey, textKey } from '../../imports/clean/text.ts';
import { readCell } from './parse.ts';

/** Where pasted lines may belong: the units, staff groups and bands of the trust. */
export interface Places {
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly staffGroups: readonly { readonly key: string; readonly name: string }[];
  readonly bands: readonly { readonly key: string; readonly name: string }[];
}

/** A pasted line: where it belongs and the cells that its block has columns for. */
export interface MatchedLine {
  readonly unitId: number;
  readonly staffGroup: string;
  readonly band: string;
  readonly values: Partial<EstablishmentCells>;
}

type Column = 'unit' | 'staffGroup' | 'band' | EstablishmentField;
type Refuse = (column: number, expected: string, message: string) => void;

const fields: readonly EstablishmentField[] = [
  'required',
  'funded',
  'inPost',
  'requiredTool',
  'requiredSource',
  'requiredDate',
];
const usualOrder: readonly Column[] = ['unit', 'staffGroup', 'band', ...fields];

/** What a heading may say, without punctuation and capitals. Any other column is worked out or not ours. */
const headings: Readonly<Record<string, Column>> = {
  unit: 'unit',
  'staff group': 'staffGroup',
  group: 'staffGroup',
  band: 'band',
  required: 'required',
  'required wte': 'required',
  funded: 'funded',
  'funded wte': 'funded',
  'in post': 'inPost',
  'in post wte': 'inPost',
  'staff in post': 'inPost',
  tool: 'requiredTool',
  source: 'requiredSource',
  date: 'requiredDate',
  dated: 'requiredDate',
  'date of the requirement': 'requiredDate',
};

/** Reads a block of whole lines for a trust: its lines, and all its problems by cell. Blank rows are passed over. */
export function matchLines(
  rows: readonly (readonly string[])[],
  places: Places,
): { lines: MatchedLine[]; problems: CellProblem[] } {
  const headed = headingRow(rows[0] ?? []);
  // Without headings, a column beyond the widest row is left out, not blank.
  const columns = headed ?? usualOrder.slice(0, Math.max(...rows.map((cells) => cells.length)));
  const lines: MatchedLine[] = [];
  const problems: CellProblem[] = [];
  const firstRowOf = new Map<string, number>();

  for (const [index, cells] of rows.entries()) {
    if ((headed && index === 0) || cells.every((cell) => cleanText(cell) === '')) continue;
    const row = index + 1;
    const refuse: Refuse = (column, expected, message) => {
      problems.push({ row, column: column + 1, read: cells[column] ?? '', expected, message });
    };
    const line = matchRow(cells, columns, places, refuse);
    if (!line) continue;
    const place = JSON.stringify([line.unitId, line.staffGroup, line.band]);
    const first = firstRowOf.get(place);
    if (first !== undefined)
      refuse(0, 'each line once', `This is the same unit, staff group and band as row ${first}. Keep one of them.`);
    firstRowOf.set(place, first ?? row);
    lines.push(line);
  }
  return { lines, problems };
}

function matchRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  places: Places,
  refuse: Refuse,
): MatchedLine | undefined {
  const textOf = (column: Column) => cells[columns.indexOf(column)] ?? '';
  /** The one that the cell says, or a problem that lists those there are. */
  const find = <Item extends { name: string }>(
    column: Column,
    what: string,
    items: readonly Item[],
    keyOf?: (item: Item) => string[],
  ) => {
    const said = textKey(textOf(column));
    const found = items.find((item) => said !== '' && [textKey(item.name), ...(keyOf?.(item) ?? [])].includes(said));
    if (!found) {
      const names = items.map((item) => item.name).join(', ');
      const wrong =
        said === '' ? `Enter the ${what}.` : `There is no ${what} called “${cleanText(textOf(column))}” here.`;
      refuse(Math.max(0, columns.indexOf(column)), `one of: ${names}`, `${wrong} Use one of: ${names}.`);
    }
    return found;
  };
  const unit = find('unit', 'unit', places.units);
  const staffGroup = find('staffGroup', 'staff group', places.staffGroups, ({ key }) => [key]);
  const band = find('band', 'band', places.bands, ({ key }) => [key, `b${key}`]);

  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const column = columns.indexOf(field);
    if (column === -1) continue;
    const reading = readCell(field, textOf(field));
    if (reading.kind === 'read') values[field] = reading.value;
    else refuse(column, reading.expected, reading.message);
  }
  const extra = cells.findIndex((cell, column) => column >= columns.length && cleanText(cell) !== '');
  if (extra !== -1)
    refuse(
      extra,
      'no more columns',
      `A line has ${columns.length} columns here. Put a row of headings on top, or leave this column out.`,
    );
  if (!unit || !staffGroup || !band) return undefined;
  return { unitId: unit.id, staffGroup: staffGroup.key, band: band.key, values: values as Partial<EstablishmentCells> };
}

/** The columns by a row of headings, or undefined where the first row is none. */
function headingRow(cells: readonly string[]): (Column | undefined)[] | undefined {
  const found = cells.map((cell) => headings[headingKey(cell)]);
  return found.includes('unit') && found.includes('band') ? found : undefined;
}
