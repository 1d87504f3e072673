import { and, eq } from 'drizzle-orm';
import { importMapping } from '#drizzle';
import type { Mapping } from '#contract';
import type { Database } from '../database/database.ts';

/** Code words hold for every file of a kind: they are kept under no headings. */
const everyFile = '';

/** What an import changed in what is remembered: null where nothing was. */
export interface Remembered {
  readonly headings: string;
  readonly before: Mapping | null;
  readonly after: Mapping | null;
  /** The kind of file that it is remembered of, where that is not the import's own. */
  readonly kind?: string;
}

export type MappingRow = typeof importMapping.$inferSelect;

/**
 * What a person said of earlier files of this trust and kind: for these headings the columns, which blanks repeat the cell
 * above them, and which of two layouts it is; code words for all.
 */
export function recallMapping(
  database: Database,
  trustId: number,
  kind: string,
  headings: string,
): Pick<Mapping, 'fields' | 'codes' | 'filledDown' | 'format'> {
  const { fields, filledDown, format } = read(database, trustId, kind, headings) ?? {};
  const { codes } = read(database, trustId, kind, everyFile) ?? {};
  return {
    ...(fields && { fields }),
    ...(codes && { codes }),
    ...(filledDown && { filledDown }),
    ...(format !== undefined && { format }),
  };
}

/** Remembers what this mapping says, and returns what that changed. */
export function rememberMapping(
  database: Database,
  trustId: number,
  kind: string,
  headings: string,
  {
    kind: saidKind,
    fields,
    codes,
    filledDown,
    format,
  }: Pick<Mapping, 'kind' | 'fields' | 'codes' | 'filledDown' | 'format'>,
): Remembered[] {
  const changes: Remembered[] = [];
  const put = (under: string, add: Mapping) => {
    const before = read(database, trustId, kind, under);
    const after = join(before ?? {}, add);
    if (same(after, before ?? {})) return;
    changes.push({ headings: under, before, after });
    write(database, trustId, kind, under, after);
  };
  if (saidKind ?? fields ?? filledDown ?? format)
    put(headings, {
      ...(saidKind !== undefined && { kind: saidKind }),
      ...(fields && { fields }),
      ...(filledDown && { filledDown }),
      ...(format && { format }),
    });
  if (codes) put(everyFile, { codes });
  return changes;
}

/** Files with these headings are of one kind alone: that they are of another is remembered no more. */
export function forgetOtherKinds(database: Database, trustId: number, kind: string, headings: string): Remembered[] {
  return listMappings(database, trustId).flatMap((row): Remembered[] => {
    const { kind: said, ...rest } = JSON.parse(row.mapping) as Mapping;
    if (row.headings !== headings || row.kind === kind || said === undefined) return [];
    const after = Object.keys(rest).length > 0 ? rest : null;
    write(database, trustId, row.kind, headings, after);
    return [{ headings, kind: row.kind, before: { kind: said, ...rest }, after }];
  });
}

/** Changes one after another as one for each place: the first `before`, the last `after`. */
export function rememberedOnce(changes: readonly Remembered[]): Remembered[] {
  const found = new Map<string, Remembered>();
  for (const change of changes) {
    const place = [change.kind, change.headings].join('\n\n');
    const { before } = found.get(place) ?? change;
    found.set(place, { ...change, before });
  }
  return [...found.values()];
}

/** Takes such changes back, or makes them again, but for what a person has changed since. */
export function turnRemembered(
  database: Database,
  trustId: number,
  kind: string,
  changes: readonly Remembered[],
  to: 'before' | 'after',
): void {
  for (const change of changes) {
    const of = change.kind ?? kind;
    const now = read(database, trustId, of, change.headings);
    if (same(now, change[to === 'before' ? 'after' : 'before']))
      write(database, trustId, of, change.headings, change[to]);
  }
}

function same(one: Mapping | null, other: Mapping | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function listMappings({ db }: Database, trustId: number): MappingRow[] {
  return db.select().from(importMapping).where(eq(importMapping.trustId, trustId)).all();
}

export function findMapping({ db }: Database, id: number): MappingRow | undefined {
  return db.select().from(importMapping).where(eq(importMapping.id, id)).get();
}

export function changeMapping({ db }: Database, id: number, mapping: Mapping): void {
  db.update(importMapping)
    .set({ mapping: JSON.stringify(mapping) })
    .where(eq(importMapping.id, id))
    .run();
}

export function forgetMapping({ db }: Database, id: number): void {
  db.delete(importMapping).where(eq(importMapping.id, id)).run();
}

function placeOf(trustId: number, kind: string, headings: string) {
  return and(eq(importMapping.trustId, trustId), eq(importMapping.kind, kind), eq(importMapping.headings, headings));
}

function read({ db }: Database, trustId: number, kind: string, headings: string): Mapping | null {
  const row = db
    .select()
    .from(importMapping)
    .where(placeOf(trustId, kind, headings))
    .get();
  return row ? (JSON.parse(row.mapping) as Mapping) : null;
}

function write({ db }: Database, trustId: number, kind: string, headings: string, mapping: Mapping | null): void {
  if (mapping === null) {
    db.delete(importMapping)
      .where(placeOf(trustId, kind, headings))
      .run();
    return;
  }
  const text = JSON.stringify(mapping);
  db.insert(importMapping)
    .values({ trustId, kind, headings, mapping: text })
    .onConflictDoUpdate({
      target: [importMapping.trustId, importMapping.kind, importMapping.headings],
      set: { mapping: text },
    })
    .run();
}

function join(known: Mapping, add: Mapping): Mapping {
  const codes = { ...known.codes };
  for (const [set, answers] of Object.entries(add.codes ?? {})) codes[set] = { ...codes[set], ...answers };
  const fields = { ...known.fields, ...add.fields };
  const filledDown = { ...known.filledDown, ...add.filledDown };
  const format = add.format ?? known.format;
  const kind = add.kind ?? known.kind;
  return {
    ...(kind !== undefined && { kind }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(codes).length > 0 && { codes }),
    ...(Object.keys(filledDown).length > 0 && { filledDown }),
    ...(format !== undefined && { format }),
  };
}
