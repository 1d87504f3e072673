import type { NeedsAnalysis, NeedsTopic } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { counted, decimal } from '../../components/numbers.ts';
import { nameIn } from './words.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';

const words = { required: 'Required', recommended: 'Recommended', not: '–' } as const;
const given = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;

const means = [
  { term: 'Due', meaning: 'People who have to do the topic this year, of the staff groups for which it is required.' },
  { term: 'Sessions', meaning: 'People who are due ÷ seats of a session, rounded up.' },
  {
    term: 'A staff group',
    meaning: 'Whether the topic is required or recommended for it, and how many people are due.',
  },
];

interface NeedsMatrixProps {
  data: NeedsAnalysis;
  isFrozen: boolean;
  onTopic: (key: string) => void;
}

/** Each topic by each staff group: required, recommended or not, with the people due this year. */
export function NeedsMatrix({ data, isFrozen, onTopic }: NeedsMatrixProps) {
  return (
    <DrawnTable
      caption="Who needs what"
      className="table table--dense needs"
      scroll="table-scroll--tall"
      definitions={means}
    >
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col" className="number">
            Due
          </th>
          <th scope="col" className="number">
            Sessions
          </th>
          {data.groups.map(({ group, name, heads }) => (
            <th key={group} scope="col">
              {name}
              <span className="by-hand">{counted(heads, 'head')}</span>
            </th>
          ))}
        </tr>
      </thead>
      {data.modules.map((module) => {
        const topics = data.topics.filter((topic) => topic.module === module.key);
        return (
          topics.length > 0 && (
            <tbody key={module.key}>
              <tr className="table__group">
                <th scope="rowgroup" colSpan={data.groups.length + 3}>
                  {module.name}
                </th>
              </tr>
              {topics.map((topic) => (
                <TopicRow key={topic.key} topic={topic} data={data} isFrozen={isFrozen} onTopic={onTopic} />
              ))}
            </tbody>
          )
        );
      })}
    </DrawnTable>
  );
}

function TopicRow({ topic, data, isFrozen, onTopic }: NeedsMatrixProps & { topic: NeedsTopic }) {
  const trust = useTrust().code;
  const set = useAct(
    (cells: { group: string; need?: 'required' | 'recommended' | 'not'; source?: string }) =>
      planner.training.setNeed({ trust, id: data.id, topic: topic.key, ...cells }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => onTopic(topic.key)}>
          {topic.name}
        </button>
        <span className="by-hand">
          {decimal(topic.minutes / 60, 1)} h every {topic.everyMonths} months, {given[topic.mode]}
          {topic.passPercent !== null && `, assessed ${topic.passPercent} %`}
          {topic.level === 'stretch' && ', stretch'}
          {topic.own && ', changed'}
        </span>
      </th>
      <td className="number">{topic.due}</td>
      <td className="number">{topic.sessions}</td>
      {topic.cells.map((cell) => {
        const what = `${topic.name}, ${data.groups.find(({ group }) => group === cell.group)?.name ?? cell.group}`;
        return (
          <td key={cell.group}>
            {isFrozen ? (
              words[cell.need]
            ) : (
              <select
                className="in-row"
                aria-label={`Need: ${what}`}
                value={cell.need}
                onChange={({ target }) =>
                  set.mutate({ group: cell.group, need: target.value as typeof cell.need }, failed)
                }
              >
                <option value="required">Required</option>
                <option value="recommended">Recommended</option>
                <option value="not">–</option>
              </select>
            )}
            {cell.need !== 'not' && (
              <span className="by-hand">
                {cell.need === 'required' && `${cell.due} due `}
                {isFrozen ? (
                  nameIn(data.sources, cell.source)
                ) : (
                  <select
                    className="needs__source"
                    aria-label={`Source of the need: ${what}`}
                    value={cell.source}
                    onChange={({ target }) => set.mutate({ group: cell.group, source: target.value }, failed)}
                  >
                    {data.sources.map(({ key, name }) => (
                      <option key={key} value={key}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
