import type { CoordinatorRule } from './calculations/coordinator.ts';
import type { DutySum } from './calculations/duty-sums.ts';

interface UnitOfKind {
  readonly name: string;
  readonly kind: string;
}

/** What of a duty tells the rule; `duties` is how many are alike, one where it is left out. */
type RuleDuty = Pick<
  DutySum,
  'unit' | 'registered' | 'night' | 'purpose' | 'status' | 'inCharge' | 'supernumerary' | 'plannedStart'
> &
  Partial<Pick<DutySum, 'duties'>>;

/** When shifts start where a roster has no coordinator to tell by: 07:30 and 19:30, in minutes after midnight. */
const usual = { day: 450, night: 1170 };

/**
 * The units that need a supernumerary coordinator on each shift: the delivery suites with duties, else the unit that
 * rosters most of them. Their shifts start when most of their coordinators do.
 */
export function coordinatorRules(duties: readonly RuleDuty[], units: readonly UnitOfKind[]): CoordinatorRule[] {
  const rostering = new Set(duties.map(({ unit }) => unit));
  const suites = units
    .filter(({ kind, name }) => kind === 'delivery_suite' && rostering.has(name))
    .map(({ name }) => name);
  const found = suites.length > 0 ? suites : commonest(duties.filter(isCoordinator), ({ unit }) => unit).slice(0, 1);
  return found.map((unit) => {
    const own = duties.filter((duty) => duty.unit === unit);
    return { unit, starts: { day: startOf(own, 0), night: startOf(own, 1) } };
  });
}

function isCoordinator({ registered, inCharge, supernumerary, status }: RuleDuty): boolean {
  return registered === 1 && inCharge === 1 && supernumerary === 1 && status !== 'cancelled';
}

function startOf(duties: readonly RuleDuty[], night: 0 | 1): number {
  const standard = night === 1 ? usual.night : usual.day;
  const ofHalf = duties.filter((duty) => duty.night === night && duty.plannedStart !== null);
  const coordinators = ofHalf.filter(isCoordinator);
  const rostered =
    coordinators.length > 0
      ? coordinators
      : ofHalf.filter(({ purpose, registered }) => purpose === 'care' && registered === 1);
  const starts = commonest(rostered, ({ plannedStart }) => plannedStart ?? standard, standard);
  return starts[0] ?? standard;
}

/** What duties have, by how many have it, most often first; among equals `preferred` comes first. */
function commonest<Value extends string | number>(
  duties: readonly RuleDuty[],
  valueOf: (duty: RuleDuty) => Value,
  preferred?: Value,
): Value[] {
  const counts = new Map<Value, number>();
  for (const duty of duties) {
    const value = valueOf(duty);
    counts.set(value, (counts.get(value) ?? 0) + (duty.duties ?? 1));
  }
  const weight = (value: Value) => (counts.get(value) ?? 0) + (value === preferred ? 0.5 : 0);
  return [...counts.keys()].sort((one, other) => weight(other) - weight(one) || (one < other ? -1 : 1));
}
