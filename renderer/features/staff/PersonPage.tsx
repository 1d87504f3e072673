import { useQuery } from '@tanstack/react-query';
import type { StaffPersonShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, wteText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { bandText } from './sums.ts';
import { statusText, wordText } from './words.ts';

type Read = { fileName: string; sheet: string; row: number };

const source = <Row extends Read>(): Column<Row> => ({
  key: 'source',
  title: 'File, sheet and row',
  value: ({ fileName, sheet, row }) => `${fileName}, ${sheet}, row ${row}`,
});
const day = <Row extends object>(
  key: string,
  title: string,
  of: (row: Row) => string | null,
  none: string,
): Column<Row> => ({
  key,
  title,
  means: 'As the imported file says.',
  value: of,
  show: (row) => dayText(of(row), none),
});
const dayText = (value: string | null, none: string) => (value === null ? none : dateText(value));
const fte = <Row extends { fte: number }>(): Column<Row> => ({
  key: 'fte',
  title: 'WTE',
  number: true,
  value: (row) => row.fte / 100_000,
  show: (row) => wteText(row.fte),
  means: 'Contracted hours ÷ full-time hours, as the staff list says.',
});

const assignmentColumns: Column<StaffPersonShown['assignments'][number]>[] = [
  { key: 'assignment', title: 'Assignment', value: ({ assignment }) => assignment, header: true },
  day('first', 'On lists from', ({ first }) => first, ''),
  day('last', 'to', ({ last }) => last, ''),
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'costCentre', title: 'Cost centre', value: ({ costCentre }) => costCentre },
  { key: 'band', title: 'Band', value: ({ band }) => (band ? bandText(band) : '') },
  {
    key: 'category',
    title: 'Category',
    value: ({ category }) => wordText(category),
    means: 'Permanent, fixed-term or bank.',
  },
  {
    key: 'status',
    title: 'Status',
    value: ({ status }) => statusText(status),
    means: 'As the staff list says: active, on leave, on secondment and so on.',
  },
  fte(),
  source(),
];

const absenceColumns: Column<StaffPersonShown['absences'][number]>[] = [
  { key: 'type', title: 'Absence', value: ({ type }) => statusText(type), header: true },
  { key: 'reason', title: 'Reason', value: ({ reason }) => reason },
  day('start', 'First day', ({ start }) => start, ''),
  day('end', 'Last day', ({ end }) => end, 'still open'),
  {
    key: 'days',
    title: 'Calendar days',
    value: ({ calendarDays }) => calendarDays,
    number: true,
    means: 'From the first to the last day of the absence, both counted.',
  },
  source(),
];

const leaverColumns: Column<StaffPersonShown['leavers'][number]>[] = [
  { key: 'assignment', title: 'Assignment', value: ({ assignment }) => assignment, header: true },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  day('leaving', 'Left on', ({ leaving }) => leaving, ''),
  { key: 'reason', title: 'Reason', value: ({ reason }) => reason ?? 'not given' },
  {
    key: 'destination',
    title: 'Went to',
    value: ({ destination }) => destination,
    means: 'The destination on leaving, as the list says.',
  },
  fte(),
  source(),
];

/** One person: assignments over time, absence and leaving, each with the row that says so. */
export function PersonPage({ person, onBack }: { person: string; onBack: () => void }) {
  const trust = useTrust().code;
  const query = useQuery({
    queryKey: ['staff person', trust, person],
    queryFn: () => planner.staff.person({ trust, person }),
  });
  return (
    <Answered query={query}>
      {(answer) => (
        <Page
          title={answer.name ?? `Person ${person}`}
          windowTitle="Person"
          subtitle={[
            `Employee number ${person}`,
            answer.ageBand && `aged ${answer.ageBand}`,
            answer.nhsEntry && `in the NHS since ${dateText(answer.nhsEntry)}`,
            answer.newestList &&
              (answer.onNewestList ? 'on the newest staff list' : `not on the list of ${dateText(answer.newestList)}`),
          ]
            .filter(Boolean)
            .join(' · ')}
          filters={<Button onClick={onBack}>Back to the staff list</Button>}
          actions={<PrintPage />}
        >
          <h2>Assignments over time</h2>
          {answer.assignments.length === 0 ? (
            <p>No staff list that is held has this person.</p>
          ) : (
            <DataTable
              caption="Assignments over time"
              columns={assignmentColumns}
              rows={answer.assignments}
              rowKey={({ assignment, first }) => `${assignment} ${first}`}
            />
          )}
          <h2>Absence</h2>
          {answer.absences.length === 0 ? (
            <p>No list of absence that is held has an episode.</p>
          ) : (
            <DataTable
              caption="Absence"
              columns={absenceColumns}
              rows={answer.absences}
              rowKey={({ batch, row }) => `${batch} ${row}`}
            />
          )}
          <h2>Leaving</h2>
          {answer.leavers.length === 0 ? (
            <p>No list of leavers that is held has this person.</p>
          ) : (
            <DataTable
              caption="Leaving"
              columns={leaverColumns}
              rows={answer.leavers}
              rowKey={({ batch, row }) => `${batch} ${row}`}
            />
          )}
        </Page>
      )}
    </Answered>
  );
}
