import type { TodayToBringIn } from '#contract';
import type { Context } from '../../context.ts';
import { liveBatches } from '../../imports/batches.ts';
import { isOn } from '../../policy/is-on.ts';
import { listLines, type StoredLine } from '../establishment/repository.ts';
import type { TrustRow } from '../organisation/repository.ts';

interface List extends TodayToBringIn {
  /** The part of the planner that uses it. */
  readonly part: string;
  /** The same said by hand, in a line of the establishment. */
  readonly byHand?: (line: StoredLine) => boolean;
}

/** Without these there is no gap. */
const ofTheGap: readonly List[] = [
  {
    kind: 'staff_list',
    title: 'Staff list',
    gives: 'who is in post, and with the ledger the gap',
    part: 'establishment',
    byHand: ({ inPost }) => inPost !== null,
  },
  {
    kind: 'ledger',
    title: 'Finance ledger',
    gives: 'what is funded, and with the staff list the vacancies',
    part: 'establishment',
    byHand: ({ funded }) => funded !== null,
  },
];

const others: readonly List[] = [
  {
    kind: 'duty_roster',
    title: 'Duty roster',
    gives: 'shift fill, coordinators and temporary staffing',
    part: 'rosters',
  },
  { kind: 'training', title: 'Training records', gives: 'compliance and the date of 90 %', part: 'training' },
  { kind: 'leavers', title: 'Leavers', gives: 'turnover, and why people go', part: 'staff' },
  { kind: 'absence', title: 'Absence', gives: 'sickness, and who is really available', part: 'staff' },
];

/** What to bring in next: the lists of the gap until both are there, then the others while nothing is due. */
export function toBringIn(context: Context, trust: TrustRow, isAnythingDue: boolean): TodayToBringIn[] {
  if (!isOn(context, 'imports')) return [];
  const isMissing = ({ kind, part, byHand }: List) =>
    isOn(context, part) &&
    liveBatches(context.database, trust.id, kind).length === 0 &&
    !(byHand && listLines(context.database, trust.id).some(byHand));
  const missing = ofTheGap.filter(isMissing);
  const wanted = missing.length > 0 || isAnythingDue ? missing : others.filter(isMissing);
  return wanted.map(({ kind, title, gives }) => ({ kind, title, gives }));
}
