import { type Context, implementation } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { requireLine, requireOpenLine } from './access.ts';
import { returnBundleHandlers } from './bundle/handlers.ts';
import { keepFigure, removeEvidence, saveEvidence } from './evidence-service.ts';
import { heldEvidence } from './held-evidence.ts';
import { loadPlan } from './load-plan.ts';
import { ownMeasureHandlers } from './own-measures/handlers.ts';
import { earlierAnswers, readPeriods, readRegister } from './register.ts';
import { returnFileHandlers } from './file-handlers.ts';
import { findReturn } from './repository.ts';
import { changeAnswer, startReturn } from './service.ts';
import { offeredBeside } from './standing.ts';
import { returnStepHandlers } from './step-handlers.ts';
import { lmnsWorkbookHandlers } from './lmns-workbook/handlers.ts';
import { withTemporaryFile } from './temporary-file.ts';

const on = implementation.returns;

export const returnsHandlers = on.router({
  ...returnStepHandlers,
  ...returnBundleHandlers,
  ...returnFileHandlers,
  ...lmnsWorkbookHandlers,
  ...ownMeasureHandlers,

  periods: on.periods.handler(({ input, context }) =>
    readPeriods(context, requireTrust(context.database, input.trust)),
  ),

  register: on.register.handler(({ input, context }) =>
    readRegister(context, requireTrust(context.database, input.trust), input.period),
  ),

  start: on.start.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    startReturn(context, trust, input.period);
    return readRegister(context, trust, input.period);
  }),

  changeAnswer: on.changeAnswer.handler(({ input, context }) => {
    const { trust, row } = requireOpenLine(context, input);
    const changed = changeAnswer(context, trust, row, input.reference, input.change);
    return { changed, line: lineOf(context, trust, input) };
  }),

  figures: on.figures.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return offeredBeside(context, trust, input, findReturn(context.database, trust.id, input.period));
  }),

  heldEvidence: on.heldEvidence.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    requireLine(context, input.reference);
    return heldEvidence(context, trust, input);
  }),

  addEvidence: on.addEvidence.handler(({ input, context }) => {
    const { reference, item } = input;
    const { trust, row } = requireOpenLine(context, input);
    saveEvidence(context, trust, { row, reference }, { ...item, figure: null });
    return { changed: true, line: lineOf(context, trust, input) };
  }),

  changeEvidence: on.changeEvidence.handler(({ input, context, errors }) => {
    const { reference, id, item } = input;
    const { trust, row } = requireOpenLine(context, input);
    const outcome = saveEvidence(context, trust, { row, reference, id }, { ...item, figure: null });
    if (outcome.kind === 'gone') throw errors.NOT_THERE();
    return { changed: outcome.changed, line: lineOf(context, trust, input) };
  }),

  removeEvidence: on.removeEvidence.handler(({ input, context, errors }) => {
    const { reference, id } = input;
    const { trust, row } = requireOpenLine(context, input);
    if (!removeEvidence(context, trust, { row, reference, id })) throw errors.NOT_THERE();
    return { changed: true, line: lineOf(context, trust, input) };
  }),

  keepFigure: on.keepFigure.handler(({ input, context, errors }) => {
    const { trust, row } = requireOpenLine(context, input);
    const outcome = keepFigure(context, trust, row, input);
    if (outcome.kind === 'gone') throw errors.FIGURE_GONE();
    if (outcome.kind === 'no reason') throw errors.REASON_WANTED();
    return { changed: outcome.changed, line: lineOf(context, trust, input) };
  }),

  earlierAnswers: on.earlierAnswers.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    requireLine(context, input.reference);
    return earlierAnswers(context, trust, input);
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

/** A line as it was stored. */
function lineOf(context: Context, trust: TrustRow, { period, reference }: { period: string; reference: string }) {
  const line = readRegister(context, trust, period).lines.find(({ plan }) => plan.reference === reference);
  if (!line) throw new Error(`Line ${reference} was saved and is not in the register`);
  return line;
}
