import type { PreceptorCells } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { PreceptorRules } from '../../contract/support-rules.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { eightDigits } from './employee-number.ts';
import { refusePatients } from './free-text.ts';
import { deletePreceptor, insertPreceptor, preceptorsOf, updatePreceptor } from './preceptor-repository.ts';
import { answerPreceptors, answerSuggestions, preceptorCandidates } from './preceptor-service.ts';

const on = implementation.preceptorship;

const blank: Omit<PreceptorCells, 'name'> = {
  person: null,
  unit: null,
  band: null,
  shiftPattern: null,
  prepared: null,
  registered: null,
  most: null,
  until: null,
  notes: null,
};

const isStrange = ({ shiftPatterns }: PreceptorRules, pattern: string | null | undefined) =>
  pattern !== null && pattern !== undefined && !shiftPatterns.some(({ key }) => key === pattern);

const freeTexts = ({ person, name, unit, notes }: Partial<PreceptorCells>) => ({ person, name, unit, notes });

export const preceptorHandlers = {
  preceptors: on.preceptors.handler(({ input, context }) =>
    answerPreceptors(context, requireTrust(context.database, input.trust)),
  ),

  preceptorCandidates: on.preceptorCandidates.handler(({ input, context }) =>
    preceptorCandidates(context, requireTrust(context.database, input.trust)),
  ),

  suggestPreceptors: on.suggestPreceptors.handler(({ input, context, errors }) => {
    const answer = answerSuggestions(context, requireTrust(context.database, input.trust), input.key);
    if (!answer) throw errors.NOT_THERE();
    return answer;
  }),

  addPreceptor: on.addPreceptor.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...blank, ...given, person: eightDigits(given.person ?? null) };
    if (isStrange(reference.preceptors, cells.shiftPattern)) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, freeTexts(cells), aboutNoPatient);
    const label = `New preceptor ${cells.name}`;
    try {
      const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertPreceptor(database, trust.id, cells),
      );
      return { label, id };
    } catch (error) {
      if (isTaken(error)) throw errors.TAKEN();
      throw error;
    }
  }),

  changePreceptor: on.changePreceptor.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = preceptorsOf(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const pattern = given.shiftPattern;
    if (pattern !== before.shiftPattern && isStrange(reference.preceptors, pattern)) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, freeTexts(given), aboutNoPatient);
    const cells = given.person === undefined ? given : { ...given, person: eightDigits(given.person) };
    const label = `Preceptor ${before.name}`;
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () => updatePreceptor(database, id, cells));
    } catch (error) {
      if (isTaken(error)) throw errors.TAKEN();
      throw error;
    }
    return { label };
  }),

  removePreceptor: on.removePreceptor.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const before = preceptorsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    const label = `Remove preceptor ${before.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deletePreceptor(database, before.id));
    return { label };
  }),
};
