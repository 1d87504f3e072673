import type { NeedsAnalysis, NeedsTopic } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Status } from '../../components/Status.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { moduleColumn } from './module-column.ts';

const isAsked = ({ cells }: NeedsTopic) => cells.some(({ need }) => need === 'required');
const statusOf = (topic: NeedsTopic) => topic.missed ?? (isAsked(topic) ? 'Covered' : '');

/** The plan of three years: in which year each topic is taught, and which required topic would be missed. */
export function NeedsYears({ data, isFrozen }: { data: NeedsAnalysis; isFrozen: boolean }) {
  const first = Number(data.first.slice(0, 4));
  const years = [0, 1, 2].map((later) => `${first + later}/${String((first + later + 1) % 100).padStart(2, '0')}`);
  const columns: Column<NeedsTopic>[] = [
    { key: 'topic', title: 'Topic', header: true, value: ({ name }) => name },
    moduleColumn(data),
    {
      key: 'asked',
      title: 'Asked for',
      value: (topic) => (isAsked(topic) ? `every ${topic.everyMonths} months` : 'of nobody'),
      means: 'How often somebody has to do the topic again; “of nobody” where no staff group has to.',
    },
    ...years.map(
      (year, at): Column<NeedsTopic> => ({
        key: String(at),
        title: year,
        value: ({ years: taught }) => (taught[at] ? '✓' : ''),
        show: (topic) => <Taught topic={topic} at={at} year={year} id={data.id} isFrozen={isFrozen} />,
        means: 'Ticked where the topic is taught in that year, from 1 April.',
      }),
    ),
    {
      key: 'status',
      title: 'Status',
      value: statusOf,
      show: (topic) =>
        statusOf(topic) && <Status kind={topic.missed === null ? 'green' : 'red'} word={statusOf(topic)} />,
      means: 'Missed where a required topic is not taught as often as it is asked for in the three years.',
    },
  ];
  const missed = data.topics.filter((topic) => topic.missed !== null);
  return (
    <>
      {missed.length > 0 ? (
        <div className="note note--wrong">
          {missed.length === 1 ? 'One required topic is missed: ' : `${missed.length} required topics are missed: `}
          {missed.map(({ name }) => name).join(', ')}.
        </div>
      ) : (
        <p className="note">No required topic is missed in these three years.</p>
      )}
      <div className="table-tall">
        <DataTable
          caption="Topics by year"
          className="table--dense"
          columns={columns}
          rows={data.topics}
          rowKey={({ key }) => key}
          hidden={['module']}
          steady
        />
      </div>
    </>
  );
}

interface TaughtProps {
  topic: NeedsTopic;
  /** Which of the three years, from 0. */
  at: number;
  year: string;
  /** Of the analysis. */
  id: number;
  isFrozen: boolean;
}

/** Whether a topic is taught in a year. */
function Taught({ topic, at, year, id, isFrozen }: TaughtProps) {
  const trust = useTrust().code;
  const set = useAct(
    (years: [boolean, boolean, boolean]) => planner.training.changeTopic({ trust, id, topic: topic.key, years }),
    ({ label }) => label && `Saved: ${label}`,
  );
  return (
    <input
      type="checkbox"
      aria-label={`${topic.name} in ${year}`}
      checked={topic.years[at] ?? false}
      disabled={isFrozen}
      onChange={({ target }) => {
        const plan: [boolean, boolean, boolean] = [...topic.years];
        plan[at] = target.checked;
        set.mutate(plan, { onError: (error) => announce(sentence(error)) });
      }}
    />
  );
}
