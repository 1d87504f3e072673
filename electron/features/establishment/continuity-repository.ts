import { asc, eq } from 'drizzle-orm';
import type { ContinuityQuarterInputs, ContinuityTeamInputs } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { continuityTeam, continuityQuarter, continuityBlock } = tables;
type Some<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };
type Block = Pick<typeof continuityBlock.$inferSelect, 'status' | 'date' | 'note'>;

export function listTeams({ db }: Database, trustId: number) {
  return db
    .select()
    .from(continuityTeam)
    .where(eq(continuityTeam.trustId, trustId))
    .orderBy(asc(continuityTeam.id))
    .all();
}

export function insertTeam({ db }: Database, trustId: number, inputs: ContinuityTeamInputs): number {
  return db
    .insert(continuityTeam)
    .values({ trustId, ...inputs })
    .returning({ id: continuityTeam.id })
    .get().id;
}

export function updateTeam({ db }: Database, id: number, inputs: Some<ContinuityTeamInputs>): void {
  db.update(continuityTeam).set(inputs).where(eq(continuityTeam.id, id)).run();
}

export function deleteTeam({ db }: Database, id: number): void {
  db.delete(continuityTeam).where(eq(continuityTeam.id, id)).run();
}

export function listQuarters({ db }: Database, trustId: number) {
  return db
    .select()
    .from(continuityQuarter)
    .where(eq(continuityQuarter.trustId, trustId))
    .orderBy(asc(continuityQuarter.quarter))
    .all();
}

export function insertQuarter(
  { db }: Database,
  trustId: number,
  quarter: string,
  inputs: Some<ContinuityQuarterInputs>,
): number {
  const values = { trustId, quarter, ...inputs };
  return db.insert(continuityQuarter).values(values).returning({ id: continuityQuarter.id }).get().id;
}

export function updateQuarter({ db }: Database, id: number, inputs: Some<ContinuityQuarterInputs>): void {
  db.update(continuityQuarter).set(inputs).where(eq(continuityQuarter.id, id)).run();
}

export function deleteQuarter({ db }: Database, id: number): void {
  db.delete(continuityQuarter).where(eq(continuityQuarter.id, id)).run();
}

export function listBlocks({ db }: Database, trustId: number) {
  return db.select().from(continuityBlock).where(eq(continuityBlock.trustId, trustId)).all();
}

/** Says how far a building block is; it has a row from the first time on. */
export function putBlock(database: Database, trustId: number, block: string, values: Some<Block>): void {
  const { db } = database;
  const present = listBlocks(database, trustId).find((row) => row.block === block);
  if (present) db.update(continuityBlock).set(values).where(eq(continuityBlock.id, present.id)).run();
  else
    db.insert(continuityBlock)
      .values({ trustId, block, note: '', ...values })
      .run();
}
