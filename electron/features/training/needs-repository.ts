import { and, asc, eq } from 'drizzle-orm';
import { needsAnalysis, needsApproval, needsCell, needsTopic } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { Assumptions } from './calculations/needs.ts';

export interface StoredAnalysis {
  readonly id: number;
  readonly first: string;
  readonly version: number;
  readonly madeOn: string;
  readonly assumptions: Assumptions;
}
export type StoredApproval = typeof needsApproval.$inferSelect;
/** What a trust says of a topic or a need: the fields that differ from the framework. */
export type Said = Readonly<Record<string, unknown>>;

/** All versions of a trust, by year and version. */
export function analysesOf({ db }: Database, trustId: number): StoredAnalysis[] {
  return db
    .select()
    .from(needsAnalysis)
    .where(eq(needsAnalysis.trustId, trustId))
    .orderBy(asc(needsAnalysis.first), asc(needsAnalysis.version))
    .all()
    .map(({ trustId: _trust, assumptions, ...row }) => ({
      ...row,
      assumptions: JSON.parse(assumptions) as Assumptions,
    }));
}

export function insertAnalysis(
  { db }: Database,
  trustId: number,
  { assumptions, ...row }: Omit<StoredAnalysis, 'id'>,
): number {
  const made = db.insert(needsAnalysis).values({ trustId, ...row, assumptions: JSON.stringify(assumptions) });
  return made.returning({ id: needsAnalysis.id }).get().id;
}

/** What a version says of needs, by topic and group: 'haemorrhage midwives'. */
export function saidOfNeeds({ db }: Database, analysisId: number): Map<string, Said> {
  const rows = db.select().from(needsCell).where(eq(needsCell.analysisId, analysisId)).orderBy(asc(needsCell.id)).all();
  return new Map(rows.map(({ topic, group, cells }) => [`${topic} ${group}`, JSON.parse(cells) as Said]));
}

export function saidOfTopics({ db }: Database, analysisId: number): Map<string, Said> {
  const rows = db
    .select()
    .from(needsTopic)
    .where(eq(needsTopic.analysisId, analysisId))
    .orderBy(asc(needsTopic.id))
    .all();
  return new Map(rows.map(({ topic, cells }) => [topic, JSON.parse(cells) as Said]));
}

export function putNeed({ db }: Database, analysisId: number, topic: string, group: string, said: Said): void {
  const cells = JSON.stringify(said);
  db.insert(needsCell)
    .values({ analysisId, topic, group, cells })
    .onConflictDoUpdate({ target: [needsCell.analysisId, needsCell.topic, needsCell.group], set: { cells } })
    .run();
}

export function putTopic({ db }: Database, analysisId: number, topic: string, said: Said): void {
  const cells = JSON.stringify(said);
  db.insert(needsTopic)
    .values({ analysisId, topic, cells })
    .onConflictDoUpdate({ target: [needsTopic.analysisId, needsTopic.topic], set: { cells } })
    .run();
}

export function dropNeed({ db }: Database, analysisId: number, topic: string, group: string): void {
  db.delete(needsCell)
    .where(and(eq(needsCell.analysisId, analysisId), eq(needsCell.topic, topic), eq(needsCell.group, group)))
    .run();
}

export function approvalsOf({ db }: Database, analysisId: number): StoredApproval[] {
  const of = eq(needsApproval.analysisId, analysisId);
  return db.select().from(needsApproval).where(of).orderBy(asc(needsApproval.date), asc(needsApproval.id)).all();
}

export function insertApproval({ db }: Database, row: Omit<StoredApproval, 'id'>): void {
  db.insert(needsApproval).values(row).run();
}

export function deleteApproval({ db }: Database, id: number): void {
  db.delete(needsApproval).where(eq(needsApproval.id, id)).run();
}
