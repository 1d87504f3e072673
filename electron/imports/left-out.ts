import { and, asc, eq } from 'drizzle-orm';
import type { Mapping, Mend } from '#contract';
import { batchRow } from '#drizzle';
import type { Context } from '../context.ts';
import type { RowSettings } from '../features/rosters/parse/source.ts';
import { type BatchRow, cellsOf, type KeptReading, readingOf } from './batches.ts';
import { wordsOf } from './clean/words.ts';
import { type Columns, RowCursor } from './cursor.ts';
import { dropsNames } from '../features/organisation/drop-names.ts';
import { rulesInForce } from '../features/organisation/rules-in-force.ts';
import { withCountFields } from './count-columns.ts';
import { withCourseFields } from './course-columns.ts';
import type { ImportFormat } from './formats.ts';
import { keptRow } from './kept-cell.ts';
import { type ImportKind, type Known, kindOf } from './kinds.ts';
import { formatsOfTrust } from './known-formats.ts';
import { ownWords, stillMeant } from './mapping.ts';
import { judge, type JudgedRow, mendsOf, shown } from './read-rows.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { recallMapping } from './remembered.ts';
import { joinCodes, lengthsOf, unitSettings } from './understand.ts';
import { type Veil, veilOver } from './veil.ts';

/** What a person says of the rows that an import left out. */
export interface Answers {
  readonly mends: readonly Mend[];
  readonly codes?: Mapping['codes'];
}

/** How the rows of an import were read, ready to read those again that were left out. */
export interface LeftOut {
  readonly batch: BatchRow;
  readonly kept: KeptReading;
  readonly reading: { readonly format: ImportFormat };
  readonly kind: ImportKind<unknown>;
  readonly columns: Columns;
  readonly settings: RowSettings;
  readonly known: Known;
  readonly veil: Veil | null;
}

export type KeptRow = typeof batchRow.$inferSelect;

/** A row that was left out, read again: the entries that it makes now, and what is to be said of it. */
export interface Reread {
  readonly was: KeptRow;
  /** Field to the value typed for it, now or earlier. */
  readonly typed: ReadonlyMap<string, string>;
  readonly entry: unknown;
  readonly judged: readonly JudgedRow[];
}

/** How the rows of an import are to be read again, code words as they are remembered by now. */
export function leftOutOf(context: Context, batch: BatchRow, codes: Mapping['codes']): LeftOut | ImportRefusal {
  const { database } = context;
  const { trustId, periodFirst: first, periodLast: last } = batch;
  const known = formatsOfTrust(context, trustId).get(batch.kind);
  if (known === undefined) throw new Error(`There is no import format for ${batch.kind}`);
  const kept = readingOf(batch);
  const format = withCountFields(withCourseFields(known, Object.keys(kept.places)), Object.keys(kept.places));
  const recalled = recallMapping(database, trustId, batch.kind, batch.headings);
  const remembered = stillMeant(format, joinCodes(kept.mapping.codes, recalled.codes));
  const own = ownWords(format, joinCodes(remembered, codes));
  if (isRefusal(own)) return own;
  const places = new Map(Object.entries(kept.places));
  const headings = new Map(
    Object.entries(format.fields).map(([field, { title }]) => [field, kept.headings[places.get(field) ?? -1] || title]),
  );
  const ofBatch = first === null || last === null ? null : { first, last };
  const period = format.of === 'period' ? (kept.mapping.period ?? null) : ofBatch;
  return {
    batch,
    kept,
    reading: { format },
    kind: kindOf(batch.kind),
    columns: { places, headings, lengths: lengthsOf({ format }) },
    settings: {
      date1904: kept.date1904,
      period,
      units: unitSettings(context, trustId, kept.mapping.units),
      hours: kept.mapping.hours ?? 'day_fraction',
      words: wordsOf(format.words, own),
      columns: new Set(places.keys()),
    },
    known: {
      database,
      reference: rulesInForce(context, trustId),
      today: last ?? batch.committedAt.slice(0, 10),
      trustId,
    },
    veil: dropsNames(database, trustId) ? veilOver(format, places, headings) : null,
  };
}

/** A copy of a row that was taken cannot be told by the rows left out alone: it stays out. */
const staysOut: ReadonlySet<string> = new Set(['duplicate_row']);

/** Reads every row again that is left out, with what was typed for it before and now. */
export function rereadLeftOut(leftOut: LeftOut, { mends }: Answers): Reread[] {
  const { batch, kind, settings, columns, known, veil, kept } = leftOut;
  const rows = leftOutRows(known.database, batch.id);
  const typed = new Map(rows.map(({ row, mends: before }) => [row, typedBefore(before)]));
  const asKeptTyped = (field: string, value: string) => (veil === null ? value : shown(veil.typed(field, value)));
  for (const { row, field, value } of mends) typed.get(row)?.set(field, asKeptTyped(field, value));
  const all = [...typed].flatMap(([row, fields]) => [...fields].map(([field, value]) => ({ row, field, value })));
  const cursorMends = mendsOf(all, veil);
  const cursor = new RowCursor(columns, cursorMends, veil);
  const parse = kind.parser(settings, kept.mapping.format ?? batch.format, known);
  return rows.map((was) => {
    const judged: JudgedRow[] = [];
    let entry: unknown;
    const ownTyped = typed.get(was.row) ?? new Map<string, string>();
    if (staysOut.has(was.reason) && ownTyped.size === 0) return { was, typed: ownTyped, entry, judged: [asKept(was)] };
    cursor.turnTo(keptRow(was.row, cellsOf(was)));
    const told = {
      accepted: (_: number, accepted: unknown) => void (entry = accepted),
      kept: () => undefined,
      judged: (one: JudgedRow) => void judged.push(one),
    };
    judge(parse(cursor), cursor, told, { mends: cursorMends, date1904: settings.date1904 });
    return { was, typed: ownTyped, entry, judged };
  });
}

/** The rows of an import that are left out, in the order of the file. */
export function leftOutRows({ db }: Context['database'], batchId: number): KeptRow[] {
  const which = and(eq(batchRow.batchId, batchId), eq(batchRow.outcome, 'refused'));
  return db.select().from(batchRow).where(which).orderBy(asc(batchRow.row), asc(batchRow.id)).all();
}

/** The problems that are left after a reading, as those of a file are told. */
export function problemsLeft(rows: readonly Reread[]): JudgedRow[] {
  return rows.filter(({ entry }) => entry === undefined).flatMap(({ judged }) => judged);
}

export function asKept(was: KeptRow): JudgedRow {
  const { row, outcome, reason, field, read, expected, message } = was;
  return { row, outcome, reason, field, read, expected, message, cells: cellsOf(was) };
}

function typedBefore(mends: string | null): Map<string, string> {
  return new Map(Object.entries(JSON.parse(mends ?? '{}') as Record<string, string>));
}
