import { and, asc, eq } from 'drizzle-orm';
import type { OwnSurveyIndicator } from '#contract';
import { surveyIndicator, surveyResult } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { SurveyScores } from './calculations/surveys.ts';

export interface StoredResult extends SurveyScores {
  readonly id: number;
  readonly survey: string;
  readonly year: number;
  readonly group: string;
  readonly indicator: string;
  readonly actionKey: string | null;
}

/** All results of surveys of a trust, in the order in which they were entered. */
export function resultsOf({ db }: Database, trustId: number): StoredResult[] {
  return db
    .select()
    .from(surveyResult)
    .where(eq(surveyResult.trustId, trustId))
    .orderBy(asc(surveyResult.id))
    .all()
    .map(({ trustId: _trust, suppressed, ...result }) => ({ ...result, suppressed: suppressed === 1 }));
}

type Which = Pick<StoredResult, 'survey' | 'year' | 'group'>;

/** Adds what is kept of an indicator, or changes it. */
export function putResult(
  { db }: Database,
  trustId: number,
  { survey, year, group }: Which,
  indicator: string,
  { score, benchmark, answers, suppressed }: SurveyScores,
): void {
  const cells = { score, benchmark, answers, suppressed: suppressed ? 1 : 0 };
  db.insert(surveyResult)
    .values({ trustId, survey, year, group, indicator, ...cells })
    .onConflictDoUpdate({
      target: [
        surveyResult.trustId,
        surveyResult.survey,
        surveyResult.year,
        surveyResult.group,
        surveyResult.indicator,
      ],
      set: cells,
    })
    .run();
}

export function deleteResult({ db }: Database, id: number): void {
  db.delete(surveyResult).where(eq(surveyResult.id, id)).run();
}

export function deleteResults({ db }: Database, trustId: number, { survey, year, group }: Which): void {
  db.delete(surveyResult)
    .where(
      and(
        eq(surveyResult.trustId, trustId),
        eq(surveyResult.survey, survey),
        eq(surveyResult.year, year),
        eq(surveyResult.group, group),
      ),
    )
    .run();
}

/** Notes which action a finding became. */
export function setActionOfResult({ db }: Database, id: number, actionKey: string): void {
  db.update(surveyResult).set({ actionKey }).where(eq(surveyResult.id, id)).run();
}

export type StoredIndicator = OwnSurveyIndicator & { readonly id: number; readonly survey: string };

/** Indicators of a trust's own, in the order in which they were added. */
export function ownIndicatorsOf({ db }: Database, trustId: number): StoredIndicator[] {
  return db
    .select()
    .from(surveyIndicator)
    .where(eq(surveyIndicator.trustId, trustId))
    .orderBy(asc(surveyIndicator.id))
    .all()
    .map(({ id, survey, name, unit, better }) => ({
      id,
      survey,
      name,
      unit: unit as StoredIndicator['unit'],
      better: better as StoredIndicator['better'],
    }));
}

export function insertIndicator({ db }: Database, trustId: number, indicator: Omit<StoredIndicator, 'id'>): number {
  return db
    .insert(surveyIndicator)
    .values({ trustId, ...indicator })
    .returning({ id: surveyIndicator.id })
    .get().id;
}

export function deleteIndicator({ db }: Database, id: number): void {
  db.delete(surveyIndicator).where(eq(surveyIndicator.id, id)).run();
}
