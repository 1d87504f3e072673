import type { LmnsRecord, LmnsRecordKind } from '#contract';
import type { Field } from '../../components/Fields.tsx';
import { wteText } from '../../components/numbers.ts';

export interface Choices {
  readonly trusts: readonly { readonly key: string; readonly name: string }[];
  readonly periods: readonly { readonly key: string; readonly name: string }[];
  readonly lines: readonly { readonly key: string; readonly name: string }[];
}

interface Sort {
  /** Of the view, of one, and of the line of the plan that they serve. */
  readonly title: string;
  readonly one: string;
  readonly line: string;
  /** What will be here, for an empty list. */
  readonly empty: string;
  readonly fields: (choices: Choices) => readonly Field[];
}

const trust = ({ trusts }: Choices): Field => ({ key: 'code', label: 'Trust', choices: trusts });
const period = ({ periods }: Choices): Field => ({ key: 'period', label: 'Period', choices: periods });
const by: Field = { key: 'by', label: 'By, a role', hint: 'Such as Director of Midwifery' };
const words = (key: string, label: string): Field => ({ key, label, kind: 'words', most: 1500 });
const shared = (choices: Choices): Field[] => [
  { ...trust(choices), label: 'From', none: 'the LMNS itself' },
  { key: 'title', label: 'Title' },
  words('words', 'In words'),
  { key: 'references', label: 'Lines of the plan', hint: 'Such as 5.1, 5.4' },
];

/** What the LMNS keeps, by kind: one form and one table each. */
export const sorts: Record<LmnsRecordKind, Sort> = {
  action: {
    title: 'Actions back to trusts',
    one: 'action',
    line: '',
    empty: 'What a trust is asked to do after its return was read, by whom and until when, and what became of it.',
    fields: (choices) => [
      trust(choices),
      { key: 'reference', label: 'Line of the plan', choices: choices.lines },
      words('what', 'What is to be done'),
      { key: 'owner', label: 'Owner, a role', hint: 'Such as Head of Midwifery' },
      { key: 'due', label: 'Due', kind: 'date' },
      { key: 'doneOn', label: 'Done on', kind: 'date' },
      words('followUp', 'Follow-up'),
    ],
  },
  assurance: {
    title: 'Safe staffing (4.4)',
    one: 'statement',
    line: '4.4',
    empty: 'A statement for each trust and period: whether its staffing is safe, and what that is judged from.',
    fields: (choices) => [
      trust(choices),
      period(choices),
      {
        key: 'judgement',
        label: 'Judgement',
        choices: ['assured', 'partly assured', 'not assured'].map((key) => ({ key, name: key })),
      },
      words('basis', 'What it is judged from'),
      by,
      { key: 'on', label: 'On', kind: 'date' },
    ],
  },
  level: {
    title: 'Agreed levels (4.5)',
    one: 'agreed level',
    line: '4.5',
    empty:
      'Staffing levels agreed with a trust for professions that have no national tool, and when they are reviewed.',
    fields: (choices) => [
      trust(choices),
      { key: 'profession', label: 'Profession', hint: 'Such as obstetric anaesthetists' },
      words('agreed', 'Level that was agreed'),
      { key: 'wte', label: 'WTE, where it is one', kind: 'number' },
      { key: 'guidance', label: 'Guidance it follows' },
      by,
      { key: 'agreedOn', label: 'Agreed on', kind: 'date' },
      { key: 'reviewOn', label: 'To be reviewed on', kind: 'date' },
    ],
  },
  capacity: {
    title: 'Capacity (4.6)',
    one: 'capacity',
    line: '4.6',
    empty: 'What is commissioned of each trust beside what the staff that it has can give.',
    fields: (choices) => [
      trust(choices),
      period(choices),
      { key: 'service', label: 'Service', hint: 'Such as neonatal intensive care' },
      { key: 'of', label: 'Counted in', hint: 'Such as births or cots' },
      { key: 'commissioned', label: 'Commissioned', kind: 'number' },
      { key: 'staffedFor', label: 'Staffed for', kind: 'number', hint: 'Leave it empty where it is not known' },
      words('note', 'Note'),
    ],
  },
  placements: {
    title: 'Placements (4.7)',
    one: 'placement capacity',
    line: '4.7',
    empty: 'Places for learners by trust and university, how many were filled, and how good they are.',
    fields: (choices) => [
      trust(choices),
      period(choices),
      { key: 'university', label: 'University or college' },
      { key: 'learners', label: 'Learners', hint: 'Such as midwifery, year 2' },
      { key: 'places', label: 'Places', kind: 'number' },
      { key: 'filled', label: 'Filled', kind: 'number', hint: 'Leave it empty where it is not known' },
      words('quality', 'Quality'),
    ],
  },
  practice: {
    title: 'Shared practice (5.7)',
    one: 'practice',
    line: '5.7',
    empty: 'What helps staff to stay, from the returns of trusts or the LMNS’s own, and with whom it was shared.',
    fields: (choices) => [
      ...shared(choices),
      words('sharedWith', 'Shared with, and what came of it'),
      { key: 'sharedOn', label: 'Shared on', kind: 'date' },
    ],
  },
  challenge: {
    title: 'Challenges (5.8)',
    one: 'challenge',
    line: '5.8',
    empty:
      'Retention problems that are common or large, for the national team: when they were raised and what it said.',
    fields: (choices) => [
      ...shared(choices),
      words('effect', 'How common, and its effect'),
      { key: 'raisedOn', label: 'Raised with the national team on', kind: 'date' },
      words('answer', 'Its answer'),
    ],
  },
};

export const kinds = Object.keys(sorts) as LmnsRecordKind[];

const counts = new Set(['commissioned', 'staffedFor', 'places', 'filled']);
const maybe = new Set(['wte', 'staffedFor', 'filled', 'doneOn', 'reviewOn', 'sharedOn', 'raisedOn']);

/** The cells of a record as a form shows them. */
export function typedRecord(
  cells: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ key }) => {
      const value = cells[key];
      if (value === null || value === undefined) return [key, ''];
      return [key, key === 'wte' ? wteText(Number(value)).replaceAll(',', '') : String(value)];
    }),
  );
}

/** What was typed as a record, or what is wrong with it by field. */
export function readRecord(
  kind: LmnsRecordKind,
  typed: Readonly<Record<string, string>>,
  fields: readonly Field[],
): { cells: LmnsRecord; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const cells: Record<string, unknown> = { kind };
  for (const { key, label, kind: sort, none, choices } of fields) {
    const text = (typed[key] ?? '').trim();
    if (text === '' && (maybe.has(key) || none !== undefined)) cells[key] = null;
    else if (text === '' && (sort === 'date' || counts.has(key) || choices)) problems[key] = `Enter “${label}”.`;
    else if (counts.has(key) || key === 'wte') {
      const number = Number(text.replaceAll(',', ''));
      const isWhole = key === 'wte' ? number >= 0 : Number.isInteger(number) && number >= 0;
      if (isWhole) cells[key] = key === 'wte' ? Math.round(number * 100_000) : number;
      else problems[key] = key === 'wte' ? 'Enter WTE such as 4.60.' : 'Enter a whole number, 0 or more.';
    } else cells[key] = text;
  }
  return { cells: cells as unknown as LmnsRecord, problems };
}
