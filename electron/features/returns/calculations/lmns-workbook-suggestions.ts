import { type LineField, lineFieldKeys, lineFields } from './lmns-workbook-fields.ts';

/** A cell of a sheet as a person sees it; rows count from 1, columns from 0. */
export interface SeenCell {
  readonly row: number;
  readonly column: number;
  readonly text: string | null;
  readonly isFormula: boolean;
}

/** A block of merged cells. */
interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SeenSheet {
  readonly name: string;
  readonly cells: readonly SeenCell[];
  readonly merges: readonly Block[];
}

/** A name that stands for one cell. */
export interface SeenName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Suggestion {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly why: string;
}

const LONGEST_LABEL = 60;

/** The field that a heading or label calls for. */
function calledField(text: string | null): LineField | undefined {
  if (text === null || text.length > LONGEST_LABEL) return undefined;
  return lineFieldKeys.find((field) => lineFields[field].called.test(text));
}

/** The line that a cell names first, such as "4.1" or "Ref 4.1: Birthrate Plus". */
function namedLine(text: string | null, references: ReadonlySet<string>): string | undefined {
  const found = /^\s*(?:ref(?:erence)?\.?|line|action)?\s*(\d\.\d{1,2})(?![\d.]*\d)/i.exec(text ?? '');
  return found?.[1] !== undefined && references.has(found[1]) ? found[1] : undefined;
}

const aboutLabels: readonly [RegExp, string][] = [
  [/^\W*(name of )?(the )?(provider|trust)( name)?\W*$/i, 'trust name'],
  [/^\W*(ods|trust|provider|organisation) code\W*$/i, 'trust code'],
  [/^\W*(lmns|icb|system)( name)?\W*$/i, 'system name'],
  [/^\W*(reporting )?(quarter|period|month)\W*$/i, 'period title'],
  [/^\W*(submitted by|submitted by \(role\))\W*$/i, 'submitted by'],
  [/^\W*signed off by\W*$/i, 'signed off by'],
  [/^\W*required\b.*\bwte\b|^\W*wte required\W*$/i, 'workforce all required'],
  [/^\W*(funded|budgeted)\b.*\bwte\b|^\W*wte funded\W*$/i, 'workforce all funded'],
  [/^\W*(in post|staff in post)\b.*\bwte\b|^\W*wte in post\W*$/i, 'workforce all inPost'],
];

/** Cells that look as if they wait for a part of the return: by line and heading, by label, by name. `fields` are the keys there are. */
export function suggestPoints(
  sheets: readonly SeenSheet[],
  names: readonly SeenName[],
  fields: ReadonlySet<string>,
): Suggestion[] {
  const references = new Set([...fields].flatMap((key) => /^line (\S+) /.exec(key)?.[1] ?? []));
  const found = [
    ...byName(names, references),
    ...sheets.flatMap((sheet) => [...byLine(sheet, references), ...byLabel(sheet)]),
  ];
  const taken = new Set<string>();
  const given = new Set<string>();
  return found.filter((one) => {
    const place = `${one.sheet}!${one.row},${one.column}`;
    if (!fields.has(one.field) || taken.has(place) || given.has(one.field)) return false;
    const cell = sheets
      .find(({ name }) => name === one.sheet)
      ?.cells.find(({ row, column }) => row === one.row && column === one.column);
    if (cell?.isFormula === true || calledField(cell?.text ?? null) !== undefined) return false;
    if (namedLine(cell?.text ?? null, references) !== undefined) return false;
    taken.add(place);
    given.add(one.field);
    return true;
  });
}

const holds = ({ top, left, bottom, right }: Block, row: number, column: number) =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Where a cell is really written: the first one of its merged block. */
function anchor({ merges }: SeenSheet, row: number, column: number): { row: number; column: number } {
  const block = merges.find((own) => holds(own, row, column));
  return block ? { row: block.top, column: block.left } : { row, column };
}

/** The cell to the right of one, beyond its merged block. */
function rightOf(sheet: SeenSheet, { row, column }: SeenCell): { row: number; column: number } {
  const block = sheet.merges.find((own) => holds(own, row, column));
  return anchor(sheet, row, (block?.right ?? column) + 1);
}

function byLine(sheet: SeenSheet, references: ReadonlySet<string>): Suggestion[] {
  const named = sheet.cells.flatMap((cell) => {
    const reference = namedLine(cell.text, references);
    return reference === undefined ? [] : [{ cell, reference }];
  });
  const called = sheet.cells.flatMap((cell) => {
    const field = calledField(cell.text);
    return field === undefined || namedLine(cell.text, references) !== undefined ? [] : [{ cell, field }];
  });
  const inRow = (row: number) => called.filter(({ cell }) => cell.row === row);
  const headingRows = [...new Set(called.map(({ cell }) => cell.row))].filter((row) => inRow(row).length > 1);
  const starts = named.map(({ cell }) => cell.row).sort((a, b) => a - b);
  return named.flatMap(({ cell, reference }) => {
    const at = (row: number, column: number, field: LineField, why: string) => ({
      sheet: sheet.name,
      ...anchor(sheet, row, column),
      field: `line ${reference} ${field}`,
      why,
    });
    const across = named.filter((other) => other.cell.row === cell.row).length > 1;
    if (across) {
      const below = called.filter((other) => other.cell.column < cell.column && other.cell.row > cell.row);
      return below.map(({ cell: label, field }) =>
        at(label.row, cell.column, field, `the column of ${reference}, beside “${label.text}”`),
      );
    }
    const heading = Math.max(...headingRows.filter((row) => row < cell.row));
    if (Number.isFinite(heading))
      return inRow(heading)
        .filter((other) => other.cell.column !== cell.column)
        .map(({ cell: head, field }) =>
          at(cell.row, head.column, field, `the row of ${reference}, under “${head.text}”`),
        );
    const end = starts.find((row) => row > cell.row) ?? Number.POSITIVE_INFINITY;
    return called
      .filter((other) => other.cell.row > cell.row && other.cell.row < end)
      .map(({ cell: label, field }) => {
        const { row, column } = rightOf(sheet, label);
        return at(row, column, field, `below ${reference}, beside “${label.text}”`);
      });
  });
}

function byLabel(sheet: SeenSheet): Suggestion[] {
  return sheet.cells.flatMap((cell) => {
    const found = aboutLabels.find(([label]) => label.test(cell.text ?? ''));
    if (!found) return [];
    const place = rightOf(sheet, cell);
    const there = sheet.cells.find(({ row, column }) => row === place.row && column === place.column);
    if (there?.text !== undefined && there.text !== null) return [];
    return [{ sheet: sheet.name, ...place, field: found[1], why: `beside “${cell.text}”` }];
  });
}

function byName(names: readonly SeenName[], references: ReadonlySet<string>): Suggestion[] {
  return names.flatMap(({ name, ...place }) => {
    const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.]+/g, ' ');
    const numbers = /(\d) (\d{1,2})(?!\d)/.exec(words);
    const reference = numbers ? `${numbers[1]}.${numbers[2]}` : '';
    const rest = words.replace(/\d+/g, ' ').trim();
    const why = `the cell is named “${name}”`;
    const field = calledField(rest);
    if (references.has(reference) && field) return [{ ...place, field: `line ${reference} ${field}`, why }];
    const about = [
      [/\btrust code\b|\bods\b/i, 'trust code'],
      [/\btrust\b/i, 'trust name'],
      [/\b(quarter|period)\b/i, 'period title'],
      [/\brequired\b/i, 'workforce all required'],
      [/\bfunded\b/i, 'workforce all funded'],
      [/\bin post\b/i, 'workforce all inPost'],
    ] as const;
    const known = about.find(([label]) => label.test(rest));
    return known ? [{ ...place, field: known[1], why }] : [];
  });
}
