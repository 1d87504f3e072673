import { type DatePeriod, datesOf } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { DutyEntry } from '../entries.ts';
import { type Half, halves } from './shift-fill.ts';

/** Which unit has a supernumerary coordinator, and when its shifts start: minutes after midnight. */
export interface CoordinatorRule {
  readonly unit: string;
  readonly starts: Readonly<Record<Half, number>>;
}

/** What of a duty tells whether it counts for the coordinator of a shift. */
export type CoordinatorDuty = Pick<
  DutyEntry,
  'unit' | 'date' | 'night' | 'status' | 'registered' | 'inCharge' | 'supernumerary' | 'plannedStart' | 'actualStart'
>;

/** One shift that needs a coordinator, and the duties that count for it. */
interface CoordinatorSlot<Duty extends CoordinatorDuty = DutyEntry> {
  readonly date: string;
  readonly half: Half;
  readonly rostered: boolean;
  /** A coordinator was there at the start of the shift. */
  readonly actual: boolean;
  readonly duties: readonly Duty[];
}

export interface CoordinatorCover<Duty extends CoordinatorDuty = DutyEntry> {
  readonly unit: string;
  readonly slots: readonly CoordinatorSlot<Duty>[];
  readonly rostered: number;
  readonly actual: number;
  /** Slots both rostered and actual, over all slots. */
  readonly both: Rate;
}

/**
 * The supernumerary coordinator of each shift of a period (D17). A duty counts where it is registered, in charge,
 * supernumerary, not cancelled and planned to start with the slot; without planned times it belongs to the half that it
 * was worked in, and is not rostered. An open duty is rostered, and nobody was there.
 */
export function coordinatorCover<Duty extends CoordinatorDuty>(
  duties: Iterable<Duty>,
  rule: CoordinatorRule,
  period: DatePeriod,
): CoordinatorCover<Duty> {
  const bySlot = new Map<string, Duty[]>();
  for (const duty of duties) {
    if (duty.unit !== rule.unit || duty.status === 'cancelled') continue;
    if (duty.registered === 0 || duty.inCharge === 0 || duty.supernumerary === 0) continue;
    const half = halfOf(duty, rule);
    if (half === undefined) continue;
    const slot = slotKey(duty.date, half);
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), duty]);
  }
  const slots = datesOf(period).flatMap((date) =>
    halves.map((half) => {
      const counting = bySlot.get(slotKey(date, half)) ?? [];
      const start = rule.starts[half];
      return {
        date,
        half,
        rostered: counting.some((duty) => duty.plannedStart !== null),
        actual: counting.some((duty) => duty.actualStart !== null && duty.actualStart <= start),
        duties: counting,
      };
    }),
  );
  return {
    unit: rule.unit,
    slots,
    rostered: slots.filter((slot) => slot.rostered).length,
    actual: slots.filter((slot) => slot.actual).length,
    both: { numerator: slots.filter((slot) => slot.rostered && slot.actual).length, denominator: slots.length },
  };
}

function halfOf(duty: CoordinatorDuty, rule: CoordinatorRule): Half | undefined {
  if (duty.plannedStart === null) return duty.actualStart === null ? undefined : duty.night === 1 ? 'night' : 'day';
  return halves.find((half) => rule.starts[half] === duty.plannedStart);
}

/** A slot as it is printed: '2026-10-07 night'. */
export function slotKey(date: string, half: Half): string {
  return `${date} ${half}`;
}
