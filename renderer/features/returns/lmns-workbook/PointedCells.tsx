import { useQuery } from '@tanstack/react-query';
import type { PouredCell, LmnsWorkbookView } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { SayAs } from './SayAs.tsx';

interface PointedCellsProps {
  of: { trust: string; period: string; id: number };
  workbook: LmnsWorkbookView;
  onClear: (at: { sheet: string; cell: string }) => void;
}

/** What each pointed cell takes and will hold, and where a rule of the workbook does not take it. */
export function PointedCells({ of, workbook, onClear }: PointedCellsProps) {
  const pouring = useQuery({
    queryKey: ['returns', of.trust, of.period, 'pouring', of.id],
    queryFn: () => planner.returns.pouring(of),
    enabled: workbook.pointed.length > 0,
  });
  if (workbook.pointed.length === 0) return null;
  const listOf = ({ sheet, cell }: PouredCell) =>
    workbook.sheets.find(({ name }) => name === sheet)?.cells.find((own) => own.cell === cell)?.list ?? [];
  const columns: Column<PouredCell>[] = [
    { key: 'sheet', title: 'Sheet', value: ({ sheet }) => sheet },
    { key: 'cell', title: 'Cell', value: ({ cell }) => cell, header: true },
    { key: 'part', title: 'Takes', value: ({ title }) => title, means: 'The part of the return that the cell takes.' },
    {
      key: 'shown',
      title: 'Will hold',
      value: ({ shown }) => (shown === '' ? 'nothing' : shown),
      means: 'What would be written there now.',
    },
    { key: 'problem', title: 'To look at', value: ({ problem }) => problem },
    {
      key: 'do',
      title: 'What to do',
      acts: true,
      value: () => null,
      show: (row) => (
        <span className="actions">
          {row.problem && listOf(row).length > 0 && <SayAs of={of} ours={row.shown} list={listOf(row)} />}
          <Button aria-label={`Clear ${row.sheet} ${row.cell}`} onClick={() => onClear(row)}>
            Clear
          </Button>
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="pointed-cells">
      <h2 id="pointed-cells">Cells that are filled in</h2>
      <Answered query={pouring}>
        {(rows) => (
          <DataTable
            caption="Cells that are filled in"
            columns={columns}
            rows={rows}
            rowKey={({ sheet, cell }) => `${sheet}!${cell}`}
          />
        )}
      </Answered>
    </section>
  );
}
