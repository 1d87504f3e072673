import type { KeptRecord, LmnsRecord, LmnsRecordKind } from '#contract';
import type { Column } from '../../components/DataTable.tsx';
import { dateText, wteText } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';
import type { Choices } from './record-fields.ts';

type Cells = Readonly<Record<string, string | number | null>>;
const cellsOf = ({ cells }: KeptRecord) => cells as unknown as Cells;

// What is left out because few people could be told from it is not listed, copied or exported either.
const plain = (key: string, title: string, means?: string): Column<KeptRecord> => ({
  key,
  title,
  ...(means && { means }),
  value: (row) => row.leftOut[key] ?? cellsOf(row)[key] ?? null,
});
const count = (key: string, title: string, means?: string): Column<KeptRecord> => ({
  ...plain(key, title, means),
  number: true,
  show: (row) => row.leftOut[key] ?? cellsOf(row)[key] ?? 'not known',
});
const day = (key: string, title: string): Column<KeptRecord> => ({
  ...plain(key, title),
  show: (row) => {
    const value = cellsOf(row)[key];
    return typeof value === 'string' ? dateText(value) : '–';
  },
});

/** Whether an action is done, late or open, as shape, colour and word. */
export function actionState(
  { doneOn, due }: Extract<LmnsRecord, { kind: 'action' }>,
  today: string,
): { kind: StatusKind; word: string } {
  if (doneOn !== null) return { kind: 'green', word: `Done ${dateText(doneOn)}` };
  if (due < today) return { kind: 'red', word: `Late since ${dateText(due)}` };
  return { kind: 'blue', word: `Due ${dateText(due)}` };
}

const judgements: Record<string, StatusKind> = { assured: 'green', 'partly assured': 'amber', 'not assured': 'red' };

const status = (
  title: string,
  means: string,
  of: (cells: LmnsRecord) => { kind: StatusKind; word: string },
): Column<KeptRecord> => ({
  key: 'state',
  title,
  means,
  value: ({ cells }) => of(cells).word,
  show: ({ cells }) => <Status {...of(cells)} />,
});

/** The columns of a kind of record; the first opens it. */
export function recordColumns(
  kind: LmnsRecordKind,
  { trusts, periods, today }: Choices & { today: string },
  onOpen: (record: KeptRecord) => void,
): Column<KeptRecord>[] {
  const nameOf = (row: KeptRecord) =>
    trusts.find(({ key }) => key === row.cells.code)?.name ?? row.cells.code ?? 'the LMNS itself';
  const trust: Column<KeptRecord> = {
    key: 'code',
    title: kind === 'practice' || kind === 'challenge' ? 'From' : 'Trust',
    value: nameOf,
    header: true,
    show: (row) => (
      <button type="button" className="link" onClick={() => onOpen(row)} aria-label={`Open: ${nameOf(row)}, ${row.id}`}>
        {nameOf(row)}
      </button>
    ),
  };
  const period: Column<KeptRecord> = {
    ...plain('period', 'Period'),
    show: (row) => periods.find(({ key }) => key === cellsOf(row)['period'])?.name ?? cellsOf(row)['period'],
  };
  switch (kind) {
    case 'action':
      return [
        trust,
        plain('reference', 'Line'),
        plain('what', 'What is to be done'),
        plain('owner', 'Owner'),
        status('State', 'Done, late or open by its day.', (cells) =>
          cells.kind === 'action' ? actionState(cells, today) : { kind: 'blue', word: '' },
        ),
        plain('followUp', 'Follow-up'),
      ];
    case 'assurance':
      return [
        trust,
        period,
        status('Judgement', 'How sure the LMNS is of what the trust returned.', (cells) => {
          const word = cells.kind === 'assurance' ? cells.judgement : '';
          return { kind: judgements[word] ?? 'blue', word: word.replace(/^./, (letter) => letter.toUpperCase()) };
        }),
        plain('basis', 'Judged from', 'What the judgement rests on.'),
        plain('by', 'By'),
        day('on', 'On'),
      ];
    case 'level':
      return [
        trust,
        plain('profession', 'Profession'),
        plain(
          'agreed',
          'Level agreed',
          'The staffing level that the LMNS and the trust agreed for a profession without a tool.',
        ),
        {
          ...count('wte', 'WTE', 'WTE that the level comes to.'),
          show: ({ cells }) => (cells.kind === 'level' && cells.wte !== null ? wteText(cells.wte) : '–'),
        },
        plain('guidance', 'Guidance'),
        day('agreedOn', 'Agreed'),
        day('reviewOn', 'Review'),
      ];
    case 'capacity':
      return [
        trust,
        period,
        plain('service', 'Service'),
        plain('of', 'Counted in', 'What the numbers beside it count: cots, beds or births.'),
        count('commissioned', 'Commissioned', 'What the service is paid to provide.'),
        count('staffedFor', 'Staffed for', 'What there is staff for.'),
        plain('note', 'Note'),
      ];
    case 'placements':
      return [
        trust,
        period,
        plain('university', 'University'),
        plain('learners', 'Learners'),
        count('places', 'Places', 'Places for learners that the trust offers.'),
        count('filled', 'Filled', 'Places that a learner took.'),
        plain('quality', 'Quality'),
      ];
    case 'practice':
      return [
        trust,
        plain('title', 'Practice'),
        plain('words', 'In words'),
        plain('references', 'Lines'),
        plain('sharedWith', 'Shared with', 'Trusts that the practice was passed on to.'),
        day('sharedOn', 'Shared on'),
      ];
    case 'challenge':
      return [
        trust,
        plain('title', 'Challenge'),
        plain('words', 'In words'),
        plain('effect', 'Effect', 'What the challenge does to the service.'),
        day('raisedOn', 'Raised'),
        plain('answer', 'Answer'),
      ];
  }
}
