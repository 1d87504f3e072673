import { z } from 'zod';
import { forecastAssumptions } from '../../contract/forecast.ts';
import type { Database } from '../../database/database.ts';
import { insertScenario, putAssumptions } from '../forecast/repository.ts';
import { postWith } from '../vacancies/calculations/plan.ts';
import { insertPlaces, insertWeek, placementWeeks } from '../vacancies/placement-repository.ts';
import { insertPost } from '../vacancies/plan-repository.ts';

const wholeTime = z.number().transform((wte) => Math.round(wte * 100_000));
const cell = z.string().nullable().default(null);

/** The invented service's vacancies, student places and forecast. */
export const samplePlans = z.object({
  vacancies: z.array(
    z.object({
      post: z.string(),
      unit: z.string(),
      band: z.string(),
      wte: wholeTime,
      stage: z.string(),
      since: cell,
      reason: cell,
      approved: cell,
      advertised: cell,
      interviewed: cell,
      offered: cell,
      cleared: cell,
      expectedStart: cell,
      start: cell,
      route: cell,
      cohort: cell,
      university: cell,
    }),
  ),
  placements: z.array(
    z.object({
      area: z.string(),
      week: z.string(),
      supervisedShifts: z.number().int(),
      shiftsNeeded: z.number().int(),
      auditDate: cell,
      qualityNote: cell,
      places: z.array(
        z.object({
          university: z.string(),
          learner: z.string(),
          released: z.number().int(),
          filled: z.number().int(),
          unfilledReason: cell,
        }),
      ),
    }),
  ),
  forecast: z.object({
    assumptions: forecastAssumptions,
    scenarios: z.array(z.object({ name: z.string(), note: z.string(), changes: forecastAssumptions })),
  }),
});

/** Stores them for a trust. To be called in a transaction. */
export function insertPlans(
  database: Database,
  trustId: number,
  { vacancies, placements, forecast }: z.infer<typeof samplePlans>,
): void {
  for (const post of vacancies) insertPost(database, trustId, postWith(post));
  for (const { places, ...week } of placements) {
    insertWeek(database, trustId, week);
    const stored = placementWeeks(database, trustId, week.week, week.week).find(({ area }) => area === week.area);
    for (const one of places) insertPlaces(database, { placementWeekId: stored?.id ?? 0, ...one });
  }
  putAssumptions(database, trustId, forecast.assumptions);
  for (const scenario of forecast.scenarios) insertScenario(database, trustId, scenario);
}
