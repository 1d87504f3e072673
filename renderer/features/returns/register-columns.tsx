import { type Register, type RegisterLine, type ReturnFinding, statusWords } from '#contract';
import type { Column } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { lineButtonId, type Place, placeOf } from './places.ts';
import { planDates, shortDate } from './words.ts';

const toDo: Partial<Record<ReturnFinding['field'], string>> = {
  status: 'Give a status',
  progress: 'Add the progress',
  lead: 'Name the lead',
  evidence: 'Add evidence',
  risk: 'Add the risk',
  mitigation: 'Add the mitigation',
};
const toDoOf = ({ field }: ReturnFinding) => toDo[field] ?? 'Look at it';

/** On one line, cut where the column ends; the line's own page has it whole. */
function Cut({ text }: { text: string }) {
  return (
    <span className="cut" title={text}>
      {text}
    </span>
  );
}

/** Columns of the trust's lines. The title opens the line; a finding opens it at the field that lacks something. */
export function lineColumns(onPlace: (place: Place) => void): Column<RegisterLine>[] {
  return [
    { key: 'line', title: 'Line', value: ({ plan }) => plan.reference },
    {
      key: 'action',
      title: 'Action',
      header: true,
      value: ({ plan }) => plan.title,
      show: ({ plan: { reference, title } }) => (
        <button
          type="button"
          className="link"
          id={lineButtonId(reference)}
          onClick={() => onPlace({ reference, field: null })}
        >
          {title}
        </button>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      value: ({ answer }) => (answer.status ? statusWords[answer.status] : 'No status'),
      show: ({ answer }) =>
        answer.status ? <Status kind={answer.status} word={statusWords[answer.status]} /> : 'No status',
      means: 'As the trust gives it: complete, on track, at risk, off track.',
    },
    {
      key: 'findings',
      title: 'To look at',
      value: ({ findings }) => findings.map(({ message }) => message).join(' '),
      show: ({ findings: [finding] }) =>
        finding && (
          <button
            type="button"
            className="link"
            aria-label={`${toDoOf(finding)}: ${finding.message}`}
            onClick={() => onPlace(placeOf(finding))}
          >
            {toDoOf(finding)}
          </button>
        ),
      means: 'What is wanting or contradicts itself before the return can be submitted.',
    },
    {
      key: 'lead',
      title: 'Lead',
      value: ({ answer }) => answer.lead,
      show: ({ answer }) => <Cut text={answer.lead} />,
    },
    {
      key: 'due',
      title: 'Due',
      value: ({ answer }) => answer.due,
      show: ({ answer, overdue }) => (
        <span className="whole">
          {answer.due && shortDate(answer.due)}
          {overdue && <strong className="overdue"> Overdue</strong>}
        </span>
      ),
    },
    {
      key: 'progress',
      title: 'Progress',
      value: ({ answer }) => answer.progress,
      show: ({ answer }) => <Cut text={answer.progress} />,
    },
  ];
}

type ContextLine = Register['context'][number];

/** Columns of the lines that others answer. */
export function contextColumns(publishedWording: boolean): Column<ContextLine>[] {
  return [
    { key: 'line', title: 'Line', value: ({ plan }) => plan.reference },
    { key: 'action', title: 'Action', header: true, value: ({ plan }) => plan.title },
    { key: 'when', title: 'When', value: ({ plan }) => planDates(plan) ?? 'no date' },
    { key: 'asked', title: 'What it says, in our words', value: ({ plan }) => plan.sentence },
    ...(publishedWording
      ? [
          {
            key: 'published',
            title: 'As published',
            value: ({ published }: ContextLine) => published ?? '',
            means: 'The wording of the published line, where it may be given.',
          },
        ]
      : []),
  ];
}
