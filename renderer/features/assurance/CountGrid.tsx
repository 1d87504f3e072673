import type { CountCell, CountedRow, CountProblem, MonthlyCounts } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { refusedCells } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import type { CellTrouble, EnteredCell } from '../../components/enter-each.ts';
import { type EntryColumn, EntryTable } from '../../components/EntryTable.tsx';
import { percentText } from '../../components/numbers.ts';
import { announce } from '../../components/announce.ts';

const FLAGS = 'Red flags';
const CARE = 'Care and births';

/** A row to enter, or one of all together with what it shows. */
interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly entered: CountedRow | null;
  /** What it comes to, month by month and in all. */
  readonly totals: readonly string[];
}

interface TypedCount {
  readonly unit: number;
  readonly month: string;
  readonly counted: string;
  readonly text: string;
}

/** What an import says of a count. */
const besideText = (cell: CountCell | undefined) => {
  if (cell === undefined) return null;
  if (cell.besideHand !== null) return `import says ${cell.besideHand}`;
  return cell.fromImport > 0 ? 'imported' : null;
};

interface CountGridProps {
  counts: MonthlyCounts;
  unit: number;
  unitName: string;
}

/** The counts of a unit by month, entered by keyboard alone: arrows move, a block is pasted as from a spreadsheet. */
export function CountGrid({ counts, unit, unitName }: CountGridProps) {
  const { columns, rows, flags, oneToOne } = counts;
  const trust = useTrust().code;
  const act = useAct((cells: TypedCount[]) => planner.assurance.enterCounts({ trust, cells }));
  const enter = async (cells: EnteredCell[]): Promise<CellTrouble[]> => {
    const typed: TypedCount[] = cells.map(({ row, column, text }) => ({
      unit,
      month: columns.find(({ key }) => key === column)?.months[0] ?? '',
      counted: row,
      text,
    }));
    try {
      await act.mutateAsync(typed);
      if (cells.length > 1) announce(`${cells.length} counts are entered.`);
      return [];
    } catch (error) {
      const problems = refusedCells<CountProblem>(error);
      if (problems.length === 0) throw error;
      return problems.flatMap(({ cell: at, message }) => {
        const cell = cells[at];
        return cell ? [{ cell, message }] : [];
      });
    }
  };
  const counted = ({ count }: { count: number | null }) => String(count ?? '–');
  const shown: EntryColumn<CountRow>[] = [
    {
      key: 'counted',
      title: 'Counted',
      value: ({ name }) => name,
      show: ({ name, entered }) => (
        <span title={entered?.meaning}>
          {name}
          {entered?.source === 'local' && <span className="entries__default"> own</span>}
        </span>
      ),
    },
    {
      key: 'group',
      title: 'Kind',
      show: ({ entered }) => entered && (entered.source === 'counted' ? CARE : FLAGS),
      inOrder: [FLAGS, CARE],
    },
    ...columns.map(
      ({ key, title }, at): EntryColumn<CountRow> => ({
        key,
        title,
        number: true,
        means: 'What happened in the unit in the month: 0 where there was none, blank where it is not known.',
        text: ({ entered }) => entered && String(entered.cells[at]?.count ?? ''),
        beside: ({ entered }) => besideText(entered?.cells[at]),
        show: ({ totals }) => totals[at],
      }),
    ),
    {
      key: 'all',
      title: 'All',
      number: true,
      means: 'Of the months together.',
      show: ({ totals }) => totals[totals.length - 1],
    },
  ];
  const totalled = (key: string, name: string, totals: readonly string[]): CountRow => ({
    key,
    name,
    entered: null,
    totals,
  });
  return (
    <>
      <p className="grid-keys not-printed" id="count-keys">
        {unitName}: type a count for each month, 0 where there was none; leave blank what is not known. Arrow keys,
        Enter and Tab move and save; a block can be pasted from a spreadsheet.
      </p>
      <EntryTable
        caption={`Counts of ${unitName} by month`}
        className="assurance__counts"
        columns={shown}
        rows={rows.map(
          (row): CountRow => ({
            key: row.key,
            name: row.name,
            entered: row,
            totals: [...row.cells, row.total].map(counted),
          }),
        )}
        rowKey={({ key }) => key}
        rowName={({ name }) => name}
        recordOf={({ key }) => ({ kind: 'monthly_count', fields: { unit_id: unit, counted: key } })}
        hidden={['group']}
        group="group"
        totals={[
          totalled('all red flags', 'All red flags', [...flags.cells, flags.total].map(counted)),
          totalled('one to one', 'One-to-one care', [...oneToOne.cells, oneToOne.total].map(percentText)),
        ]}
        definitions={[
          { term: 'imported', meaning: 'The count comes from a file. One that was typed counts in its place.' },
          {
            term: 'One-to-one care',
            meaning: 'Births with one-to-one care in established labour ÷ births of which it is known.',
          },
        ]}
        onEnter={enter}
      />
    </>
  );
}
