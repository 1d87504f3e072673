import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StaffListRow } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, wteText } from '../../components/numbers.ts';
import { countsText, statusText, wordText } from './words.ts';

type Scope = Parameters<typeof planner.staff.people>[0];
const PAGE = 1000;

/** All rows of a list that fit, asked for page by page. */
async function everyRow(scope: Scope): Promise<StaffListRow[]> {
  const rows: StaffListRow[] = [];
  for (;;) {
    const { total, rows: page } = await planner.staff.people({ ...scope, offset: rows.length, limit: PAGE });
    rows.push(...page);
    if (page.length === 0 || rows.length >= total) return rows;
  }
}

const columnsFor = (onPerson: (person: string) => void): Column<StaffListRow>[] => [
  {
    key: 'name',
    title: 'Name',
    header: true,
    value: ({ name, person }) => name ?? person,
    show: ({ name, person }) => (
      <button type="button" className="link" onClick={() => onPerson(person)}>
        {name ?? person}
      </button>
    ),
  },
  { key: 'assignment', title: 'Assignment', value: ({ assignment }) => assignment },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'costCentre', title: 'Cost centre', value: ({ costCentre }) => costCentre },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  {
    key: 'category',
    title: 'Category',
    value: ({ category }) => wordText(category),
    means: 'Permanent, fixed-term or bank, by the contract on the list.',
  },
  {
    key: 'status',
    title: 'Status',
    value: (row) => (row.notInPost ? countsText(row) : statusText(row.status)),
    means: 'As the list says: active, on leave, on secondment; or why the row does not count as in post.',
  },
  { key: 'start', title: 'Start', value: ({ start }) => start, show: ({ start }) => shortDate(start) },
  {
    key: 'fte',
    title: 'WTE',
    number: true,
    sum: 2,
    value: ({ fte }) => fte / 100_000,
    show: ({ fte }) => wteText(fte),
    means:
      'Contracted hours ÷ full-time hours, as the list says. The sum is of all rows shown, those that do not count too.',
  },
  {
    key: 'occupationCode',
    title: 'Code',
    value: ({ occupationCode }) => occupationCode,
    means: 'Occupation code, which tells the staff group.',
  },
  {
    key: 'source',
    title: 'File and row',
    value: ({ fileName, sheet, row, given }) => `${fileName}, ${sheet}, row ${row}${given ? ` (${given})` : ''}`,
  },
];
/** For a file and for who asks for them: a small window has no room for more. */
const AT_FIRST = ['occupationCode', 'source'];

/** "6 Oct 2025": a column that is not to push the WTE out of sight. */
function shortDate(day: string): string {
  const [date, month, year] = dateText(day).split(' ');
  return `${date} ${month?.slice(0, 3)} ${year}`;
}

/** The rows of a staff list that fit, each of which opens its person. */
export function PeopleTable({ scope, onPerson }: { scope: Scope; onPerson: (person: string) => void }) {
  const all = useQuery({
    queryKey: ['staff list', scope],
    queryFn: () => everyRow(scope),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={all}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="note">Nobody on this list fits. Take a filter away or search for less.</p>
        ) : (
          <DataTable
            className="table--dense"
            caption="People and assignments"
            columns={columnsFor(onPerson)}
            hidden={AT_FIRST}
            rows={rows}
            rowKey={({ row, assignment }) => `${row} ${assignment}`}
          />
        )
      }
    </Answered>
  );
}
