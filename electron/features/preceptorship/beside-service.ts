import type { BesideMonth } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { datedMinutes } from './calculations/assess.ts';
import {
  addMinutes,
  type Beside,
  isBeside,
  type MinutesByMonth,
  spreadMinutes,
  wteOfMinutes,
} from './calculations/beside.ts';
import { wteOn } from './calculations/living.ts';
import { givenMinutes } from './calculations/hours.ts';
import { livingPreceptees } from './living-service.ts';
import type { Preceptee } from './worked-out.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

const formula =
  'supernumerary hours of the month: entered and rostered ones on their days, what a log says without days evenly up to its day, what is still owed evenly from tomorrow to the end of the supernumerary weeks, else to the end of the months of the programme; with protected hours of preceptee and preceptor, those of a log without days evenly up to its day; over 37.5 hours a week at 1.00 WTE';

/** Months shown: a year back, two years on. */
const [monthsBack, monthsOn] = [12, 24];

/** WTE out of the numbers by month, over all preceptees. */
export function besideMonths(world: World, trust: TrustRow): { months: BesideMonth[]; formula: string } {
  const today = world.today();
  const supernumerary: MinutesByMonth = new Map();
  const protectedHours: MinutesByMonth = new Map();
  const people = new Map<string, number>();
  const { preceptees } = livingPreceptees(world, trust);
  for (const one of preceptees) {
    const own: MinutesByMonth = new Map();
    supernumeraryByMonth(own, one, today);
    for (const [month, minutes] of own) {
      addMinutes(supernumerary, month, minutes);
      if (minutes > 0) people.set(month, (people.get(month) ?? 0) + 1);
    }
    protectedByMonth(protectedHours, one, today);
  }
  const first = addMonths(`${today.slice(0, 7)}-01`, -monthsBack);
  const weekly = world.reference.preceptorship.weeklyHours;
  const months = Array.from({ length: monthsBack + monthsOn + 1 }, (_, at) => addMonths(first, at).slice(0, 7));
  return {
    formula,
    months: months.map((month) => {
      const [one, other] = [supernumerary.get(month) ?? 0, protectedHours.get(month) ?? 0];
      return {
        month,
        supernumerary: one,
        protected: other,
        people: people.get(month) ?? 0,
        wte: wteOfMinutes(one + other, month, weekly),
      };
    }),
  };
}

/** Supernumerary minutes of one preceptee by month: what was given, what is booked and what is still to be given. */
function supernumeraryByMonth(months: MinutesByMonth, preceptee: Preceptee, today: string): void {
  const { standing, hours, course, beside, logged } = preceptee;
  const dated = datedMinutes(preceptee).filter(({ kind }) => kind === 'orientation' || kind === 'supernumerary');
  const sum = dated.reduce((total, { minutes }) => total + minutes, 0);
  for (const { day, minutes } of dated) addMinutes(months, day.slice(0, 7), minutes);
  // A log's hours have no days; those of its hours that were entered with theirs are counted there.
  const undated = Math.max(0, hours.given + hours.booked - sum);
  const logDay = logged === null || logged.day > today ? today : logged.day;
  const spellEnd = beside !== null && beside.until <= logDay ? beside.until : addDays(logDay, 1);
  if (undated > 0) spreadMinutes(months, undated, standing.clock, spellEnd, course.pauses);
  if (hours.unbooked === null || standing.state === 'signed_off' || standing.state === 'left') return;
  const missing = Math.ceil(hours.unbooked.numerator / hours.unbooked.denominator);
  if (missing === 0) return;
  const from = standing.clock > today ? standing.clock : addDays(today, 1);
  const until = beside !== null && beside.until > from ? beside.until : (standing.adjustedEnd ?? standing.limit);
  // Past the end nobody has planned them for any month.
  if (until !== null && until > from) spreadMinutes(months, missing, from, until, course.pauses);
}

/** Protected minutes of a preceptee and of the preceptor by month: entries on their days, what a log says evenly up to its day. */
function protectedByMonth(months: MinutesByMonth, { standing, course, hand, logged }: Preceptee, today: string): void {
  for (const kind of ['protected_preceptee', 'protected_preceptor'] as const) {
    const dated = hand.hours.filter((entry) => entry.kind === kind);
    for (const { day, minutes } of dated) addMinutes(months, day.slice(0, 7), minutes);
    if (logged === null) continue;
    const { given, booked } = givenMinutes([kind], dated, logged[kind], logged.day, today);
    const undated = given + booked - dated.reduce((sum, { minutes }) => sum + minutes, 0);
    const until = addDays(logged.day > today ? today : logged.day, 1);
    if (undated > 0 && until > standing.clock) spreadMinutes(months, undated, standing.clock, until, course.pauses);
  }
}

/** From when to when, the last day left out, each preceptee with an employee number is out of the numbers. */
export function besideSpells(world: World, trust: TrustRow): ReadonlyMap<string, Beside> {
  return new Map(
    livingPreceptees(world, trust).preceptees.flatMap(({ person, beside, standing }) => {
      const isOver = standing.state === 'signed_off' || standing.state === 'left';
      return person === null || beside === null || isOver ? [] : [[person, beside] as const];
    }),
  );
}

/** Preceptees out of the numbers on a day: who, and with what WTE. */
export interface BesidePerson {
  readonly person: string | null;
  readonly key: string;
  readonly wte: number | null;
  readonly batchId: number | null;
  readonly row: number | null;
}

export function besideOn(world: World, trust: TrustRow, day: string): BesidePerson[] {
  return livingPreceptees(world, trust)
    .preceptees.filter(({ course, beside }) => isBeside(course, beside, day))
    .map(({ key, person, contract, file }) => ({
      key,
      person,
      wte: wteOn(contract, day),
      batchId: file?.batchId ?? null,
      row: file?.entry.row ?? null,
    }));
}
