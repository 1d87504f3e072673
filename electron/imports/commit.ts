import { userInfo } from 'node:os';
import type { Committed, Mapping, OverlapAnswer, Remark } from '#contract';
import type { Context } from '../context.ts';
import { type BatchRow, describeBatch, insertBatch, insertJudgedRows } from './batches.ts';
import type { TakenPath } from './desk.ts';
import { type ImportKind, kindOf } from './kinds.ts';
import { formatsOf } from './known-formats.ts';
import { daysTaken, type Extent, within } from './overlaps.ts';
import { leftToEarlier } from './later.ts';
import type { JudgedRow } from './read-rows.ts';
import { readWhole } from './reading.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { forgetOtherKinds, rememberMapping } from './remembered.ts';
import { Run } from './run.ts';
import { takeAway } from './set-aside.ts';
import { extentOf, findSame, keptReading, overlapsOf, periodOf, remarksOn, toRemember } from './settle.ts';
import type { Tally } from './tally.ts';
import type { Understood } from './understand.ts';
import { addUnit, findUnit } from './units.ts';

export interface CommitOptions {
  readonly overlap?: OverlapAnswer | undefined;
  /** Whether what the mapping says is to be used for the next such file. */
  readonly remember: boolean;
}

/** What a commit did, with what the command line prints of the reading. */
export interface CommitOutcome {
  readonly result: Committed;
  readonly understood: Understood;
  readonly tally: Tally;
  readonly rows: RowsToStore;
  readonly remarks: readonly Remark[];
}

/** Reads a file and stores its rows in one transaction, or says why not; `dryRun` stops before that. Throws Cancelled. */
export async function importFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  options: CommitOptions & { readonly dryRun?: boolean },
  run = new Run(),
): Promise<CommitOutcome | ImportRefusal> {
  const { database } = context;
  const reading = await readWhole(context, trustId, file, mapping, run);
  if (isRefusal(reading)) return reading;
  const { understood, tally } = reading;
  const kind = kindOf(understood.reading.format.kind);
  const remarks = remarksOn(understood, tally, newUnitsOf(context, trustId, tally));
  const outcome = (result: Committed, rows = allOf(tally)) => ({ result, understood, tally, rows, remarks });
  const findIt = () => findSame(context, trustId, file.file, keptReading(understood, mapping, null), tally);
  if (options.dryRun) {
    const same = findIt();
    return outcome(same ? alreadyThere(context, same) : { kind: 'cancelled' });
  }
  run.begin('storing', tally.entries.length + tally.keptEntries.length);
  await run.pause();
  return run.store(database, (): CommitOutcome | ImportRefusal => {
    // Looked at within the transaction: another process may have imported since the preview.
    const same = findIt();
    if (same) return outcome(alreadyThere(context, same));
    const extent = extentOf(context, trustId, understood, tally);
    const overlaps = overlapsOf(context, kind, extent);
    if (overlaps.length > 0 && options.overlap === undefined) return refuseOverlap(overlaps);
    const answer = overlaps.length > 0 ? (options.overlap ?? null) : null;
    const rows = answer === 'leave' ? untaken(context, trustId, { kind, tally, extent }) : allOf(tally);
    const store = { understood, mapping, kind, tally, rows, extent, answer, remember: options.remember, remarks };
    const { batch, unitsMade } = storeAll(context, trustId, file, store, run);
    const described = describeBatch(database, batch, formatsOf(context));
    return outcome({ kind: 'committed', batch: described, unitsMade }, rows);
  });
}

interface Store {
  readonly understood: Understood;
  readonly mapping: Mapping;
  readonly kind: ImportKind<unknown>;
  readonly tally: Tally;
  readonly rows: RowsToStore;
  readonly extent: Extent | null;
  readonly answer: OverlapAnswer | null;
  readonly remember: boolean;
  readonly remarks: readonly Remark[];
}

function storeAll(
  context: Context,
  trustId: number,
  file: TakenPath,
  store: Store,
  run: Run,
): { batch: BatchRow; unitsMade: string[] } {
  const { database } = context;
  const { understood, mapping, kind, tally, rows, extent, answer } = store;
  const { format, layout, sheet, headerRow } = understood.reading;
  const wanted = Array.isArray(mapping.units) ? mapping.units : [];
  const made = new Map<string, number>();
  const unitIds = new Map<string, number>();
  for (const name of [...tally.units.keys(), ...wanted]) {
    const known = findUnit(database, trustId, name);
    const id = known ?? addUnit(context, trustId, name);
    if (known === undefined) made.set(name, id);
    unitIds.set(name, id);
  }
  const period = periodOf(understood, tally);
  const remembered = store.remember
    ? [
        ...rememberMapping(database, trustId, format.kind, understood.headings, toRemember(understood, mapping)),
        ...forgetOtherKinds(database, trustId, format.kind, understood.headings),
      ]
    : [];
  const batch = insertBatch(database, {
    trustId,
    kind: format.kind,
    format: layout.key,
    fileName: file.name,
    fileSha256: file.file,
    fileBytes: file.bytes,
    sheet: sheet.name,
    headerRow,
    headings: understood.headings,
    reading: JSON.stringify({ ...keptReading(understood, mapping, answer), filledDown: tally.filled }),
    periodFirst: period?.first ?? null,
    periodLast: period?.last ?? null,
    rowsRead: tally.rowsRead,
    rowsAccepted: rows.entries.length,
    rowsRefused: tally.refused,
    rowsIgnored: tally.ignored + rows.left.length,
    remarks: JSON.stringify(store.remarks),
    unitsMade: JSON.stringify([...made.values()]),
    rememberedBefore: remembered.length > 0 ? JSON.stringify(remembered) : null,
    committedAt: context.now(),
    committedBy: whoIsThis(),
  });
  if (answer === 'replace' && extent !== null)
    for (const table of kind.tables) takeAway(database, table, within(extent), batch.id, () => run.step(0));
  const insert = kind.inserter(database, { trustId, batchId: batch.id, unitId: (name) => unitIds.get(name)! });
  for (const entries of [rows.entries, rows.keptEntries]) {
    for (const entry of entries) {
      insert(entry);
      run.step();
    }
  }
  insertJudgedRows(database, batch.id, [...tally.judgedRows, ...rows.left]);
  return { batch, unitsMade: [...made.keys()] };
}

/** What of a reading is to be stored. */
export interface RowsToStore {
  readonly entries: readonly unknown[];
  readonly keptEntries: readonly unknown[];
  /** Rows that are left out because an earlier import keeps their days. */
  readonly left: readonly JudgedRow[];
}

function allOf({ entries, keptEntries }: Tally): RowsToStore {
  return { entries, keptEntries, left: [] };
}

/** The rows of the days that no earlier import has. */
function untaken(
  { database }: Context,
  trustId: number,
  { kind, tally, extent }: Pick<Store, 'kind' | 'tally' | 'extent'>,
): RowsToStore {
  if (extent === null) return allOf(tally);
  const taken = daysTaken(database, kind, extent);
  const unitIds = new Map<string, number | undefined>();
  const idOf = (name: string) => {
    if (!unitIds.has(name)) unitIds.set(name, findUnit(database, trustId, name));
    return unitIds.get(name) ?? '';
  };
  /** What no earlier import has of an entry; null where it has all of it. */
  const restOf = (entry: unknown): unknown => {
    const { unit, date } = kind.placeOf(entry);
    const isTaken = (day: string) => taken.has(`${unit === null ? 0 : idOf(unit)},${day}`);
    if (kind.severalDays) return kind.severalDays.only(entry, (day) => !isTaken(day));
    return isTaken(date) ? null : entry;
  };
  const left: JudgedRow[] = [];
  const entries = tally.entries.map(restOf);
  entries.forEach((entry, index) => entry === null && left.push(leftRow(tally.rowOf[index] ?? 0)));
  const isThere = (entry: unknown) => entry !== null;
  return { entries: entries.filter(isThere), keptEntries: tally.keptEntries.map(restOf).filter(isThere), left };
}

function leftRow(row: number): JudgedRow {
  return {
    row,
    outcome: 'ignored',
    reason: leftToEarlier,
    field: null,
    read: null,
    expected: null,
    message: null,
    cells: [],
  };
}

function newUnitsOf({ database }: Context, trustId: number, { units }: Tally): string[] {
  return [...units.keys()].filter((name) => findUnit(database, trustId, name) === undefined);
}

function alreadyThere(context: Context, row: BatchRow): Committed {
  const batch = describeBatch(context.database, row, formatsOf(context));
  const message = `This file was imported already, as import ${batch.id} on ${batch.committedAt.slice(0, 10)}, and read in the same way. Nothing was changed.`;
  return { kind: 'already_there', batch, message };
}

function refuseOverlap(overlaps: ReturnType<typeof overlapsOf>): ImportRefusal {
  const named = overlaps.map(
    ({ batch, fileName, rows, first, last, units }) =>
      `import ${batch} (${fileName}) has ${rows} rows${units.length > 0 ? ` of ${units.join(', ')}` : ''} from ${first} to ${last}`,
  );
  const message = `These units and days are there already: ${named.join('; ')}. Say whether to replace those rows, to add to them, or to leave them. Nothing was stored.`;
  return { kind: 'refused', code: 'OVERLAP', message, data: { overlaps } };
}

/** The name by which the system knows the person; '' where it knows none. */
export function whoIsThis(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
