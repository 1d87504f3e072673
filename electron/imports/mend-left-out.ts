import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { batchRow } from '#drizzle';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type BatchRow, insertJudgedRows, type Joined, liveBatches, readingOf, updateBatch } from './batches.ts';
import { type Answers, type KeptRow, type LeftOut, leftOutOf, type Reread, rereadLeftOut } from './left-out.ts';
import { kindOf } from './kinds.ts';
import { mended, type JudgedRow } from './read-rows.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { rememberMapping, type Remembered, rememberedOnce } from './remembered.ts';
import type { Run } from './run.ts';
import { findSameRow } from './same-row.ts';
import { takeAway } from './set-aside.ts';
import { addUnit, findUnit } from './units.ts';

export interface Mended {
  readonly joined: number;
  readonly stillOut: number;
}

/** Stores the rows that the answers mend as rows of their import; the others stay left out, what was typed is kept. */
export async function mendLeftOut(
  context: Context,
  batch: BatchRow,
  answers: Answers,
  { by, remember }: { readonly by: string; readonly remember: boolean },
  run: Run,
): Promise<Mended | ImportRefusal> {
  const leftOut = leftOutOf(context, batch, answers.codes);
  if (isRefusal(leftOut)) return leftOut;
  return run.store(context.database, () => {
    const rows = rereadLeftOut(leftOut, answers);
    const joiner = new Joiner(context, leftOut);
    let joined = 0;
    for (const row of rows) {
      const problem = row.entry === undefined ? row.judged[0] : joiner.store(row);
      if (problem === undefined) {
        markJoined(context, row, by);
        joined += 1;
      } else if (row.typed.size > 0) keepTyped(context.database, row, problem);
    }
    const { database } = context;
    const learnt =
      remember && answers.codes
        ? rememberMapping(database, batch.trustId, batch.kind, batch.headings, { codes: answers.codes })
        : [];
    const before = JSON.parse(batch.rememberedBefore ?? '[]') as Remembered[];
    updateBatch(database, batch.id, {
      ...joiner.changes(),
      rowsAccepted: batch.rowsAccepted + joined,
      rowsRefused: batch.rowsRefused - joined,
      ...(learnt.length > 0 && { rememberedBefore: JSON.stringify(rememberedOnce([...before, ...learnt])) }),
    });
    return { joined, stillOut: rows.length - joined };
  });
}

/** Takes the rows that joined at an instant out again, each with the problem that it had. Returns how many they were. */
export function takeBackMends({ database }: Context, batch: BatchRow, at: string, run: Run): Promise<number> {
  const kind = kindOf(batch.kind);
  return run.store(database, () => {
    const joinedLater = and(eq(batchRow.batchId, batch.id), isNotNull(batchRow.joined));
    const rows = database.db.select().from(batchRow).where(joinedLater).all();
    const back = rows.filter(({ joined }) => joined !== null && (JSON.parse(joined) as Joined).at === at);
    for (const { id, row, joined } of back) {
      for (const table of kind.tables)
        database.sqlite.prepare(`DELETE FROM "${table}" WHERE batch_id = ? AND row = ?`).run(batch.id, row);
      const others = and(eq(batchRow.batchId, batch.id), eq(batchRow.row, row), ne(batchRow.id, id));
      database.db.delete(batchRow).where(others).run();
      const { was } = JSON.parse(joined ?? '') as Joined;
      database.db
        .update(batchRow)
        .set({ ...was, outcome: 'refused', joined: null })
        .where(eq(batchRow.id, id))
        .run();
    }
    updateBatch(database, batch.id, {
      rowsAccepted: batch.rowsAccepted - back.length,
      rowsRefused: batch.rowsRefused + back.length,
    });
    return back.length;
  });
}

/** Puts mended rows into the store, each where its import would have put it. */
class Joiner {
  readonly #context: Context;
  readonly #leftOut: LeftOut;
  readonly #insert: (entry: unknown) => void;
  readonly #later: readonly BatchRow[];
  readonly #unitsMade: number[];
  #dates: { first: string; last: string } | null = null;

  constructor(context: Context, leftOut: LeftOut) {
    const { database } = context;
    const { batch, kind } = leftOut;
    this.#context = context;
    this.#leftOut = leftOut;
    this.#unitsMade = JSON.parse(batch.unitsMade) as number[];
    this.#insert = kind.inserter(database, {
      trustId: batch.trustId,
      batchId: batch.id,
      unitId: (name) => this.#unit(name),
    });
    this.#later = liveBatches(database, batch.trustId, batch.kind).filter(
      (one) => one.id > batch.id && readingOf(one).overlap === 'replace',
    );
  }

  /** Undefined where the row is stored; the problem of a row that may not join. */
  store({ was, entry }: Reread): JudgedRow | undefined {
    const { database } = this.#context;
    const { batch, kind, kept } = this.#leftOut;
    const { unit, date } = kind.placeOf(entry);
    const own: [condition: string, ...values: number[]] = ['batch_id = ? AND row = ?', batch.id, was.row];
    const [condition, ...values] = own;
    this.#insert(entry);
    for (const table of kind.tables) {
      const same = findSameRow(database, table, batch.id, was.row);
      const left = kept.overlap === 'leave' && this.#isTaken(table, was.row, date, unit);
      if (same === undefined && !left) continue;
      for (const one of kind.tables) database.sqlite.prepare(`DELETE FROM "${one}" WHERE ${condition}`).run(...values);
      return same === undefined ? leftToEarlier(was) : copyOf(was, same, batch.id);
    }
    const later = this.#later.find((one) => this.#replaces(one, unit, date));
    if (later)
      for (const table of kind.tables) takeAway(database, table, { condition, values }, later.id, () => undefined);
    if (this.#dates === null) this.#dates = { first: date, last: date };
    else if (date < this.#dates.first) this.#dates.first = date;
    else if (date > this.#dates.last) this.#dates.last = date;
    return undefined;
  }

  /** What the import's record says differently now. */
  changes(): Partial<Pick<BatchRow, 'unitsMade' | 'periodFirst' | 'periodLast'>> {
    const { batch, kept } = this.#leftOut;
    const dates = kept.mapping.period === undefined ? this.#dates : null;
    const { periodFirst: first, periodLast: last } = batch;
    return {
      unitsMade: JSON.stringify(this.#unitsMade),
      ...(dates && { periodFirst: first !== null && first < dates.first ? first : dates.first }),
      ...(dates && { periodLast: last !== null && last > dates.last ? last : dates.last }),
    };
  }

  #unit(name: string): number {
    const { batch } = this.#leftOut;
    const known = findUnit(this.#context.database, batch.trustId, name);
    if (known !== undefined) return known;
    const made = addUnit(this.#context, batch.trustId, name);
    this.#unitsMade.push(made);
    return made;
  }

  /** True where a later import took the place of the rows of that unit and day. */
  #replaces({ id, periodFirst, periodLast }: BatchRow, unit: string | null, date: string): boolean {
    const { kind } = this.#leftOut;
    if (periodFirst === null || periodLast === null || date < periodFirst || date > periodLast) return false;
    if (!kind.ofUnits || unit === null) return true;
    const ofUnit = (table: string) =>
      this.#context.database.sqlite
        .prepare(`SELECT 1 FROM "${table}" WHERE batch_id = ? AND unit_id = ? LIMIT 1`)
        .get(id, this.#unit(unit)) !== undefined;
    return kind.tables.some(ofUnit);
  }

  /** True where an earlier import has rows of that unit and day, and was to keep them. */
  #isTaken(table: string, row: number, date: string, unit: string | null): boolean {
    const { batch } = this.#leftOut;
    const ofUnit = unit === null ? '' : `AND unit_id = ${this.#unit(unit)}`;
    return (
      this.#context.database.sqlite
        .prepare(
          `SELECT 1 FROM "${table}" WHERE trust_id = ? AND date = ? AND batch_id < ? ${ofUnit}
             AND EXISTS (SELECT 1 FROM "${table}" WHERE batch_id = ? AND row = ?) LIMIT 1`,
        )
        .get(batch.trustId, date, batch.id, batch.id, row) !== undefined
    );
  }
}

function problemOf(was: KeptRow, reason: string, expected: string, message: string): JudgedRow {
  const { row, field, read } = was;
  return { row, outcome: 'refused', reason, field, read, expected, message, cells: [] };
}

function copyOf(was: KeptRow, { batchId, row }: { batchId: number; row: number }, own: number): JudgedRow {
  const where = batchId === own ? `row ${row}` : `row ${row} of import ${batchId}`;
  return problemOf(was, 'duplicate_row', 'a row that is not stored yet', `This row says the same as ${where} by now.`);
}

function leftToEarlier(was: KeptRow): JudgedRow {
  const message = 'An earlier import has rows of this unit and day, and they were to stay.';
  return problemOf(was, 'left_to_earlier_import', 'a unit and day that no earlier import has', message);
}

/** The row is one of the import's now; its record says what it was before. */
function markJoined({ database, now }: Context, { was, typed, judged }: Reread, by: string): void {
  const { reason, field, read, expected, message } = was;
  const joined: Joined = { at: now(), by, was: { reason, field, read, expected, message } };
  const own =
    judged.find((one) => one.reason === mended && one.field === field) ?? judged.find((one) => one.reason === mended);
  const others = judged.filter((one) => one !== own);
  database.db
    .update(batchRow)
    .set({
      outcome: 'accepted',
      reason: mended,
      field: own?.field ?? field,
      read: own?.read ?? read,
      expected: null,
      message: own?.message ?? `${message ?? ''} That is known now, so the row could be read.`.trim(),
      mends: typed.size > 0 ? JSON.stringify(Object.fromEntries(typed)) : null,
      joined: JSON.stringify(joined),
    })
    .where(eq(batchRow.id, was.id))
    .run();
  insertJudgedRows(database, was.batchId, others);
}

/** What was typed for a row that still cannot be read, and the problem that it has with it. */
function keepTyped({ db }: Database, { was, typed }: Reread, now: JudgedRow): void {
  const { reason, field, read, expected, message } = now;
  db.update(batchRow)
    .set({ reason, field, read, expected, message, mends: JSON.stringify(Object.fromEntries(typed)) })
    .where(eq(batchRow.id, was.id))
    .run();
}
