import type { IncentiveRequirementShown } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { percentText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { markWords, statusWords } from './scheme-words.ts';

interface RequirementTableProps {
  caption: string;
  requirements: IncentiveRequirementShown[];
  onOpen: (reference: string) => void;
}

const columnsFor = (onOpen: (reference: string) => void): Column<IncentiveRequirementShown>[] => [
  {
    key: 'requirement',
    title: 'Requirement',
    header: true,
    value: ({ reference, title }) => `${reference} ${title}`,
    show: ({ reference, title, advisory }) => (
      <>
        <button type="button" className="link" onClick={() => onOpen(reference)}>
          {reference} {title}
        </button>
        {advisory && <small> advice, not scored</small>}
      </>
    ),
  },
  {
    key: 'status',
    title: 'Status',
    value: ({ status }) => (status ? statusWords[status].word : 'No status'),
    show: ({ status }) => (status ? <Status {...statusWords[status]} /> : 'No status'),
    means: 'As the trust judges it: no status follows from a figure alone.',
  },
  {
    key: 'share',
    title: 'Share',
    number: true,
    share: true,
    value: ({ share }) => (share && share.denominator > 0 ? share.numerator / share.denominator : null),
    show: ({ share, standing }) => (
      <>
        {share ? percentText(share) : standing === null ? '' : 'Not known'}
        {standing === 'below' && <span className="overdue"> below</span>}
      </>
    ),
    means: 'What the planner knows or was entered: people or cases that meet it ÷ all that count.',
  },
  {
    key: 'wanted',
    title: 'Wanted',
    number: true,
    value: ({ threshold }) => threshold?.percent ?? null,
    show: ({ threshold }) => (threshold ? `${threshold.percent} %${threshold.own ? ' (own)' : ''}` : ''),
    means: 'The share that the scheme of the year asks for; “own” where the trust set another.',
  },
  {
    key: 'known',
    title: 'Known from the planner',
    value: ({ figures }) => figures.map(({ title, value }) => `${title}: ${value ?? 'not known'}`).join('; '),
    show: ({ figures }) =>
      figures.map(({ key, title, value }) => (
        <div key={key}>
          {title}: {value ?? 'not known'}
        </div>
      )),
  },
  {
    key: 'fields',
    title: 'Fields',
    number: true,
    value: ({ fields }) => fields.filter(({ value }) => value !== null).length,
    show: ({ fields }) => `${fields.filter(({ value }) => value !== null).length} of ${fields.length}`,
    means: 'Fields of the requirement that are filled in, of all.',
  },
  {
    key: 'evidence',
    title: 'Evidence',
    number: true,
    value: ({ evidence }) => evidence.length,
    means: 'Pieces of evidence that are named for it.',
  },
  {
    key: 'mark',
    title: 'Wording',
    value: ({ mark }) => markWords[mark] ?? mark,
    means: 'Whether the wording was checked against the published scheme.',
  },
];

/** The requirements of a safety action: what the planner knows, what was entered, and how it stands. */
export function RequirementTable({ caption, requirements, onOpen }: RequirementTableProps) {
  return (
    <DataTable
      className="table--dense assurance__requirements"
      caption={caption}
      columns={columnsFor(onOpen)}
      rows={requirements}
      rowKey={({ reference }) => reference}
    />
  );
}
