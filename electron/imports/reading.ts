import type { Mapping } from '#contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { writtenState } from '../database/kept.ts';
import type { TakenPath } from './desk.ts';
import { kindOf } from './kinds.ts';
import { readRows } from './read-rows.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import type { Run } from './run.ts';
import { settled } from './settle.ts';
import { Tally } from './tally.ts';
import { type Understood, withUnderstood } from './understand.ts';

/** A file whose rows were all read, under one mapping and as the store then was. */
export interface WholeReading {
  readonly understood: Understood;
  readonly tally: Tally;
}

interface Shelved extends WholeReading {
  readonly of: string;
  readonly file: string;
}

/** The file that was read last for an open store, so that the steps of one import read it once. */
const shelf = new WeakMap<Database, Shelved>();

/** Reads all rows of a file, or finds them read already where neither the mapping nor the store has changed since. */
export async function readWhole(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
  run: Run,
): Promise<WholeReading | ImportRefusal> {
  const { database } = context;
  const keyNow = () => JSON.stringify([trustId, file.file, mapping, context.today(), writtenState(database)]);
  const of = keyNow();
  const shelved = shelf.get(database);
  if (shelved?.of === of) return shelved;
  shelf.delete(database);
  const read = async (found: Parameters<typeof settled>[0]) => {
    const understood = settled(found);
    if (isRefusal(understood)) return understood;
    const tally = new Tally(kindOf(understood.reading.format.kind));
    run.begin('reading', null);
    await readRows(understood, mapping, run, tally);
    // What was read while the store changed may have been checked against both states: it is not kept for the next step.
    if (keyNow() === of) shelf.set(database, { of, file: file.file, understood, tally });
    return { understood, tally };
  };
  return withUnderstood(context, trustId, file.path, mapping, read, { readsAll: true });
}

/** Lets go of a file's rows. */
export function forgetReading(database: Database, file: string): void {
  if (shelf.get(database)?.file === file) shelf.delete(database);
}
