import { documentFormat, legible, type ReturnDocument, returnDocument, type ReturnFigure } from '#contract';
import { quarterPeriod } from '../../core/dates.ts';
import type { Context } from '../../context.ts';
import { listLines } from '../establishment/repository.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { travellingTexts } from '../retention/travelling-texts.ts';
import { datesInWords, quarterTitle } from './calculations.ts';
import { workforceFigures, workforceRows } from './calculations/workforce.ts';
import { definitionsOf } from './definitions.ts';
import { registerLines } from './register.ts';
import type { ReturnRow } from './repository.ts';
import { offeredFigures } from './offered.ts';
import { readRosters } from './rosters.ts';

/** The figures that the app knows for a quarter, worked out now: those of the rosters are of the quarter, the others of today. */
export function readFigures(context: Context, trust: TrustRow, period: string): ReturnFigure[] {
  const { database, reference, today } = context;
  const { assessmentYears } = reference.theme2Return;
  const lines = listLines(database, trust.id);
  return [
    ...workforceFigures(lines, { today: today(), assessmentYears }),
    ...readRosters(context, trust, period).figures,
    ...offeredFigures(context, trust),
  ];
}

/** The return as it would be made now. */
export function buildDocument(context: Context, trust: TrustRow, row: ReturnRow): ReturnDocument {
  const { database, reference, version, today, now } = context;
  const { period } = row;
  const lines = registerLines(context, trust, period, row);
  const objective = new Map(reference.plan.objectives.map(({ number, title }) => [number, title]));
  const rosters = readRosters(context, trust, period);
  const { practices, challenges } = travellingTexts(context, trust);
  return legibleDocument({
    format: documentFormat,
    version: 1,
    trust: { code: trust.code, name: trust.name },
    system: describeTrust(database, trust).system,
    period,
    title: quarterTitle(period),
    ...quarterPeriod(period),
    madeAt: now(),
    appVersion: version,
    packs: reference.packs.map(({ id, title, version: packVersion }) => ({ id, title, version: packVersion })),
    definitions: definitionsOf(reference),
    lines: lines.map(({ plan, published, answer }) => ({
      reference: plan.reference,
      objective: objective.get(plan.objective) ?? '',
      title: plan.title,
      sentence: plan.sentence,
      published,
      dates: datesInWords(plan),
      ...answer,
    })),
    figures: readFigures(context, trust, period),
    workforce: { on: today(), rows: workforceRows(listLines(database, trust.id)) },
    rosters: { fill: rosters.fill, temporary: rosters.temporary, sources: rosters.sources },
    shared: { practices, challenges },
    measures: {
      definitions: [],
      values: [],
      basis: { uplift: null, upliftIs: null, tool: null, assessedOn: null, census: null },
    },
    signatures: { checked: null, signedOff: null, submitted: null },
    restatements: [],
  });
}

/** The return as it was kept when it was made. */
export function keptDocument(row: ReturnRow): ReturnDocument | null {
  return row.made === null ? null : returnDocument.parse(JSON.parse(row.made));
}

/** Names come from files, too: whatever no workbook can hold is left out before anything is kept. */
function legibleDocument(document: ReturnDocument): ReturnDocument {
  const text = JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? legible(value) : value));
  return returnDocument.parse(JSON.parse(text));
}
