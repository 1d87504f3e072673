import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import { addMonths, daysBetween } from '../../../core/dates.ts';
import { invariant } from '../../../core/invariant.ts';
import type { Rate } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { dayAfterRunning, type Pause, runningDays } from './pauses.ts';

/** A WTE in hundred-thousandths that counts from a day on; null where it is not known. */
export interface WteFrom {
  readonly from: string;
  readonly wte: number | null;
}

export type HoursRules = Pick<
  PreceptorshipProgramme,
  'supernumeraryHours' | 'orientationHours' | 'proRata' | 'supernumeraryMonths' | 'supernumeraryGraceDays'
>;

/** Supernumerary minutes that are owed, and how they build up while the clock runs. */
export interface Owed {
  /** Over the whole programme; an exact fraction of minutes. */
  readonly total: Rate;
  /** Of these at orientation; null where the pack sets no number. */
  readonly orientation: Rate | null;
  /** By the end of a day. */
  by(day: string): Rate;
  /** The first day on which so many minutes lie behind for longer than allowed; null where that never comes, or nobody knows when. */
  exceeds(minutes: number): string | null;
}

/**
 * The hours of the pack times the contract over time: each running day of the months in which they are to be given counts
 * with the WTE of that day. Null where a WTE that is needed is not known.
 */
export function owedMinutes(
  clock: string,
  contract: readonly WteFrom[],
  pauses: readonly Pause[],
  rules: HoursRules,
): Owed | null {
  const days = daysBetween(clock, addMonths(clock, rules.supernumeraryMonths));
  const segments = segmentsOf(clock, contract, pauses, days, rules.proRata);
  if (segments === null) return null;
  const minutes = rules.supernumeraryHours * 60;
  const over = (running: number): Rate => {
    let sum = 0;
    for (const { first, last, wte } of segments) sum += Math.max(0, Math.min(running, last) - first) * wte;
    return { numerator: minutes * sum, denominator: oneWte * days };
  };
  const first = segments[0]?.wte ?? 0;
  return {
    total: over(days),
    orientation:
      rules.orientationHours === 0 ? null : { numerator: rules.orientationHours * 60 * first, denominator: oneWte },
    by: (day) =>
      over(Math.min(days, day < clock ? 0 : runningDays(clock, day, pauses) + (isRunning(day, pauses) ? 1 : 0))),
    exceeds: (given) => {
      const isMore = (running: number) => {
        const { numerator, denominator } = over(running);
        return numerator > given * denominator;
      };
      if (!isMore(days)) return null;
      let [low, high] = [0, days];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (isMore(middle)) high = middle;
        else low = middle;
      }
      return dayAfterRunning(clock, high - 1 + rules.supernumeraryGraceDays, pauses);
    },
  };
}

const isRunning = (day: string, pauses: readonly Pause[]) =>
  !pauses.some(({ from, until }) => from <= day && (until === null || day < until));

/** The contract by running days of the programme: from `first` to before `last`. */
function segmentsOf(
  clock: string,
  contract: readonly WteFrom[],
  pauses: readonly Pause[],
  days: number,
  proRata: boolean,
): { first: number; last: number; wte: number }[] | null {
  if (!proRata) return [{ first: 0, last: days, wte: oneWte }];
  invariant(contract.length > 0, 'a contract has a first WTE');
  const begins = contract.map(({ from }, at) => (at === 0 ? 0 : Math.min(days, runningDays(clock, from, pauses))));
  const segments = contract.map(({ wte }, at) => ({ first: begins[at] ?? 0, last: begins[at + 1] ?? days, wte }));
  const used = segments.filter(({ first, last }) => last > first);
  if (used.some(({ wte }) => wte === null)) return null;
  return used.map(({ first, last, wte }) => ({ first, last, wte: wte ?? 0 }));
}
