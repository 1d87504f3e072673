import type { RefObject } from 'react';
import type { ExportTable, TableValue } from '#contract';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { copyBlock } from '../copy-table.ts';
import { useInsideTrust } from '../inside-trust.ts';
import { counted } from '../numbers.ts';
import { blockOfRows, type CopiedBlock } from './block.ts';
import type { Column } from './column.ts';
import { ExportOrPrint } from './ExportOrPrint.tsx';
import { printPage } from '../printing.ts';

/** A value of a file's table as a spreadsheet takes it: WTE and hours as numbers, a rate as its quotient. */
function plainOf(value: TableValue, kind: ExportTable['columns'][number]['kind']): string | number | null {
  if (value !== null && typeof value === 'object')
    return value.denominator === 0 ? null : value.numerator / value.denominator;
  if (typeof value !== 'number') return value;
  return kind === 'wte' ? value / 100_000 : kind === 'minutes' ? value / 60 : value;
}

interface TakeTableProps {
  caption: string;
  table: () => ExportTable;
  /** What is picked in it, which is copied in place of all. */
  picked: RefObject<(() => CopiedBlock) | null>;
}

/** Copies, exports and prints a table that draws only what is in view, by what goes into a file of it. */
export function TakeTable({ caption, table, picked }: TakeTableProps) {
  const mark = useInsideTrust();
  const copy = () => {
    if (picked.current) return copyBlock(picked.current());
    const { columns, rows: lines } = table();
    const rows = lines.filter(({ kind }) => kind === 'row');
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
      <ExportOrPrint caption={caption} table={table} onPrint={() => void printPage()} />
    </>
  );
}
