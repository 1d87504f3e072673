import type { EstablishmentPosition, EstablishmentSheet, ExportTable, TableRow, TableValue } from '#contract';
import { gridColumns } from './columns.ts';
import { titleOf } from './GridLine.tsx';
import { type GridRow, rowsOf } from './rows.ts';
import { definitions, subtitleOf } from './words.ts';

const kinds = { entered: 'wte', gap: 'wte', rate: 'rate', wording: 'text' } as const;

/** The sheet as it is shown, as a table for a workbook: WTE in full, rates as what they divide. */
export function exportOf(sheet: EstablishmentSheet, shown: string): ExportTable {
  return {
    title: `Establishment of ${sheet.trust.name}`.slice(0, 200),
    subtitle: `${subtitleOf(sheet)} · ${shown}`.slice(0, 500),
    columns: [
      { heading: 'Unit', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      ...gridColumns.map((column) => ({
        heading: titleOf(column),
        kind: column.field === 'requiredDate' ? ('date' as const) : kinds[column.kind],
      })),
      { heading: 'Left out', kind: 'long_text' },
    ],
    rows: rowsOf(sheet).map(exportRow),
    definitions: [...definitions],
  };
}

function exportRow(row: GridRow): TableRow {
  const { line, position, kind, title } = row;
  const places: TableValue[] = line
    ? [line.unit.name, line.staffGroup.name, line.band.name]
    : [title, kind === 'unit' ? 'All staff groups' : '', ''];
  return {
    kind: kind === 'line' ? 'row' : kind === 'unit' ? 'group' : 'total',
    values: [
      ...places,
      ...gridColumns.map((column) => valueOf(row, column.key)),
      kind === 'unit' || kind === 'total' ? leftOut(position) : '',
    ],
  };
}

function valueOf({ position, line, kind }: GridRow, key: string): TableValue {
  switch (key) {
    case 'required':
    case 'funded':
    case 'inPost':
      return kind === 'share' ? '' : position[key].wte;
    case 'requiredLessFunded':
    case 'vacancy':
    case 'requiredLessInPost':
      return position[key].wte;
    case 'vacancyRate':
    case 'establishmentFill':
      return kind === 'share' ? '' : position[key];
    case 'requiredTool':
    case 'requiredSource':
    case 'requiredDate':
      return line ? line[key] : '';
    default:
      return null;
  }
}

/** How many lines the gaps do not cover, since a spreadsheet has no second line for it. */
function leftOut({ lines, requiredLessFunded, vacancy, requiredLessInPost }: EstablishmentPosition): string {
  const gaps = [
    { name: 'required − funded', compared: requiredLessFunded.compared },
    { name: 'vacancy', compared: vacancy.compared },
    { name: 'required − in post', compared: requiredLessInPost.compared },
  ];
  return gaps
    .filter(({ compared }) => compared < lines)
    .map(({ name, compared }) => `${name}: ${lines - compared} of ${lines} lines`)
    .join('; ');
}
