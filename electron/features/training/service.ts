import type { Context } from '../../context.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { firstFrom } from '../../core/in-force.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { groupRulesOf } from '../staff/occupation-codes.ts';
import { absencesOf, censuses } from '../staff/repository.ts';
import { flagDiffers, type GroupCompliance, trainingCompliance, trainingWindow } from './calculations/compliance.ts';
import { type CountedPeople, everybodyOn, peopleCounted } from './calculations/people.ts';
import { noCourse } from './entries.ts';
import { type StoredTraining, trainingAt, trainingDays } from './repository.ts';
import { staffListInForce } from './staff-list.ts';

export interface TrainingAnswer {
  readonly census: string;
  readonly window: DatePeriod;
  /** The day on which the files behind the answer were made. */
  readonly day: string;
  /** Rows of people in post; of everybody where there is no staff list. */
  readonly rows: readonly StoredTraining[];
  /** Rows of people who are on no assignment of the staff list. */
  readonly notInPost: readonly StoredTraining[];
  readonly flagDiffers: readonly StoredTraining[];
  /** Null where there is no staff list: then nobody knows how many should have been trained. */
  readonly compliance: readonly GroupCompliance[] | null;
  readonly people: CountedPeople | null;
  /** What keeps the figures from being whole. */
  readonly remarks: readonly { readonly code: string; readonly message: string }[];
}

/**
 * Compliance on a census (D26), with the staff list and the absences that are there now, whenever they came. Without a
 * day that of the newest staff list, else the day of the newest file. Undefined where no training was imported.
 */
export function answerTraining(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
  asked: string | undefined,
): TrainingAnswer | undefined {
  const days = trainingDays(database, trust.id);
  const census = asked ?? censuses(database, trust.id).pop() ?? days[days.length - 1];
  const day = census === undefined ? undefined : firstFrom(days, census);
  if (census === undefined || day === undefined) return undefined;
  const stored = trainingAt(database, trust.id, day).filter(({ course }) => course !== noCourse);
  const window = trainingWindow(census, reference.training);
  const staff = staffListInForce(database, trust.id, census);
  if (staff === undefined) {
    const message = 'No staff list was imported, so nobody can be counted. Import the staff list.';
    const remarks = [{ code: 'no_staff_list', message }];
    const nothing = { compliance: null, people: null, notInPost: [] };
    return { census, window, day, rows: stored, flagDiffers: flagDiffers(stored, census), ...nothing, remarks };
  }
  const inPost = everybodyOn(staff.list, census);
  const rows = stored.filter(({ person }) => inPost.has(person));
  const absences = absencesOf(database, trust.id, { first: '0001-01-01', last: census });
  const rules = groupRulesOf({ database, reference }, trust.id);
  const people = peopleCounted(staff.list, absences, census, rules, reference.training);
  return {
    census,
    window,
    day,
    rows,
    notInPost: stored.filter(({ person }) => !inPost.has(person)),
    flagDiffers: flagDiffers(rows, census),
    compliance: trainingCompliance(rows, people, census, reference.training),
    people,
    remarks: remarksOn(census, day, staff, rows, absences.length > 0),
  };
}

function remarksOn(
  census: string,
  day: string,
  staff: { readonly census: string; readonly list: readonly { readonly status: string | null }[] },
  rows: readonly Pick<StoredTraining, 'knownBy'>[],
  hasAbsences: boolean,
) {
  const remarks: { code: string; message: string }[] = [];
  if (!hasAbsences) {
    remarks.push({
      code: 'no_absence_list',
      message: 'No absence was imported, so people who are long-term sick are counted as eligible.',
    });
  }
  if (staff.list.every(({ status }) => status === null)) {
    const message =
      'The staff list gives no assignment status, so people on maternity leave or a career break are counted as eligible.';
    remarks.push({ code: 'no_assignment_status', message });
  }
  if (rows.some(({ knownBy }) => knownBy !== 'dates')) {
    const message =
      'Some records have no day of training, only the day on which it expires or the file’s word for it: they count as in date, and not as attended in the window.';
    remarks.push({ code: 'no_day_of_training', message });
  }
  if (staff.census !== census) {
    remarks.push({ code: 'staff_list_of_another_day', message: `The staff list in force is that of ${staff.census}.` });
  }
  if (day < census) {
    remarks.push({
      code: 'training_file_older',
      message: `The newest training file was made on ${day}, before the census.`,
    });
  }
  return remarks;
}
