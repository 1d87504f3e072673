import { type Context, implementation } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireReturn } from './access.ts';
import { answeredLines } from './calculations.ts';
import { findChanges, findChecks, workingDocument } from './checks-service.ts';
import { periodShown, rolesOf } from './register.ts';
import { answersOf, findReturn } from './repository.ts';
import { standingDocument } from './standing.ts';
import { checkReturn, restateReturn, signOffReturn, startCorrection, submitReturn, takeBack } from './step-service.ts';
import { submissionsOf } from './submission-repository.ts';
import { returnFileName, returnWorkbook } from './workbook.ts';

const on = implementation.returns;

type StepKey = 'check' | 'signOff' | 'submit' | 'restate';
const mayTake = (context: Context, step: StepKey, role: string) =>
  rolesOf(context).some((own) => own.step === step && own.roles.includes(role));

/** How far the return is after a step. */
function shown(context: Context, trust: TrustRow, period: string) {
  const row = findReturn(context.database, trust.id, period);
  const answers = row ? [...answersOf(context.database, row.id).values()].map((answer) => ({ answer })) : [];
  return periodShown(context, period, row, answeredLines(answers));
}

export const returnStepHandlers = {
  checks: on.checks.handler(({ input, context }) => {
    const { trust, row } = requireReturn(context, input);
    return findChecks(context, trust, workingDocument(context, trust, row));
  }),

  changes: on.changes.handler(({ input, context }) => {
    const { trust, row } = requireReturn(context, input);
    return findChanges(context, trust, row);
  }),

  check: on.check.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'draft') throw errors.WRONG_STEP();
    if (!mayTake(context, 'check', input.role)) throw errors.ROLE_UNKNOWN();
    checkReturn(context, { trust, row, role: input.role });
    return shown(context, trust, input.period);
  }),

  signOff: on.signOff.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'checked') throw errors.WRONG_STEP();
    if (!mayTake(context, 'signOff', input.role)) throw errors.ROLE_UNKNOWN();
    signOffReturn(context, { trust, row, role: input.role });
    return shown(context, trust, input.period);
  }),

  submit: on.submit.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'signed off') throw errors.WRONG_STEP();
    if (!mayTake(context, 'submit', input.role)) throw errors.ROLE_UNKNOWN();
    submitReturn(context, { trust, row, role: input.role });
    return shown(context, trust, input.period);
  }),

  takeBack: on.takeBack.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted') throw errors.FROZEN();
    if (!takeBack(context, { trust, row }))
      throw errors.WRONG_STEP({ message: 'This return is a draft: there is no step to take back.' });
    return shown(context, trust, input.period);
  }),

  correct: on.correct.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state !== 'submitted' && row.state !== 'correction') throw errors.NOT_SUBMITTED();
    startCorrection(context, { trust, row });
    return shown(context, trust, input.period);
  }),

  restate: on.restate.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted')
      throw errors.NOT_SUBMITTED({
        message: 'No correction has been started. Start one, change what is wrong, then submit the correction.',
      });
    if (row.state !== 'correction') throw errors.NOT_SUBMITTED();
    if (!mayTake(context, 'restate', input.role)) throw errors.ROLE_UNKNOWN();
    const restatement = restateReturn(context, { trust, row, role: input.role }, input);
    if (restatement === null) throw errors.NOTHING_CHANGED();
    return { period: shown(context, trust, input.period), restatement };
  }),

  submissions: on.submissions.handler(({ input, context }) => {
    const { row } = requireReturn(context, input);
    return submissionsOf(context.database, row.id).map(({ number, document }) => {
      const { signatures, madeAt, appVersion, packs, restatements } = document;
      return {
        number,
        signature: signatures.submitted ?? { role: '', at: madeAt },
        appVersion,
        packs: packs.map(({ title, version }) => ({ title, version })),
        restatement: restatements[restatements.length - 1] ?? null,
      };
    });
  }),

  document: on.document.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    const document = standingDocument(context, trust, row, input.submission);
    if (!document) throw errors.NOT_THERE();
    return document;
  }),

  workbook: on.workbook.handler(async ({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    const document = standingDocument(context, trust, row, input.submission);
    if (!document) throw errors.NOT_THERE();
    const contents = Buffer.from(await returnWorkbook(document)).toString('base64');
    return { fileName: returnFileName(document), contents };
  }),
};
