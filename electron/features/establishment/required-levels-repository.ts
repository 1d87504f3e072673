import { asc, eq } from 'drizzle-orm';
import type { AgreedLevelInputs, NeonatalInputs } from '#contract';
import * as tables from '#drizzle';
import type { Database } from '../../database/database.ts';

const { neonatalNursing, agreedLevel } = tables;
/** Fields to set; those that are undefined stay. */
type Some<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };

export function listNeonatal({ db }: Database, trustId: number): (NeonatalInputs & { id: number })[] {
  return db
    .select()
    .from(neonatalNursing)
    .where(eq(neonatalNursing.trustId, trustId))
    .orderBy(asc(neonatalNursing.id))
    .all()
    .map(({ trustId: _trust, unitId, ...row }) => ({ ...row, unit: unitId }));
}

export function insertNeonatal({ db }: Database, trustId: number, inputs: NeonatalInputs): number {
  const { unit, ...row } = inputs;
  const values = { trustId, unitId: unit, ...row };
  return db.insert(neonatalNursing).values(values).returning({ id: neonatalNursing.id }).get().id;
}

export function updateNeonatal({ db }: Database, id: number, { unit, ...row }: Some<NeonatalInputs>): void {
  const values = { ...row, unitId: unit };
  db.update(neonatalNursing).set(values).where(eq(neonatalNursing.id, id)).run();
}

export function deleteNeonatal({ db }: Database, id: number): void {
  db.delete(neonatalNursing).where(eq(neonatalNursing.id, id)).run();
}

export function listAgreedLevels({ db }: Database, trustId: number): (AgreedLevelInputs & { id: number })[] {
  return db
    .select()
    .from(agreedLevel)
    .where(eq(agreedLevel.trustId, trustId))
    .orderBy(asc(agreedLevel.profession), asc(agreedLevel.id))
    .all()
    .map(({ trustId: _trust, unitId, requiredWte, fundedWte, inPostWte, ...row }) => ({
      ...row,
      unit: unitId,
      required: requiredWte,
      funded: fundedWte,
      inPost: inPostWte,
    }));
}

export function insertAgreedLevel({ db }: Database, trustId: number, inputs: AgreedLevelInputs): number {
  const { unit, required, funded, inPost, ...row } = inputs;
  const values = { trustId, ...row, unitId: unit, requiredWte: required, fundedWte: funded, inPostWte: inPost };
  return db.insert(agreedLevel).values(values).returning({ id: agreedLevel.id }).get().id;
}

export function updateAgreedLevel({ db }: Database, id: number, inputs: Some<AgreedLevelInputs>): void {
  const { unit, required, funded, inPost, ...row } = inputs;
  const values = { ...row, unitId: unit, requiredWte: required, fundedWte: funded, inPostWte: inPost };
  db.update(agreedLevel).set(values).where(eq(agreedLevel.id, id)).run();
}

export function deleteAgreedLevel({ db }: Database, id: number): void {
  db.delete(agreedLevel).where(eq(agreedLevel.id, id)).run();
}
