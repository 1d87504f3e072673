import { documentFormat, legible, type ReturnDocument, returnDocument, type ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import { listLines } from '../establishment/repository.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { travellingTexts } from '../retention/travelling-texts.ts';
import { datesInWords } from './calculations.ts';
import { changesBetween, figureId } from './calculations/changes.ts';
import { periodDays, periodTitle } from './calculations/periods.ts';
import { workforceRows } from './calculations/workforce.ts';
import { definitionsOf } from './definitions.ts';
import { evidenceOf, type StoredEvidence } from './evidence-repository.ts';
import { readFigures } from './figure-sources.ts';
import { returnMeasures } from './measures-service.ts';
import { registerLines } from './register.ts';
import { type ReturnRow, returnBefore } from './repository.ts';
import { readRosters } from './rosters.ts';
import { newestSubmission } from './submission-repository.ts';

/** Figures with those that were taken into the evidence in place of the ones worked out. */
export function withKept(figures: readonly ReturnFigure[], evidence: readonly StoredEvidence[]): ReturnFigure[] {
  const kept = new Map(evidence.flatMap((own) => (own.kept ? [[figureId(own.kept), own.kept]] : [])));
  const known = new Set(figures.map(figureId));
  return [
    ...figures.map((figure) => kept.get(figureId(figure)) ?? figure),
    ...[...kept.values()].filter((figure) => !known.has(figureId(figure))),
  ];
}

/** The lines of a return as they are answered now. */
export function documentLines(context: Context, trust: TrustRow, row: ReturnRow): ReturnDocument['lines'] {
  const objective = new Map(context.reference.plan.objectives.map(({ number, title }) => [number, title]));
  return registerLines(context, trust, row.period, row).map(({ plan, published, answer }) => ({
    reference: plan.reference,
    objective: objective.get(plan.objective) ?? '',
    title: plan.title,
    sentence: plan.sentence,
    published,
    dates: datesInWords(plan),
    ...answer,
  }));
}

/** The return as it would be signed off now. */
export function buildDocument(context: Context, trust: TrustRow, row: ReturnRow): ReturnDocument {
  const { database, reference, version, today, now } = context;
  const { period } = row;
  const rosters = readRosters(context, trust, period);
  const { practices, challenges } = travellingTexts(context, trust);
  const document: ReturnDocument = {
    format: documentFormat,
    version: 1,
    trust: { code: trust.code, name: trust.name },
    system: describeTrust(database, trust).system,
    period,
    title: periodTitle(period),
    ...periodDays(period),
    madeAt: now(),
    appVersion: version,
    packs: reference.packs.map(({ id, title, version: packVersion }) => ({ id, title, version: packVersion })),
    definitions: definitionsOf(reference),
    lines: documentLines(context, trust, row),
    figures: withKept(readFigures(context, trust, period), evidenceOf(database, row.id)),
    workforce: { on: today(), rows: workforceRows(listLines(database, trust.id)) },
    rosters: { fill: rosters.fill, temporary: rosters.temporary, sources: rosters.sources },
    shared: { practices, challenges },
    measures: returnMeasures(context, trust, period),
    signatures: { checked: signature(row.checkedBy, row.checkedAt), signedOff: null, submitted: null },
    restatements: [],
    sinceBefore: null,
  };
  return legibleDocument({ ...document, sinceBefore: sinceBefore(context, trust, document) });
}

const signature = (role: string | null, at: string | null) => (role !== null && at !== null ? { role, at } : null);

/** What a return was signed off with; null where it was not. */
export const signedDocument = ({ signedOff }: Pick<ReturnRow, 'signedOff'>): ReturnDocument | null =>
  signedOff === null ? null : returnDocument.parse(JSON.parse(signedOff));

/** The return of the same kind before, with the figures that it was kept with; null where there is none. */
function keptBefore(
  context: Context,
  trust: TrustRow,
  period: string,
): { document: ReturnDocument | null; row: ReturnRow } | null {
  const row = returnBefore(context.database, trust.id, period);
  if (!row) return null;
  return { row, document: newestSubmission(context.database, row.id)?.document ?? signedDocument(row) };
}

/** What differs from the return before; of one that was never signed off only the answers, for its figures were not kept. */
export function sinceBefore(context: Context, trust: TrustRow, now: ReturnDocument): ReturnDocument['sinceBefore'] {
  const before = keptBefore(context, trust, now.period);
  if (!before) return null;
  const { document, row } = before;
  const then = document ?? { ...now, lines: documentLines(context, trust, row) };
  return {
    title: periodTitle(row.period),
    withFigures: document !== null,
    changes: changesBetween(then, now, { figures: document !== null, tables: false }),
  };
}

/** Names come from files, too: whatever no workbook can hold is left out before anything is kept. */
export function legibleDocument(document: ReturnDocument): ReturnDocument {
  const text = JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? legible(value) : value));
  return returnDocument.parse(JSON.parse(text));
}
