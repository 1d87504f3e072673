import type { Remark } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { noBand } from '../staff/calculations/in-post.ts';
import { censuses } from '../staff/repository.ts';
import { answerInPost, type InPostAnswer } from '../staff/service.ts';
import { type FundedRules, fundedRules } from './calculations/funded-groups.ts';
import { type LedgerFigures, ledgerFigures, type PlacedInPost } from './calculations/ledger.ts';
import { ledgerDays, ledgerLinesAt, type StoredLedgerLine } from './ledger-repository.ts';

export interface LedgerAnswer {
  /** The day of the ledger in force: the newest of the day that was asked for, or before it. */
  readonly census: string;
  readonly lines: readonly StoredLedgerLine[];
  readonly sources: readonly SourceBatch[];
  readonly rules: FundedRules;
  readonly figures: LedgerFigures;
  /** The staff list that in post comes from; undefined where there is none for the ledger's day. */
  readonly staff: InPostAnswer | undefined;
  readonly remarks: readonly Remark[];
}

/** Funded posts and vacancies on a day; without one by the newest ledger. Undefined where there is no ledger of the day. */
export function answerLedger(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
  on?: string,
): LedgerAnswer | undefined {
  const days = ledgerDays(database, trust.id).filter((day) => on === undefined || day <= on);
  const census = days[days.length - 1];
  if (census === undefined) return undefined;
  const lines = ledgerLinesAt(database, trust.id, census);
  const staff = staffOn({ database, reference }, trust, on ?? census);
  const rules = fundedRules(reference.organisation);
  const { staffGroups, unmapped } = reference.organisation;
  const told = new Set(staffGroups.map(({ inPostKey }) => inPostKey).filter((key) => key !== unmapped.key));
  const batches = new Set(lines.map(({ batchId }) => batchId));
  return {
    census,
    lines,
    sources: sourceBatches(database, trust.id, 'ledger', { first: census, last: census }).filter(({ id }) =>
      batches.has(id),
    ),
    rules,
    figures: ledgerFigures(lines, staff ? placedInPost(staff) : null, rules, told),
    staff,
    remarks: remarksOn(census, staff),
  };
}

/** The staff list in force on a day; undefined where the first one is of a later day. */
function staffOn(
  world: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
  on: string,
): InPostAnswer | undefined {
  const [earliest] = censuses(world.database, trust.id);
  return earliest === undefined || earliest > on ? undefined : answerInPost(world, trust, on);
}

function placedInPost({ figures }: InPostAnswer): PlacedInPost[] {
  return figures.assignments.map(({ entry, group }) => ({
    costCentre: entry.costCentre,
    group,
    band: entry.band ?? noBand,
    wte: entry.fte,
  }));
}

function remarksOn(census: string, staff: InPostAnswer | undefined): Remark[] {
  if (staff === undefined) {
    const message = 'No staff list of this day or before was imported, so in post and vacancies are not known.';
    return [{ code: 'staff_list_missing', message }];
  }
  if (staff.census === census) return [];
  const message = `Funded posts are of ${dateInWords(census)}, staff in post of ${dateInWords(staff.census)}.`;
  return [{ code: 'days_differ', message }];
}
