import type { NeedsAnalysis, NeedsTopic } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { counted, decimal } from '../../components/numbers.ts';
import { moduleColumn } from './module-column.ts';
import { nameIn } from './words.ts';

const words = { required: 'Required', recommended: 'Recommended', not: '–' } as const;
const given = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;
type Cell = NeedsTopic['cells'][number];

interface NeedsMatrixProps {
  data: NeedsAnalysis;
  isFrozen: boolean;
  onTopic: (key: string) => void;
}

/** Each topic by each staff group: required, recommended or not, with the people due this year. */
export function NeedsMatrix({ data, isFrozen, onTopic }: NeedsMatrixProps) {
  const cellOf = (topic: NeedsTopic, group: string) => topic.cells.find((cell) => cell.group === group);
  const columns: Column<NeedsTopic>[] = [
    {
      key: 'topic',
      title: 'Topic',
      header: true,
      value: ({ name }) => name,
      show: (topic) => <TopicName topic={topic} onTopic={onTopic} />,
    },
    moduleColumn(data),
    {
      key: 'due',
      title: 'Due',
      number: true,
      value: ({ due }) => due,
      means: 'People who have to do the topic this year, of the staff groups for which it is required.',
    },
    {
      key: 'sessions',
      title: 'Sessions',
      number: true,
      value: ({ sessions }) => sessions,
      means: 'People who are due ÷ seats of a session, rounded up.',
    },
    ...data.groups.map(
      ({ group, name, heads }): Column<NeedsTopic> => ({
        key: group,
        title: name,
        unit: counted(heads, 'head'),
        value: (topic) => words[cellOf(topic, group)?.need ?? 'not'],
        inOrder: Object.values(words),
        show: (topic) => {
          const cell = cellOf(topic, group);
          if (!cell) return null;
          return <Need topic={topic} cell={cell} data={data} isFrozen={isFrozen} what={`${topic.name}, ${name}`} />;
        },
        means: 'Whether the topic is required or recommended for the staff group, and how many people are due.',
      }),
    ),
  ];
  return (
    <div className="table-tall">
      <DataTable
        caption="Who needs what"
        className="table--dense needs"
        columns={columns}
        rows={data.topics}
        rowKey={({ key }) => key}
        hidden={['module']}
        group="module"
        steady
      />
    </div>
  );
}

function TopicName({ topic, onTopic }: { topic: NeedsTopic; onTopic: (key: string) => void }) {
  return (
    <>
      <button type="button" className="link" onClick={() => onTopic(topic.key)}>
        {topic.name}
      </button>
      <span className="by-hand">
        {decimal(topic.minutes / 60, 1)} h every {topic.everyMonths} months, {given[topic.mode]}
        {topic.passPercent !== null && `, assessed ${topic.passPercent} %`}
        {topic.level === 'stretch' && ', stretch'}
        {topic.own && ', changed'}
      </span>
    </>
  );
}

interface NeedProps {
  topic: NeedsTopic;
  cell: Cell;
  data: NeedsAnalysis;
  isFrozen: boolean;
  /** Which topic and staff group. */
  what: string;
}

/** Whether a staff group needs a topic, by which source, and how many of it are due. */
function Need({ topic, cell, data, isFrozen, what }: NeedProps) {
  const trust = useTrust().code;
  const act = useAct(
    (change: { need?: Cell['need']; source?: string }) =>
      planner.training.setNeed({ trust, id: data.id, topic: topic.key, group: cell.group, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const set = (change: { need?: Cell['need']; source?: string }) =>
    act.mutate(change, { onError: (error) => announce(sentence(error)) });
  return (
    <>
      {isFrozen ? (
        words[cell.need]
      ) : (
        <select
          className="in-row"
          aria-label={`Need: ${what}`}
          value={cell.need}
          onChange={({ target }) => set({ need: target.value as Cell['need'] })}
        >
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
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
              onChange={({ target }) => set({ source: target.value })}
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
    </>
  );
}
