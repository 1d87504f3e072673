import { addDays, addMonths } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { type Beside, besideSpell } from './beside.ts';
import { type Due, dueOf } from './due.ts';
import { type DatedMinutes, givenMinutes, hoursStanding, type HoursStanding } from './hours.ts';
import { type Living, unitOn, wteOn } from './living.ts';
import { type Owed, owedMinutes } from './owed.ts';
import { moved, pausesFrom } from './pauses.ts';
import { type HospitalBreach, hospitalBreaches } from './rotations.ts';
import { certaintyOf, type EndCertainty, type Standing, standingOf } from './standing.ts';

/** All that is worked out of a preceptee as on a day. */
export interface Assessed {
  readonly standing: Standing;
  readonly owed: Owed | null;
  readonly hours: HoursStanding;
  readonly sure: EndCertainty;
  readonly because: readonly string[];
  readonly due: readonly Due[];
  readonly beside: Beside | null;
  readonly breaches: readonly HospitalBreach[];
}

/** The kinds of hours that count as supernumerary: those at orientation are some of them. */
export const supernumeraryKinds = ['orientation', 'supernumerary'] as const;

/** Hours by hand, and the shifts of rosters on days that no entry of the same person has. */
export function datedMinutes({ hand, shifts, course }: Living) {
  const entered = new Set(hand.hours.filter(({ kind }) => isSupernumerary(kind)).map(({ day }) => day));
  return [...hand.hours, ...shifts.filter(({ day }) => day >= course.start && !entered.has(day))];
}

const isSupernumerary = (kind: DatedMinutes['kind']) => kind === 'orientation' || kind === 'supernumerary';

export function assess(living: Living, today: string, isCommunity: (unit: string) => boolean): Assessed {
  const { course, programme, contract, logged, hand, cells } = living;
  const standing = standingOf(course, programme, today);
  const pauses = pausesFrom(standing.clock, course.pauses);
  const owed = owedMinutes(standing.clock, contract, pauses, programme);
  const dated = datedMinutes(living);
  const given = givenMinutes(supernumeraryKinds, dated, logged?.supernumerary ?? null, logged?.day ?? null, today);
  const bookings = dated.filter(({ kind, day }) => isSupernumerary(kind) && day > today);
  const lastDay = moved(addMonths(standing.clock, programme.supernumeraryMonths), pauses);
  const lastStart = (unbooked: Rate) =>
    lastDay === null ? null : lastStartOf(unbooked, lastDay, wteOn(contract, today), programme.weeklyHours);
  const isOpen = standing.state !== 'signed_off' && standing.state !== 'left';
  const standingHours = hoursStanding(owed, given, isOpen ? bookings : null, today, lastStart);
  // Nobody is behind with hours that do not apply.
  const behindFrom = isOpen && course.answers['hours']?.movedTo !== null ? standingHours.behindFrom : null;
  const hours: HoursStanding = { ...standingHours, behindFrom };
  const places = hand.events.flatMap((event) => (event.kind === 'unit' || event.kind === 'rotation' ? [event] : []));
  const first = { from: course.start, until: null, unit: unitOn(cells, [], today), setting: null };
  return {
    standing,
    owed,
    hours,
    ...certaintyOf(standing, behindFrom, today),
    due: dueOf(course, standing, programme, behindFrom, hand.told, today),
    beside: besideSpell(course, contract[0]?.wte ?? null, programme),
    breaches: isOpen ? hospitalBreaches([first, ...places], standing.hospitalUntil, isCommunity) : [],
  };
}

/** The last day on which what is missing still fits into the contracted hours until `lastDay`. */
function lastStartOf(unbooked: Rate, lastDay: string, wte: number | null, weeklyHours: number): string | null {
  if (wte === null || wte === 0) return null;
  const { numerator, denominator } = unbooked;
  const days = Math.ceil((numerator * 7 * oneWte) / (denominator * weeklyHours * 60 * wte));
  return addDays(lastDay, -days);
}
