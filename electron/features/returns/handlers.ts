import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { changesSince, findingsIn } from './calculations.ts';
import { buildDocument, keptDocument, readFigures } from './document.ts';
import { loadPlan } from './load-plan.ts';
import { readReturnWorkbook } from './read-workbook.ts';
import { readQuarters, readRegister, trustLines } from './register.ts';
import { findReturn } from './repository.ts';
import { acceptFigure, keepReturn, saveAnswer, startReturn } from './service.ts';
import { withTemporaryFile } from './temporary-file.ts';
import { returnFileName, returnWorkbook } from './workbook.ts';

const on = implementation.returns;

export const returnsHandlers = on.router({
  quarters: on.quarters.handler(({ input, context }) =>
    readQuarters(context, requireTrust(context.database, input.trust)),
  ),

  register: on.register.handler(({ input, context }) =>
    readRegister(context, requireTrust(context.database, input.trust), input.period),
  ),

  start: on.start.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    startReturn(context, trust, input.period);
    return readRegister(context, trust, input.period);
  }),

  save: on.save.handler(({ input: { period, reference, change, ...input }, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const row = findReturn(context.database, trust.id, period);
    if (!row) throw errors.NOT_STARTED();
    if (!trustLines(context).some((line) => line.reference === reference)) throw errors.LINE_UNKNOWN();
    const changed = saveAnswer(context, trust, row, reference, change);
    return { changed, line: lineOf(readRegister(context, trust, period), reference) };
  }),

  figures: on.figures.handler(({ input, context }) =>
    readFigures(context, requireTrust(context.database, input.trust), input.period),
  ),

  acceptFigure: on.acceptFigure.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const row = findReturn(context.database, trust.id, input.period);
    if (!row) throw errors.NOT_STARTED();
    if (!trustLines(context).some(({ reference }) => reference === input.reference)) throw errors.LINE_UNKNOWN();
    const outcome = acceptFigure(context, trust, row, input);
    if (outcome.kind === 'gone') throw errors.FIGURE_GONE();
    if (outcome.kind === 'full') throw errors.EVIDENCE_FULL();
    const line = lineOf(readRegister(context, trust, input.period), input.reference);
    return { changed: outcome.changed, line };
  }),

  review: on.review.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const row = findReturn(context.database, trust.id, input.period);
    if (!row) throw errors.NOT_STARTED();
    const now = buildDocument(context, trust, row);
    const made = keptDocument(row);
    return {
      findings: findingsIn(now),
      madeAt: row.madeAt,
      changes: made ? changesSince(made, now) : [],
    };
  }),

  make: on.make.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const row = findReturn(context.database, trust.id, input.period);
    if (!row) throw errors.NOT_STARTED();
    if (row.madeAt !== null && !input.again) throw errors.ALREADY_MADE();
    const document = buildDocument(context, trust, row);
    keepReturn(context, trust, row, document);
    return { madeAt: document.madeAt, findings: findingsIn(document) };
  }),

  made: on.made.handler(({ input, context: { database }, errors }) => {
    const row = findReturn(database, requireTrust(database, input.trust).id, input.period);
    const made = row && keptDocument(row);
    if (!made) throw errors.NOT_MADE();
    return made;
  }),

  workbook: on.workbook.handler(async ({ input, context: { database }, errors }) => {
    const row = findReturn(database, requireTrust(database, input.trust).id, input.period);
    const made = row && keptDocument(row);
    if (!made) throw errors.NOT_MADE();
    return { fileName: returnFileName(made), contents: Buffer.from(await returnWorkbook(made)).toString('base64') };
  }),

  readWorkbook: on.readWorkbook.handler(async ({ input, errors }) => {
    const reading = await withTemporaryFile(input.contents, readReturnWorkbook);
    if (reading.kind === 'refused') throw errors.NOT_A_RETURN({ message: reading.message });
    return reading.document;
  }),

  loadPlan: on.loadPlan.handler(async ({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const { fileName } = input;
    const outcome = await withTemporaryFile(input.contents, (path) => loadPlan(context, trust, { path, fileName }));
    if (outcome.kind === 'refused') throw errors.PLAN_UNREADABLE({ message: outcome.message });
    const { lines, rowsRead, problems, warnings } = outcome.table;
    const words = (remarks: typeof problems) => remarks.map(({ message }) => message);
    return { loaded: lines.length, rowsRead, problems: words(problems), warnings: words(warnings) };
  }),
});

function lineOf<Line extends { plan: { reference: string } }>({ lines }: { lines: Line[] }, reference: string): Line {
  const line = lines.find(({ plan }) => plan.reference === reference);
  if (!line) throw new Error(`Line ${reference} was saved and is not in the register`);
  return line;
}
