import type { ReturnDocument, ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { isOwn } from './calculations/own-measures.ts';
import { buildDocument, documentLines, legibleDocument, signedDocument, withKept } from './document.ts';
import { evidenceOf } from './evidence-repository.ts';
import { readFigures } from './figure-sources.ts';
import type { ReturnRow } from './repository.ts';
import { newestSubmission, submissionsOf } from './submission-repository.ts';

/**
 * The return as it stands: as submitted last, also while a correction is under way; as signed off; or as it would be
 * signed off now. With a number, what was submitted then; undefined where nothing was.
 */
export function standingDocument(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  submission?: number,
): ReturnDocument | undefined {
  const { database } = context;
  if (submission !== undefined)
    return submissionsOf(database, row.id).find(({ number }) => number === submission)?.document;
  return newestSubmission(database, row.id)?.document ?? signedDocument(row) ?? buildDocument(context, trust, row);
}

/**
 * A correction as it would be submitted now: the answers as they are, the figures as they were submitted but for those that
 * were taken into the evidence since. `figuresAnew` works all of them out again.
 */
export function correctedDocument(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  submitted: ReturnDocument,
  figuresAnew: boolean,
): ReturnDocument {
  const now = buildDocument(context, trust, row);
  const { signatures, restatements } = submitted;
  if (figuresAnew) return { ...now, signatures, restatements };
  const evidence = evidenceOf(context.database, row.id);
  return legibleDocument({
    ...submitted,
    madeAt: now.madeAt,
    appVersion: now.appVersion,
    packs: now.packs,
    lines: documentLines(context, trust, row),
    figures: withKept(submitted.figures, evidence),
    measures: withOwn(submitted.measures, now.measures),
  });
}

/** Measures of the packs as they were submitted, and own ones, which are typed like answers, as they are now. */
function withOwn(submitted: ReturnDocument['measures'], now: ReturnDocument['measures']): ReturnDocument['measures'] {
  const part = ({ definitions, values }: ReturnDocument['measures'], own: boolean) => {
    const kept = definitions.filter((definition) => isOwn(definition) === own);
    const ids = new Set(kept.map(({ id }) => id));
    return { definitions: kept, values: values.filter(({ measure }) => ids.has(measure)) };
  };
  const [packs, own] = [part(submitted, false), part(now, true)];
  return {
    definitions: [...packs.definitions, ...own.definitions],
    values: [...packs.values, ...own.values],
    basis: submitted.basis,
  };
}

/** The figures to offer beside a line, or beside all: worked out now, or as they were signed off or submitted. */
export function offeredBeside(
  context: Context,
  trust: TrustRow,
  of: { readonly period: string; readonly reference?: string | undefined },
  row: ReturnRow | undefined,
): ReturnFigure[] {
  const kept = row && (newestSubmission(context.database, row.id)?.document ?? signedDocument(row));
  if (!kept) return readFigures(context, trust, of.period, of.reference);
  return kept.figures.filter(({ reference }) => of.reference === undefined || reference === of.reference);
}
