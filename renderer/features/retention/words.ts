import type { ActionField, MeasureReading, RetentionAction, RetentionPlan } from '#contract';
import { counted, dateText, decimal } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

/** Fields as forms and lists call them. */
export const fieldTitles: Record<ActionField, string> = {
  number: 'Number',
  unit: 'Unit',
  references: 'Theme 2 lines',
  theme: 'Element',
  promise: 'People Promise',
  issue: 'Issue',
  evidence: 'Evidence',
  evidenceSource: 'Source of the evidence',
  baseline: 'Baseline',
  baselineOn: 'Baseline as on',
  action: 'Action',
  owner: 'Owner (role)',
  start: 'Start',
  due: 'Due',
  status: 'Status',
  rag: 'RAG',
  cost: 'Cost, £',
  funding: 'Funding',
  equalityReference: 'Equality plan reference',
  measure: 'Measure',
  target: 'Target',
  current: 'Current value',
  figure: 'Figure of the planner',
  confidence: 'Confidence',
  nextReview: 'Next review',
  escalateTo: 'Escalate to',
  escalation: 'What is escalated',
  notes: 'Notes',
};

export const escalations = [
  { key: 'lmns', name: 'LMNS' },
  { key: 'national', name: 'NHS England' },
];

export const titleOf = ({ number, action }: Pick<RetentionAction, 'number' | 'action'>) =>
  [number, action].filter(Boolean).join(' ') || 'Action without a name';

/** Hundredths of whatever a measure is in: 6350 is "63.5". */
export const valueText = (value: number) => decimal(value / 100, value % 100 === 0 ? 0 : 2);

/** The last value that was taken, else what the plan says; null where there is none. */
export function currentText({ readings, current }: Pick<RetentionAction, 'readings' | 'current'>): string | null {
  const last: MeasureReading | undefined = readings[readings.length - 1];
  return last ? valueText(last.value) : current;
}

/** "63 now, from 44 to 75", as far as it is known. */
export function measureText(action: RetentionAction): string {
  const current = currentText(action);
  const parts = [
    current === null ? null : `${current} now`,
    action.baseline === null ? null : `from ${action.baseline}`,
    action.target === null ? null : `to ${action.target}`,
  ];
  const values = parts.filter(Boolean).join(', ');
  return [action.measure ?? action.figureName, values].filter(Boolean).join(': ');
}

export const unmeasuredText = { no_measure: 'No measure', no_value: 'No value yet' } as const;

/** What stands out about the date of an action: red where it is overdue, amber where it is due soon. */
export function dueStatus({ overdueDays, dueSoon }: RetentionAction): { kind: StatusKind; word: string } | null {
  if (overdueDays !== null) return { kind: 'red', word: `Overdue ${counted(overdueDays, 'day')}` };
  return dueSoon ? { kind: 'amber', word: 'Due soon' } : null;
}

export const ragKinds: Readonly<Record<string, StatusKind>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  blue: 'blue',
};

/** What the file says of a field, as a person reads it. */
export function fileText(plan: RetentionPlan, field: ActionField, file: string | null): string {
  if (file === null) return 'nothing';
  if (/^\d{4}-\d{2}-\d{2}$/.test(file)) return dateText(file);
  const choices = { theme: plan.elements, status: plan.statuses, rag: plan.colours, escalateTo: escalations };
  return choices[field as keyof typeof choices]?.find(({ key }) => key === file)?.name ?? file;
}

export const definitions = [
  { term: 'Overdue', meaning: 'Due before the day, neither complete nor cancelled.' },
  {
    term: 'Due soon',
    meaning: 'Due on the day or within the days of warning of the rules, 28 unless you set your own.',
  },
  {
    term: 'Unmeasured',
    meaning: 'Open, names no figure that the planner works out, and no value of its measure was taken.',
  },
  { term: 'Escalated', meaning: 'The LMNS or NHS England is to know of it.' },
];
