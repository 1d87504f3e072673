import type { ReturnStep } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { requireReturn } from './access.ts';
import { answeredLines } from './calculations.ts';
import { findChanges, findChecks, workingDocument } from './checks-service.ts';
import { periodShown, rolesOf } from './register.ts';
import { answersOf, findReturn } from './repository.ts';
import { deleteRole, insertRole, ownRolesOf } from './role-repository.ts';
import { standingDocument } from './standing.ts';
import { checkReturn, restateReturn, signOffReturn, startCorrection, submitReturn, takeBack } from './step-service.ts';
import { submissionsOf } from './submission-repository.ts';
import { returnFileName, returnWorkbook } from './workbook.ts';

const on = implementation.returns;

const stepWords: Record<ReturnStep, string> = {
  check: 'check a return',
  signOff: 'sign a return off',
  submit: 'submit a return',
  restate: 'correct a return',
};

/** Where the trust has profiles, the role that signs is that of the profile that is signed in, whatever the page says. */
const mayTake = (context: Context, trust: TrustRow, step: ReturnStep, role: string) =>
  context.session.postOr(role)?.toLowerCase() === role.toLowerCase() &&
  rolesOf(context, trust).some((own) => own.step === step && own.roles.includes(role));
const roleRefusal = ({ session: { who } }: Context) =>
  who?.profile == null
    ? {}
    : {
        message: `${who.name} is signed in as ${who.post ?? 'no role of the trust'}. Sign in as who takes this step, or let an editor enter the role under Profiles.`,
      };

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

  addRole: on.addRole.handler(({ input: { step, role, ...input }, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const isThere = rolesOf(context, trust).some(
      (own) => own.step === step && own.roles.some((name) => name.toLowerCase() === role.toLowerCase()),
    );
    if (isThere) throw errors.NAME_TAKEN({ message: `${role} is in the list already. Choose it there.` });
    const label = `${role} may ${stepWords[step]}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertRole(database, trust.id, { step, name: role }),
    );
    return { label };
  }),

  removeRole: on.removeRole.handler(({ input: { step, role, ...input }, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    if (!ownRolesOf(database, trust.id).some((own) => own.step === step && own.name === role)) throw errors.NOT_THERE();
    const label = `${role} may no longer ${stepWords[step]}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      deleteRole(database, trust.id, { step, name: role }),
    );
    return { label };
  }),

  check: on.check.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'draft') throw errors.WRONG_STEP();
    if (!mayTake(context, trust, 'check', input.role)) throw errors.ROLE_UNKNOWN(roleRefusal(context));
    checkReturn(context, { trust, row, role: input.role });
    return shown(context, trust, input.period);
  }),

  signOff: on.signOff.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'checked') throw errors.WRONG_STEP();
    if (!mayTake(context, trust, 'signOff', input.role)) throw errors.ROLE_UNKNOWN(roleRefusal(context));
    signOffReturn(context, { trust, row, role: input.role });
    return shown(context, trust, input.period);
  }),

  submit: on.submit.handler(({ input, context, errors }) => {
    const { trust, row } = requireReturn(context, input);
    if (row.state === 'submitted' || row.state === 'correction') throw errors.FROZEN();
    if (row.state !== 'signed off') throw errors.WRONG_STEP();
    if (!mayTake(context, trust, 'submit', input.role)) throw errors.ROLE_UNKNOWN(roleRefusal(context));
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
    if (!mayTake(context, trust, 'restate', input.role)) throw errors.ROLE_UNKNOWN(roleRefusal(context));
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
