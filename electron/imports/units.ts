import { and, eq } from 'drizzle-orm';
import { unit } from '#drizzle';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { insertUnit, nameKey } from '../features/organisation/repository.ts';
import { textKey } from './clean/text.ts';

export function unitNames({ db }: Database, trustId: number): string[] {
  return db
    .select({ name: unit.name })
    .from(unit)
    .where(eq(unit.trustId, trustId))
    .all()
    .map(({ name }) => name);
}

/** The id of a trust's unit, found blind to case and spaces; undefined where the trust has none of that name. */
export function findUnit({ db }: Database, trustId: number, name: string): number | undefined {
  return db
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.trustId, trustId), eq(unit.nameKey, nameKey(name))))
    .get()?.id;
}

/** Adds a unit that a file names, of the kind that its name says. */
export function addUnit({ database, reference }: Context, trustId: number, name: string): number {
  return insertUnit(database, trustId, {
    name,
    kind: kindOfUnit(name, reference.organisation.unitKinds),
    siteId: null,
  });
}

interface UnitKind {
  readonly key: string;
  readonly name: string;
  readonly alsoCalled: readonly string[];
}

/** The kind whose words stand in a unit's name; "other" where none or more than one does. */
export function kindOfUnit(name: string, kinds: readonly UnitKind[]): string {
  const key = ` ${textKey(name).replace(/[^a-z0-9]+/g, ' ')} `;
  const saysSo = (words: string) => key.includes(` ${textKey(words).replace(/[^a-z0-9]+/g, ' ')} `);
  const found = kinds.filter((kind) => [kind.name, ...kind.alsoCalled].some(saysSo));
  return found.length === 1 ? found[0]!.key : 'other';
}
