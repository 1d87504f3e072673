import type { EvidenceItem } from '#contract';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { decideFigure, decisionInWords, type FigureDecision, isDecidedAlike } from './calculations/kept-figure.ts';
import { deleteEvidence, evidenceOf, insertEvidence, updateEvidence } from './evidence-repository.ts';
import type { ReturnRow } from './repository.ts';
import { offeredBeside } from './standing.ts';

/** Adds a piece of evidence to a line, or with an id changes one. */
export function saveEvidence(
  context: Context,
  trust: TrustRow,
  { row, reference, id }: { row: ReturnRow; reference: string; id?: number },
  item: EvidenceItem,
): { kind: 'saved'; changed: boolean } | { kind: 'gone' } {
  const { database, now } = context;
  const before = findEvidence(context, row, reference, id);
  if (id !== undefined && (!before || before.item.kind === 'figure')) return { kind: 'gone' };
  if (before && JSON.stringify(before.item) === JSON.stringify(item)) return { kind: 'saved', changed: false };
  const label = `${reference} ${before ? '' : 'new '}${item.kind}: ${item.title}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () =>
    before
      ? updateEvidence(database, before.id, item)
      : insertEvidence(database, { returnId: row.id, reference }, item),
  );
  return { kind: 'saved', changed: true };
}

/** Takes a piece of evidence away; false where it is not there. */
export function removeEvidence(
  context: Context,
  trust: TrustRow,
  { row, reference, id }: { row: ReturnRow; reference: string; id: number },
): boolean {
  const { database, now } = context;
  const found = findEvidence(context, row, reference, id);
  if (!found) return false;
  const label = `${reference} without the ${found.item.kind}: ${found.item.title}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteEvidence(database, id));
  return true;
}

const findEvidence = ({ database }: Context, row: ReturnRow, reference: string, id: number | undefined) =>
  evidenceOf(database, row.id).find((own) => own.id === id && own.reference === reference);

/**
 * Takes a figure into the evidence of its line as it is now: accepted as it is, in other words, or with other values; both
 * want a reason. The sentence read must be the one that the figure gives now, or nothing is written.
 */
export function keepFigure(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  decision: FigureDecision,
): { kind: 'kept'; changed: boolean } | { kind: 'gone' } | { kind: 'no reason' } {
  const { database, now, today } = context;
  const { reference, key } = decision;
  const decided = decideFigure(
    offeredBeside(context, trust, { period: row.period, reference }, row),
    decision,
    today(),
  );
  if (decided.kind !== 'kept') return decided;
  const kept = decided.figure;
  const { title, source, of, sentence } = kept;
  const item: EvidenceItem = {
    kind: 'figure',
    title,
    place: `${source}, ${of}`,
    day: null,
    detail: sentence,
    figure: key,
  };
  const before = evidenceOf(database, row.id).find((own) => own.reference === reference && own.item.figure === key);
  if (isDecidedAlike(before?.kept, kept)) return { kind: 'kept', changed: false };
  recordChange(database, { trustId: trust.id, label: decisionInWords(kept), at: now() }, () =>
    before
      ? updateEvidence(database, before.id, item, kept)
      : insertEvidence(database, { returnId: row.id, reference }, item, kept),
  );
  return { kind: 'kept', changed: true };
}
