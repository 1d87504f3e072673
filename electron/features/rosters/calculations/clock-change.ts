import { addDays, type DatePeriod, lastSunday, partsOf } from '../../../core/dates.ts';
import type { DutyEntry } from '../entries.ts';

/** A night on which the clocks of the United Kingdom change, and the worked duties that cross it. */
export interface ClockChange<Duty extends DutyEntry = DutyEntry> {
  readonly season: 'spring' | 'autumn';
  /** The Saturday in whose night the clocks change. */
  readonly dutyDate: string;
  readonly duties: readonly Duty[];
  /** Elapsed less wall clock: 60 minutes for each duty in autumn, -60 in spring. */
  readonly minutes: number;
}

/** Clocks go from 01:00 to 02:00 in spring and from 02:00 to 01:00 in autumn: wall clock before 02:00 is the old time. */
const change = 120;

/**
 * The clock changes of a period: the last Sunday of March and of October at 01:00 UTC. Headline hours stay wall clock;
 * this tells apart what the people who worked through it really worked (D11). Only actual times count.
 */
export function clockChanges<Duty extends DutyEntry>(duties: Iterable<Duty>, period: DatePeriod): ClockChange<Duty>[] {
  const nights: { season: 'spring' | 'autumn'; sunday: string; found: Duty[] }[] = [];
  const crossing = new Map<string, { found: Duty[]; at: number }>();
  for (let year = partsOf(period.first).year; year <= partsOf(period.last).year; year += 1) {
    for (const season of ['spring', 'autumn'] as const) {
      const sunday = lastSunday(year, season === 'spring' ? 3 : 10);
      if (sunday < period.first || addDays(sunday, -1) > period.last) continue;
      const found: Duty[] = [];
      nights.push({ season, sunday, found });
      crossing.set(sunday, { found, at: change });
      crossing.set(addDays(sunday, -1), { found, at: change + 1440 });
    }
  }
  for (const duty of duties) {
    const night = crossing.get(duty.date);
    if (night === undefined || duty.actualStart === null || duty.actualEnd === null) continue;
    if (duty.actualStart < night.at && duty.actualEnd >= night.at) night.found.push(duty);
  }
  return nights.map(({ season, sunday, found }) => ({
    season,
    dutyDate: addDays(sunday, -1),
    duties: found,
    minutes: found.length * (season === 'autumn' ? 60 : -60),
  }));
}
