import type { Changes } from '#contract';
import type { Context } from '../../context.ts';
import type { FileInput } from '../jobs.ts';
import { kindOf } from '../kinds.ts';
import { readWhole, type WholeReading } from '../reading.ts';
import { type ImportRefusal, isRefusal } from '../refusal.ts';
import type { Run } from '../run.ts';
import { extentOf } from '../settle.ts';
import { findUnit } from '../units.ts';
import { countDifferences, listDifferences, type Wanted, workOutDifferences } from './differences.ts';
import { type Against, openStaging, stageEntries, stageStored, type Staging } from './staging.ts';

/** A reading beside what the store holds. */
interface Comparison {
  readonly staging: Staging;
  readonly against: Against | null;
}

/** Goes with the reading that it is of: a reading that is still at hand is of the store as it is. */
const comparisons = new WeakMap<WholeReading, Comparison>();

/** What an import of a file would change: how many rows are new, changed, unchanged and missing, and a page of them. Throws Cancelled. */
export async function changesOfFile(
  context: Context,
  { trustId, file, mapping, ...wanted }: FileInput & Wanted,
  run: Run,
): Promise<Changes | ImportRefusal> {
  const reading = await readWhole(context, trustId, file, mapping, run);
  if (isRefusal(reading)) return reading;
  const { compared } = kindOf(reading.understood.reading.format.kind);
  const { staging, against } = await comparisonOf(context, trustId, reading, run);
  return {
    against,
    by: compared.against,
    counts: countDifferences(staging.sqlite),
    ...listDifferences(staging, compared, wanted),
  };
}

async function comparisonOf(context: Context, trustId: number, reading: WholeReading, run: Run): Promise<Comparison> {
  const known = comparisons.get(reading);
  if (known) return known;
  const { database } = context;
  const { understood, tally } = reading;
  const kind = kindOf(understood.reading.format.kind);
  const staging = openStaging(database, kind, trustId);
  try {
    await stageEntries(staging, kind, trustId, tally, (name) => findUnit(database, trustId, name), run);
    const extent = extentOf(context, trustId, understood, tally);
    const nothing = { trustId, unitIds: [], period: { first: '9999-12-31', last: '0001-01-01' } };
    const against = stageStored(staging, database, kind, extent ?? nothing);
    workOutDifferences(staging, kind.compared);
    const comparison = { staging, against };
    comparisons.set(reading, comparison);
    return comparison;
  } catch (error) {
    staging.sqlite.close();
    throw error;
  }
}
