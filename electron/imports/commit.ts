import { userInfo } from 'node:os';
import type { Committed, Mapping, OverlapAnswer, Remark } from '#contract';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/database.ts';
import { type BatchRow, describeBatch, insertBatch, insertJudgedRows } from './batches.ts';
import { deskOf, type TakenPath } from './desk.ts';
import { type ImportKind, kindOf } from './kinds.ts';
import { daysTaken, type Extent, within } from './overlaps.ts';
import { type JudgedRow, readRows } from './read-rows.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { rememberMapping } from './remembered.ts';
import { takeAway } from './set-aside.ts';
import { extentOf, findSame, keptReading, overlapsOf, periodOf, remarksOn, settled } from './settle.ts';
import { Tally } from './tally.ts';
import { type Understood, withUnderstood } from './understand.ts';
import { addUnit, findUnit } from './units.ts';
import { withRun } from './preview.ts';

export interface CommitOptions {
  readonly overlap?: OverlapAnswer | undefined;
  /** Whether what the mapping says is to be used for the next such file. */
  readonly remember: boolean;
  /** Rows of the file where a preview has counted them: for the seconds left. */
  readonly rows: number | null;
}

/** What a commit did, with what the command line prints of the reading. */
export interface CommitOutcome {
  readonly result: Committed;
  readonly understood: Understood;
  readonly tally: Tally;
  readonly remarks: readonly Remark[];
}

/** A row of a file whose unit and day an earlier import keeps. */
const leftToEarlier = 'left_to_earlier_import';

class Entries extends Tally {
  entries: { row: number; entry: unknown }[] = [];

  override accepted(row: number, entry: unknown): void {
    super.accepted(row, entry);
    this.entries.push({ row, entry });
  }

  /** Rows that are ignored now and stored for a later import. */
  keptEntries: unknown[] = [];

  override kept(entry: unknown): void {
    super.kept(entry);
    this.keptEntries.push(entry);
  }
}

/** Reads a file and stores its rows in one transaction, or says why not; `dryRun` stops before that. */
export async function importFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  options: CommitOptions & { readonly dryRun?: boolean },
): Promise<CommitOutcome | null | ImportRefusal> {
  return withUnderstood(context, trustId, file.path, mapping, async (found) => {
    const understood = settled(found);
    if (isRefusal(understood)) return understood;
    const kind = kindOf(understood.reading.format.kind);
    const read = new Entries(kind);
    return withRun(context, file.file, options.rows, async (run) => {
      await readRows(understood, mapping, run, read);
      const same = findSame(context, trustId, file.file, keptReading(understood, mapping, null), read);
      const remarks = remarksOn(understood, read, newUnitsOf(context, trustId, read));
      if (same) return { result: alreadyThere(context, same), understood, tally: read, remarks };
      if (options.dryRun) return { result: { kind: 'cancelled' }, understood, tally: read, remarks };
      const extent = extentOf(context, trustId, understood, read);
      const overlaps = overlapsOf(context, kind, extent);
      if (overlaps.length > 0 && options.overlap === undefined) return refuseOverlap(overlaps);
      run.phase = 'storing';
      await run.pause();
      const answer = overlaps.length > 0 ? (options.overlap ?? null) : null;
      const store = { understood, mapping, kind, read, extent, answer, remember: options.remember, remarks };
      const { batch, unitsMade } = inTransaction(context.database, () => storeAll(context, trustId, file, store));
      const result = {
        kind: 'committed' as const,
        batch: describeBatch(context.database, batch, deskOf(context).formats),
        unitsMade,
      };
      return { result, understood, tally: read, remarks };
    });
  });
}

interface Store {
  readonly understood: Understood;
  readonly mapping: Mapping;
  readonly kind: ImportKind<unknown>;
  readonly read: Entries;
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
): { batch: BatchRow; unitsMade: string[] } {
  const { database } = context;
  const { understood, mapping, kind, read, extent, answer } = store;
  const { format, layout, sheet, headerRow } = understood.reading;
  if (answer === 'leave' && extent !== null) leaveTaken(context, trustId, store, extent);
  const wanted = Array.isArray(mapping.units) ? mapping.units : [];
  const made = new Map<string, number>();
  const unitIds = new Map<string, number>();
  for (const name of [...read.units.keys(), ...wanted]) {
    const known = findUnit(database, trustId, name);
    const id = known ?? addUnit(context, trustId, name);
    if (known === undefined) made.set(name, id);
    unitIds.set(name, id);
  }
  const period = periodOf(understood, read).period;
  const remembered = store.remember
    ? rememberMapping(
        database,
        trustId,
        format.kind,
        understood.headings,
        keptReading(understood, mapping, null).mapping,
      )
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
    reading: JSON.stringify(keptReading(understood, mapping, answer)),
    periodFirst: period?.first ?? null,
    periodLast: period?.last ?? null,
    rowsRead: read.rowsRead,
    rowsAccepted: read.acceptedRows,
    rowsRefused: read.refused,
    rowsIgnored: read.ignored,
    remarks: JSON.stringify(store.remarks),
    unitsMade: JSON.stringify([...made.values()]),
    rememberedBefore: remembered.length > 0 ? JSON.stringify(remembered) : null,
    committedAt: context.now(),
    committedBy: whoIsThis(),
  });
  if (answer === 'replace' && extent !== null)
    for (const table of kind.tables) takeAway(database, table, within(extent), batch.id);
  const insert = kind.inserter(database, { trustId, batchId: batch.id, unitId: (name) => unitIds.get(name)! });
  for (const { entry } of read.entries) insert(entry);
  for (const entry of read.keptEntries) insert(entry);
  insertJudgedRows(database, batch.id, read.judgedRows);
  return { batch, unitsMade: [...made.keys()] };
}

/** Turns the accepted rows of days that are taken into ignored ones. */
function leaveTaken({ database }: Context, trustId: number, { kind, read }: Store, extent: Extent): void {
  const taken = daysTaken(database, kind, extent);
  const isTakenBefore = (entry: unknown) => {
    const { unit, date } = kind.placeOf(entry);
    const unitId = unit === null ? 0 : (findUnit(database, trustId, unit) ?? '');
    return taken.has(`${unitId},${date}`);
  };
  read.keptEntries = read.keptEntries.filter((entry) => !isTakenBefore(entry));
  const staying = read.entries.filter(({ row, entry }) => {
    const isTaken = isTakenBefore(entry);
    if (isTaken) read.judged(leftRow(row));
    return !isTaken;
  });
  read.acceptedRows = staying.length;
  read.entries = staying;
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

function alreadyThere({ database, ...context }: Context, row: BatchRow): Committed {
  const batch = describeBatch(database, row, deskOf({ database, ...context }).formats);
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
function whoIsThis(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
