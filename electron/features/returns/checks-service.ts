import type { ReturnChanges, ReturnDocument, ReturnFinding } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { byGroup } from '../staff/calculations/in-post.ts';
import { answerInPost } from '../staff/service.ts';
import { changesBetween } from './calculations/changes.ts';
import { checksOf } from './calculations/checks.ts';
import type { StaffInPost } from './calculations/doubtful-figures.ts';
import type { EarlierReturn } from './calculations/moved-figures.ts';
import { periodKind, periodTitle } from './calculations/periods.ts';
import { buildDocument, signedDocument, sinceBefore } from './document.ts';
import { type ReturnRow, returnsOf } from './repository.ts';
import { correctedDocument } from './standing.ts';
import { newestSubmission } from './submission-repository.ts';

/** What to look at before a return is signed off, by line; `document` is the return as it would be signed off. */
export function findChecks(context: Context, trust: TrustRow, document: ReturnDocument): ReturnFinding[] {
  const { variation } = context.reference.retention;
  return checksOf(
    {
      lines: document.lines,
      figures: document.figures,
      workforce: document.workforce,
      measures: document.measures,
      earlier: earlierReturns(context, trust, document.period, variation.mostBefore),
      variation,
      staff: staffInPost(context, trust),
      today: context.today(),
    },
    context.reference.theme2Return,
  );
}

/** The newest returns of the same kind before a period with the figures that they were kept with, the oldest first. */
function earlierReturns(context: Context, trust: TrustRow, period: string, most: number): EarlierReturn[] {
  const { database } = context;
  const rows = returnsOf(database, trust.id).filter(
    (row) => row.period < period && periodKind(row.period) === periodKind(period),
  );
  return rows.slice(-most).flatMap((row) => {
    const kept = newestSubmission(database, row.id)?.document ?? signedDocument(row);
    return kept ? [{ title: periodTitle(row.period), figures: kept.figures, measures: kept.measures }] : [];
  });
}

/** In post by staff group of the newest staff list; null where none was imported. */
function staffInPost(context: Context, trust: TrustRow): StaffInPost | null {
  const answer = answerInPost(context, trust);
  if (!answer) return null;
  const groups = byGroup(answer.figures.bands, 'wte');
  return { census: answer.census, groups: [...groups].map(([key, wte]) => ({ key, wte })) };
}

/** The return as it is worked on: a correction keeps the figures that were submitted. */
export function workingDocument(context: Context, trust: TrustRow, row: ReturnRow): ReturnDocument {
  const submitted = newestSubmission(context.database, row.id)?.document;
  if (submitted && row.state === 'submitted') return submitted;
  return submitted
    ? correctedDocument(context, trust, row, submitted, false)
    : (signedDocument(row) ?? buildDocument(context, trust, row));
}

/** What differs from the return before, and from what was signed off or submitted last. */
export function findChanges(context: Context, trust: TrustRow, row: ReturnRow): ReturnChanges {
  const working = workingDocument(context, trust, row);
  return { before: sinceBefore(context, trust, working), kept: sinceKept(context, trust, row, working) };
}

function sinceKept(context: Context, trust: TrustRow, row: ReturnRow, working: ReturnDocument): ReturnChanges['kept'] {
  const submitted = newestSubmission(context.database, row.id)?.document;
  const everything = { figures: true, tables: true };
  if (submitted?.signatures.submitted)
    return {
      as: 'submitted',
      signature: submitted.signatures.submitted,
      changes: changesBetween(submitted, working, everything),
    };
  const signed = signedDocument(row);
  if (!signed?.signatures.signedOff) return null;
  const now = buildDocument(context, trust, row);
  return { as: 'signed off', signature: signed.signatures.signedOff, changes: changesBetween(signed, now, everything) };
}
