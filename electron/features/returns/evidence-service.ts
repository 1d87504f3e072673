import type { EvidenceItem, ReturnFigure, ReturnMeasure, TableValue } from '#contract';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import {
  deleteEvidence,
  evidenceOf,
  insertEvidence,
  type StoredEvidence,
  updateEvidence,
} from './evidence-repository.ts';
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

interface Decision {
  readonly reference: string;
  readonly key: string;
  /** The sentence that was read. */
  readonly sentence: string;
  readonly words: string | null;
  readonly values: readonly { readonly measure: string; readonly value: TableValue }[];
  readonly reason: string | null;
}

/**
 * Takes a figure into the evidence of its line as it is now: accepted as it is, in other words, or with other values; both
 * want a reason. The sentence read must be the one that the figure gives now, or nothing is written.
 */
export function keepFigure(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  decision: Decision,
): { kind: 'kept'; changed: boolean } | { kind: 'gone' } | { kind: 'no reason' } {
  const { database, now, today } = context;
  const { reference, key, words, values, reason } = decision;
  const figure = offeredBeside(context, trust, row.period, row).find(
    (own) => own.key === key && own.reference === reference,
  );
  if (figure?.sentence !== decision.sentence) return { kind: 'gone' };
  if (values.some(({ measure }) => !figure.measures.some((own) => own.key === measure))) return { kind: 'gone' };
  const changes = values.filter(({ measure, value }) => !sameValue(measureOf(figure, measure)?.value ?? null, value));
  const isEdited = words !== null && words !== figure.sentence;
  if ((isEdited || changes.length > 0) && reason === null) return { kind: 'no reason' };
  const kept = keptFigure(figure, changes, {
    sentence: isEdited ? words : figure.sentence,
    decision: { kind: changes.length > 0 ? 'overruled' : isEdited ? 'edited' : 'accepted', on: today(), reason },
  });
  const item: EvidenceItem = {
    kind: 'figure',
    title: figure.title,
    place: `${figure.source}, ${figure.of}`,
    day: null,
    detail: kept.sentence,
    figure: key,
  };
  const before = evidenceOf(database, row.id).find((own) => own.reference === reference && own.item.figure === key);
  if (isSame(before, kept)) return { kind: 'kept', changed: false };
  const did = { accepted: 'figure', edited: 'figure in our words', overruled: 'figure overruled' } as const;
  const label = `${reference} ${did[kept.decision?.kind ?? 'accepted']}: ${figure.title}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () =>
    before
      ? updateEvidence(database, before.id, item, kept)
      : insertEvidence(database, { returnId: row.id, reference }, item, kept),
  );
  return { kind: 'kept', changed: true };
}

const measureOf = ({ measures }: ReturnFigure, key: string) => measures.find((own) => own.key === key);
const sameValue = (one: TableValue, other: TableValue) => JSON.stringify(one) === JSON.stringify(other);

/** The figure with what the trust put in its place; each value that was replaced stays beside the new one. */
function keptFigure(
  figure: ReturnFigure,
  changes: Decision['values'],
  decided: Pick<ReturnFigure, 'sentence' | 'decision'>,
): ReturnFigure {
  const measures = figure.measures.map((measure): ReturnMeasure => {
    const change = changes.find((own) => own.measure === measure.key);
    if (!change) return measure;
    return {
      ...measure,
      value: change.value,
      workedOut: measure.workedOut === undefined ? measure.value : measure.workedOut,
    };
  });
  return { ...figure, measures, ...decided };
}

/** The same figure, decided alike: on which day it was decided makes no difference. */
function isSame(before: StoredEvidence | undefined, kept: ReturnFigure): boolean {
  if (!before?.kept) return false;
  const plain = ({ decision, ...figure }: ReturnFigure) =>
    JSON.stringify({ ...figure, kind: decision?.kind, reason: decision?.reason });
  return plain(before.kept) === plain(kept);
}
