import type { Rate } from '../../../core/rates.ts';
import type { DutyEntry } from '../entries.ts';

export type Half = 'day' | 'night';
export type StaffType = 'registered' | 'support';

/** Care hours in minutes (D13, D14). */
export interface PlannedAndActual {
  readonly planned: number;
  readonly actual: number;
}

/** What of a duty, or of some alike with their minutes together, makes shift fill. */
type CareDuty = Pick<
  DutyEntry,
  'unit' | 'registered' | 'night' | 'purpose' | 'status' | 'supernumerary' | 'plannedMinutes' | 'actualMinutes'
>;

export interface UnitFill {
  readonly unit: string;
  readonly cells: Readonly<Record<StaffType, Readonly<Record<Half, PlannedAndActual>>>>;
  readonly total: PlannedAndActual;
}

export const halves: readonly Half[] = ['day', 'night'];
export const staffTypes: readonly StaffType[] = ['registered', 'support'];

/** Shift fill: actual over planned, which may exceed 100 %. */
export function fillRate({ planned, actual }: PlannedAndActual): Rate {
  return { numerator: actual, denominator: planned };
}

/**
 * Planned and actual care hours by unit, staff type and half. Care leaves out on call, management and every
 * supernumerary duty (D13); planned leaves out what was cancelled, and counts what was not filled (D14). The units of
 * the trust come first, with zeros where they have no duty, then any others by name.
 */
export function shiftFill(
  duties: Iterable<CareDuty>,
  units: readonly string[],
): { readonly units: readonly UnitFill[]; readonly all: UnitFill } {
  const found = new Map(units.map((unit) => [unit, emptyFill(unit)]));
  const others: string[] = [];
  const all = emptyFill('ALL');
  for (const duty of duties) {
    let fill = found.get(duty.unit);
    if (fill === undefined) {
      fill = emptyFill(duty.unit);
      found.set(duty.unit, fill);
      others.push(duty.unit);
    }
    if (duty.purpose !== 'care' || duty.supernumerary === 1) continue;
    const planned = duty.status === 'cancelled' ? 0 : (duty.plannedMinutes ?? 0);
    const actual = duty.actualMinutes ?? 0;
    for (const { cells, total } of [fill, all]) {
      const cell = cells[duty.registered === 1 ? 'registered' : 'support'][duty.night === 1 ? 'night' : 'day'];
      cell.planned += planned;
      cell.actual += actual;
      total.planned += planned;
      total.actual += actual;
    }
  }
  const names = [...units, ...others.sort()];
  return { units: names.map((unit) => found.get(unit)!), all };
}

interface Counting {
  planned: number;
  actual: number;
}

function emptyFill(unit: string) {
  const none = (): Counting => ({ planned: 0, actual: 0 });
  return {
    unit,
    cells: { registered: { day: none(), night: none() }, support: { day: none(), night: none() } },
    total: none(),
  };
}
