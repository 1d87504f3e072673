import type { ForecastAssumptions } from '#contract';

/**
 * The assumptions of a scenario: what it says itself, and for the rest what the trust assumes. What is said by staff
 * group goes group by group; a list is one thing and takes the place of the trust's.
 */
export function withChanges(base: ForecastAssumptions, changes: ForecastAssumptions): ForecastAssumptions {
  const both = <Value>(one: Record<string, Value> | undefined, other: Record<string, Value> | undefined) =>
    one || other ? { ...one, ...other } : undefined;
  const merged: Record<string, unknown> = {
    ...base,
    ...changes,
    leaverRates: both(base.leaverRates, changes.leaverRates),
    retiringRates: both(base.retiringRates, changes.retiringRates),
    hoursChange: both(base.hoursChange, changes.hoursChange),
    away: both(base.away, changes.away),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as ForecastAssumptions;
}
