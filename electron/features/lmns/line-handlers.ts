import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { trustLines } from '../returns/register.ts';
import { lineAcrossTrusts } from './across.ts';
import { compileSystem } from './compile-service.ts';
import { dropLmnsFigure, keepLmnsFigure } from './figure-service.ts';
import { lmnsLines, readAnsweredLines } from './lines.ts';
import { lmnsAnswersOf, putAnswer } from './record-repository.ts';
import { refusePatientsIn } from './record-handlers.ts';
import { requireLmns } from './repository.ts';

const on = implementation.lmns;

export const lineHandlers = {
  planLines: on.planLines.handler(({ context }) =>
    trustLines(context).map(({ reference, title }) => ({ reference, title })),
  ),

  compile: on.compile.handler(({ input, context, errors }) => {
    const compiled = compileSystem(context, requireLmns(context.database, input.lmns), input.period);
    if (!compiled) throw errors.NO_RETURNS();
    return compiled;
  }),

  across: on.across.handler(({ input, context }) =>
    lineAcrossTrusts(context, requireLmns(context.database, input.lmns), input.period, input.reference),
  ),

  answers: on.answers.handler(({ input, context }) =>
    readAnsweredLines(context, requireLmns(context.database, input.lmns), input.period),
  ),

  setAnswer: on.setAnswer.handler(({ input: { period, reference, answer, ...input }, context, errors }) => {
    const { database, now } = context;
    const lmns = requireLmns(database, input.lmns);
    const line = lmnsLines(context).find((one) => one.reference === reference);
    if (!line) throw errors.LINE_UNKNOWN();
    const { progress, nextSteps, evidence, risk, helpNeeded } = answer;
    refusePatientsIn(context, { progress, nextSteps, evidence, risk, helpNeeded }, input.aboutNoPatient);
    const before = lmnsAnswersOf(database, lmns.id, period).get(reference);
    const keys = Object.keys(answer) as (keyof typeof answer)[];
    if (before && keys.every((key) => before[key] === answer[key])) return { label: null };
    const label = `${reference} ${line.title}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () =>
      putAnswer(database, lmns.id, period, reference, answer),
    );
    return { label };
  }),

  keepFigure: on.keepFigure.handler(({ input: { lmns: id, aboutNoPatient, ...decision }, context, errors }) => {
    const lmns = requireLmns(context.database, id);
    if (!lmnsLines(context).some(({ reference }) => reference === decision.reference)) throw errors.LINE_UNKNOWN();
    const { words, reason } = decision;
    refusePatientsIn(context, { words: words ?? '', reason: reason ?? '' }, aboutNoPatient);
    const outcome = keepLmnsFigure(context, lmns, decision);
    if (outcome.kind === 'gone') throw errors.FIGURE_GONE();
    if (outcome.kind === 'no reason') throw errors.REASON_WANTED();
    return { label: outcome.label };
  }),

  dropFigure: on.dropFigure.handler(({ input: { lmns: id, ...figure }, context, errors }) => {
    const label = dropLmnsFigure(context, requireLmns(context.database, id), figure);
    if (label === undefined) throw errors.NOT_THERE();
    return { label };
  }),
};
