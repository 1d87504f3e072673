import type { ExportTable, TableValue } from '#contract';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { copyBlock } from '../copy-table.ts';
import { useInsideTrust } from '../inside-trust.ts';
import { counted } from '../numbers.ts';
import { blockOfRows } from './block.ts';
import type { Column } from './column.ts';
import { ExportOrPrint } from './ExportOrPrint.tsx';

/** A value of a file's table as a spreadsheet takes it: WTE and hours as numbers, a rate as its quotient. */
function plainOf(value: TableValue, kind: ExportTable['columns'][number]['kind']): string | number | null {
  if (value !== null && typeof value === 'object')
    return value.denominator === 0 ? null : value.numerator / value.denominator;
  if (typeof value !== 'number') return value;
  return kind === 'wte' ? value / 100_000 : kind === 'minutes' ? value / 60 : value;
}

/** Copies, exports and prints a table that draws only what is in view, by what goes into a file of it. */
export function TakeTable({ caption, table }: { caption: string; table: () => ExportTable }) {
  const mark = useInsideTrust();
  const copy = () => {
    const { columns, rows } = table();
    const plain = columns.map(
      ({ heading, kind }, at): Column<readonly TableValue[]> => ({
        key: String(at),
        title: heading,
        value: (values) => plainOf(values[at] ?? null, kind),
      }),
    );
    copyBlock(
      blockOfRows(
        plain,
        rows.map(({ values }) => values),
        true,
        mark,
      ),
    );
    announce(`Copied ${counted(rows.length, 'row')}. Paste into a spreadsheet.`);
  };
  return (
    <>
      <Button aria-label={`Copy ${caption}`} onClick={copy}>
        Copy
      </Button>{' '}
      <ExportOrPrint caption={caption} table={table} onPrint={() => window.print()} />
    </>
  );
}
