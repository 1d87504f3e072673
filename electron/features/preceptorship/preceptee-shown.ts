import type { BoardRow } from '#contract';
import { dateInWords, partsOf } from '../../core/dates.ts';
import type { Due } from './calculations/due.ts';
import { byPressure } from './calculations/due.ts';
import { happened } from './calculations/course.ts';
import { preceptorOn, unitOn, wteOn } from './calculations/living.ts';
import type { Preceptee } from './worked-out.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The cohort that was given, else the month of the start. */
export function cohortOf({ cells }: Preceptee): string {
  const { year, month } = partsOf(cells.start);
  return cells.cohort ?? `${months[month - 1]} ${year}`;
}

export const nameOf = ({ cells, person }: Preceptee) =>
  cells.name ?? (person === null ? 'No name' : `Person ${person}`);

/** A preceptee as the board has it. */
export function boardRowOf(preceptee: Preceptee, today: string, isCommunity: (unit: string) => boolean): BoardRow {
  const { key, person, cells, programme, standing, hours, hand, course, due } = preceptee;
  const { meetings, steps } = standing;
  const all = [...meetings, ...steps];
  const applicable = all.filter(({ status }) => status !== 'not_applicable');
  return {
    key,
    name: nameOf(preceptee),
    person,
    programme: programme.programme,
    programmeName: programme.name,
    cohort: cohortOf(preceptee),
    unit: unitOn(cells, hand.events, today),
    preceptor: preceptorOn(cells, hand.events, today),
    start: cells.start,
    registered: cells.registered,
    clock: standing.clock,
    wte: wteOn(preceptee.contract, today),
    state: standing.state,
    next: nextOf(preceptee),
    overdue: due.filter(({ when }) => when === 'overdue').length,
    done: applicable.filter(({ status }) => status === 'done' || status === 'done_late').length,
    steps: applicable.length,
    hours,
    plannedEnd: standing.plannedEnd,
    adjustedEnd: standing.adjustedEnd,
    ended: standing.ended,
    leaves: leavingOf(preceptee, today),
    limit: standing.limit,
    sure: preceptee.sure,
    because: [...preceptee.because],
    remarks: remarksOf(preceptee, today),
    meetings: all.map(({ key: step, due: day, held, movedTo, status }) => ({
      key: step,
      due: day,
      held,
      movedTo,
      status,
    })),
    pauses: course.pauses.map((pause) => ({ ...pause })),
    rotations: hand.events.flatMap((event) =>
      event.kind === 'unit' || event.kind === 'rotation'
        ? [
            {
              from: event.from,
              until: event.until,
              unit: event.unit,
              outside: event.setting === 'community' || (event.setting === null && isCommunity(event.unit)),
            },
          ]
        : [],
    ),
    extendedTo: course.extension?.until ?? null,
    origin: preceptee.own ? 'own' : preceptee.edited.length > 0 || hasRecords(preceptee) ? 'edited' : 'file',
  };
}

const hasRecords = ({ hand }: Preceptee) => hand.meetings.length + hand.events.length + hand.hours.length > 0;

/** The last day of a leaving that is known and still to come. */
const leavingOf = ({ course: { left } }: Preceptee, today: string): string | null =>
  happened(left, today) === null ? left : null;

/** The most pressing thing due, else the next step to come. */
function nextOf({ due, standing }: Preceptee): BoardRow['next'] {
  const [first] = due.filter(({ when }) => when !== 'possible').sort(byPressure);
  if (first) return { what: first.what, on: first.movedTo ?? first.due, when: first.when };
  const coming = [...standing.meetings, ...standing.steps]
    .filter(({ status, due: day }) => status === 'upcoming' && day !== null)
    .sort((one, other) => ((one.movedTo ?? one.due ?? '') < (other.movedTo ?? other.due ?? '') ? -1 : 1))[0];
  if (coming?.due == null) return null;
  return { what: coming.name, on: coming.movedTo ?? coming.due, when: 'later' };
}

function remarksOf(preceptee: Preceptee, today: string): string[] {
  const { breaches, standing, contract, programme, course, cells, hand, isOver } = preceptee;
  const remarks = breaches.map(
    ({ from, unit, hospitalUntil }) =>
      `${unit ?? 'A place'} from ${dateInWords(from)} lies outside the hospital in the first ${programme.hospitalMonths} months (to ${dateInWords(hospitalUntil)})`,
  );
  const leaves = leavingOf(preceptee, today);
  if (leaves !== null) remarks.push(`Leaves on ${dateInWords(leaves)}`);
  if (!isOver && course.preceptorLeft !== null)
    remarks.push(
      `${preceptorOn(cells, hand.events, today) ?? ''} left the register of preceptors on ${dateInWords(course.preceptorLeft)}: name another preceptor`,
    );
  if (standing.pastLimit)
    remarks.push(`The extension goes past the ${programme.longestMonths} months of the programme`);
  if (programme.proRata && contract.some(({ wte }) => wte === null))
    remarks.push('No WTE is given, so the hours that are owed are not known');
  return remarks;
}

/** What is due of somebody, with who it is. */
export function dueItemOf(preceptee: Preceptee, item: Due, today: string) {
  const { key, cells, hand, programme } = preceptee;
  return {
    ...item,
    escalation: item.escalation.map((level) => ({ ...level })),
    key,
    mentoring: null,
    name: nameOf(preceptee),
    unit: unitOn(cells, hand.events, today),
    preceptor: preceptorOn(cells, hand.events, today),
    programmeName: programme.name,
    cohort: cohortOf(preceptee),
  };
}
