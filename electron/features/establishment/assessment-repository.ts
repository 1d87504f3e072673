import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { AssessmentArea, AssessmentHead, AssessmentInputs } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';
import { keepInStep } from './rows-in-step.ts';

const { assessment, assessmentUpliftPart, assessmentSetting, assessmentArea, assessmentActivity } = tables;

type Status = (typeof assessment.$inferSelect)['status'];

/** An assessment as it is stored. */
export interface StoredAssessment extends AssessmentInputs {
  readonly id: number;
  readonly status: Status;
  /** By which the activities of each area are known, area by area. */
  readonly areaIds: number[];
}

/** All of a trust, the newest report first; those without a date before them, as they are being entered. */
export function listAssessments(database: Database, trustId: number): StoredAssessment[] {
  const { db } = database;
  const heads = db
    .select()
    .from(assessment)
    .where(eq(assessment.trustId, trustId))
    .orderBy(sql`${assessment.date} is not null`, desc(assessment.date), desc(assessment.id))
    .all();
  const ids = heads.map(({ id }) => id);
  if (ids.length === 0) return [];
  const parts = db
    .select()
    .from(assessmentUpliftPart)
    .where(inArray(assessmentUpliftPart.assessmentId, ids))
    .orderBy(asc(assessmentUpliftPart.position))
    .all();
  const settings = db
    .select()
    .from(assessmentSetting)
    .where(inArray(assessmentSetting.assessmentId, ids))
    .orderBy(asc(assessmentSetting.position))
    .all();
  const areas = db
    .select()
    .from(assessmentArea)
    .where(inArray(assessmentArea.assessmentId, ids))
    .orderBy(asc(assessmentArea.position))
    .all();
  const activities = db
    .select()
    .from(assessmentActivity)
    .where(
      inArray(
        assessmentActivity.areaId,
        areas.map(({ id }) => id),
      ),
    )
    .orderBy(asc(assessmentActivity.position))
    .all();
  return heads.map(({ id, trustId: _trust, status, ...head }) => ({
    id,
    status,
    head,
    upliftParts: parts.filter((row) => row.assessmentId === id).map(({ name, share }) => ({ name, share })),
    settings: settings
      .filter((row) => row.assessmentId === id)
      .map(({ name, births, countI: I, countII: II, countIII: III, countIV: IV, countV: V }) => ({
        name,
        births,
        counts: { I, II, III, IV, V },
      })),
    areaIds: areas.filter((row) => row.assessmentId === id).map((row) => row.id),
    areas: areas
      .filter((row) => row.assessmentId === id)
      .map(({ id: areaId, name, unitId, setting, travels, supportShare, reportWte }) => ({
        name,
        unit: unitId,
        setting,
        travels: travels === 1,
        supportShare,
        reportWte,
        activities: activities
          .filter((row) => row.areaId === areaId)
          .map(({ id: _id, areaId: _area, position: _position, category, ...row }) => ({
            ...row,
            category: category as AssessmentArea['activities'][number]['category'],
          })),
      })),
  }));
}

/** Adds a draft and returns its id. */
export function insertAssessment(database: Database, trustId: number, { head, ...lists }: AssessmentInputs): number {
  const { id } = database.db
    .insert(assessment)
    .values({ trustId, status: 'draft', ...head })
    .returning({ id: assessment.id })
    .get();
  updateAssessment(database, id, lists);
  return id;
}

/** Sets fields of the head, and replaces the lists that are given. */
export function updateAssessment(
  database: Database,
  id: number,
  { head, ...lists }: { head?: Partial<AssessmentHead> } & Partial<Omit<AssessmentInputs, 'head'>>,
): void {
  const { db } = database;
  if (head && Object.keys(head).length > 0) db.update(assessment).set(head).where(eq(assessment.id, id)).run();
  if (lists.upliftParts) keepInStep(database, assessmentUpliftPart, { assessmentId: id }, lists.upliftParts);
  if (lists.settings)
    keepInStep(
      database,
      assessmentSetting,
      { assessmentId: id },
      lists.settings.map(({ name, births, counts: { I, II, III, IV, V } }) => ({
        name,
        births,
        countI: I,
        countII: II,
        countIII: III,
        countIV: IV,
        countV: V,
      })),
    );
  if (lists.areas) replaceAreas(database, id, lists.areas);
}

function replaceAreas(database: Database, assessmentId: number, areas: readonly AssessmentArea[]): void {
  const { db } = database;
  const leaving = db
    .select({ id: assessmentArea.id })
    .from(assessmentArea)
    .where(eq(assessmentArea.assessmentId, assessmentId))
    .orderBy(asc(assessmentArea.position))
    .all()
    .slice(areas.length);
  for (const { id } of leaving) keepInStep(database, assessmentActivity, { areaId: id }, []);
  const ids = keepInStep(
    database,
    assessmentArea,
    { assessmentId },
    areas.map(({ name, unit, setting, travels, supportShare, reportWte }) => ({
      name,
      unitId: unit,
      setting,
      travels: travels ? 1 : 0,
      supportShare,
      reportWte,
    })),
  );
  for (const [index, { activities }] of areas.entries())
    keepInStep(database, assessmentActivity, { areaId: ids[index]! }, activities);
}

export function setStatus({ db }: Database, id: number, status: Status): void {
  db.update(assessment).set({ status }).where(eq(assessment.id, id)).run();
}

/** Takes an assessment away with all that belongs to it. */
export function deleteAssessment(database: Database, id: number): void {
  updateAssessment(database, id, { upliftParts: [], settings: [], areas: [] });
  database.db.delete(assessment).where(eq(assessment.id, id)).run();
}
