import { and, asc, eq } from 'drizzle-orm';
import type { BandGateCells } from '#contract';
import { bandGate, competencySignOff, ownCompetency } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { EnteredCompetency } from './calculations/sign-off.ts';
import type { Whose } from './living-changes.ts';

/** What was entered of competencies and gates of a trust, by the key of the preceptee. */
export function signOffsOf(
  { db }: Database,
  trustId: number,
): {
  readonly competencies: ReadonlyMap<string, readonly EnteredCompetency[]>;
  readonly gates: ReadonlyMap<string, BandGateCells>;
} {
  const competencies = new Map<string, EnteredCompetency[]>();
  for (const { id: _id, trustId: _trust, precepteeKey, ...entered } of db
    .select()
    .from(competencySignOff)
    .where(eq(competencySignOff.trustId, trustId))
    .all()) {
    const own = competencies.get(precepteeKey) ?? [];
    own.push(entered);
    competencies.set(precepteeKey, own);
  }
  const gates = db.select().from(bandGate).where(eq(bandGate.trustId, trustId)).all();
  return {
    competencies,
    gates: new Map(gates.map(({ id: _id, trustId: _trust, precepteeKey, ...cells }) => [precepteeKey, cells])),
  };
}

export function putCompetency({ db }: Database, whose: Whose, { competency, ...cells }: EnteredCompetency): void {
  db.insert(competencySignOff)
    .values({ ...whose, competency, ...cells })
    .onConflictDoUpdate({
      target: [competencySignOff.trustId, competencySignOff.precepteeKey, competencySignOff.competency],
      set: cells,
    })
    .run();
}

export function putBandGate({ db }: Database, whose: Whose, cells: BandGateCells): void {
  db.insert(bandGate)
    .values({ ...whose, ...cells })
    .onConflictDoUpdate({ target: [bandGate.trustId, bandGate.precepteeKey], set: cells })
    .run();
}

export function ownCompetencies({ db }: Database, trustId: number): { id: number; number: string; title: string }[] {
  return db
    .select({ id: ownCompetency.id, number: ownCompetency.number, title: ownCompetency.title })
    .from(ownCompetency)
    .where(eq(ownCompetency.trustId, trustId))
    .orderBy(asc(ownCompetency.id))
    .all();
}

export function insertOwnCompetency({ db }: Database, trustId: number, cells: { number: string; title: string }): void {
  db.insert(ownCompetency)
    .values({ trustId, ...cells })
    .run();
}

export function deleteOwnCompetency({ db }: Database, id: number): void {
  db.delete(ownCompetency).where(eq(ownCompetency.id, id)).run();
}

/** True where somebody has more than a blank record of a competency. */
export function isFollowed({ db }: Database, trustId: number, competency: string, blank: string): boolean {
  const own = and(eq(competencySignOff.trustId, trustId), eq(competencySignOff.competency, competency));
  return db
    .select()
    .from(competencySignOff)
    .where(own)
    .all()
    .some(({ state, assessorSigned, precepteeSigned }) => state !== blank || assessorSigned || precepteeSigned);
}
