import { implementation } from '../../context.ts';
import { chartSvg } from '../../exports/papers/chart-svg.ts';
import { paperFileName } from '../../exports/papers/paper-name.ts';
import { requireTrust } from '../organisation/trust.ts';
import { countHandlers } from './count-handlers.ts';
import { incentiveHandlers } from './incentive-handlers.ts';
import { paperBytes, reportName, reportOf } from './report-service.ts';

const on = implementation.assurance;

export const assuranceHandlers = on.router({
  ...incentiveHandlers,
  ...countHandlers,

  report: on.report.handler(({ input, context, errors }) => {
    const answer = reportOf(context, requireTrust(context.database, input.trust), input);
    if (!answer) throw errors.PERIOD_WRONG();
    const { first, last, paper } = answer;
    return {
      first,
      last,
      paper,
      pictures: paper.blocks.flatMap((block) => (block.kind === 'chart' ? [chartSvg(block)] : [])),
    };
  }),

  reportFile: on.reportFile.handler(async ({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const answer = reportOf(context, trust, input);
    if (!answer) throw errors.PERIOD_WRONG();
    const bytes = await paperBytes(answer.paper, input.format);
    return {
      leftOut: answer.sharing.remember(reportName(answer, trust)),
      fileName: paperFileName(reportName(answer, trust), input.format),
      contents: Buffer.from(bytes).toString('base64'),
    };
  }),
});
