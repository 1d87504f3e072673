import type { NeedsAnalysis, NeedsTopic } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Status } from '../../components/Status.tsx';
import { DrawnTable } from '../../components/DrawnTable.tsx';

const means = [
  {
    term: 'Asked for',
    meaning: 'How often somebody has to do the topic again; “of nobody” where no staff group has to.',
  },
  { term: 'A year', meaning: 'Ticked where the topic is taught in that year, from 1 April.' },
  {
    term: 'Status',
    meaning: 'Missed where a required topic is not taught as often as it is asked for in the three years.',
  },
];

/** The plan of three years: in which year each topic is taught, and which required topic would be missed. */
export function NeedsYears({ data, isFrozen }: { data: NeedsAnalysis; isFrozen: boolean }) {
  const first = Number(data.first.slice(0, 4));
  const years = [0, 1, 2].map((later) => `${first + later}/${String((first + later + 1) % 100).padStart(2, '0')}`);
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
      <DrawnTable
        caption="Topics by year"
        className="table table--dense"
        scroll="table-scroll--tall"
        definitions={means}
      >
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Asked for</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {data.topics.map((topic) => (
            <YearRow key={topic.key} topic={topic} data={data} years={years} isFrozen={isFrozen} />
          ))}
        </tbody>
      </DrawnTable>
    </>
  );
}

function YearRow({
  topic,
  data,
  years,
  isFrozen,
}: {
  topic: NeedsTopic;
  data: NeedsAnalysis;
  years: string[];
  isFrozen: boolean;
}) {
  const trust = useTrust().code;
  const set = useAct(
    (plan: [boolean, boolean, boolean]) =>
      planner.training.setTopic({ trust, id: data.id, topic: topic.key, years: plan }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const isAsked = topic.cells.some(({ need }) => need === 'required');
  return (
    <tr>
      <th scope="row">{topic.name}</th>
      <td>{isAsked ? `every ${topic.everyMonths} months` : 'of nobody'}</td>
      {topic.years.map((taught, at) => (
        <td key={years[at]}>
          <input
            type="checkbox"
            aria-label={`${topic.name} in ${years[at]}`}
            checked={taught}
            disabled={isFrozen}
            onChange={({ target }) => {
              const plan: [boolean, boolean, boolean] = [...topic.years];
              plan[at] = target.checked;
              set.mutate(plan, { onError: (error) => announce(sentence(error)) });
            }}
          />
        </td>
      ))}
      <td>
        {topic.missed === null ? (
          isAsked ? (
            <Status kind="green" word="Covered" />
          ) : (
            ''
          )
        ) : (
          <Status kind="red" word={topic.missed} />
        )}
      </td>
    </tr>
  );
}
