import { type Context, implementation } from '../../../context.ts';
import { assertNever } from '../../../core/invariant.ts';
import { disclosureFor } from '../../../core/small-numbers.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { refusePatients } from '../../preceptorship/free-text.ts';
import { requireOpenReturn, requireReturn } from '../access.ts';
import { workingDocument } from '../checks-service.ts';
import { returnMeasures } from '../measures-service.ts';
import { fingerprintOf, readMeasures, writeMeasures } from './measures-file.ts';
import { enteredIn, ownMeasuresOf } from './repository.ts';
import { addMeasures, enterMeasure, isOfPack, removeMeasure, setMeasure, textsOf } from './service.ts';

const on = implementation.returns;

const findMeasure = ({ database }: Context, trust: TrustRow, id: number) =>
  ownMeasuresOf(database, trust.id).find((one) => one.id === id);

export const ownMeasureHandlers = {
  measures: on.measures.handler(({ input, context }) => {
    const { trust, row } = requireReturn(context, input);
    // A draft's other figures take long to work out, and none of them is asked for.
    const isDraft = row.state === 'draft' || row.state === 'checked';
    const { definitions, values } = isDraft
      ? returnMeasures(context, trust, row.period)
      : workingDocument(context, trust, row).measures;
    return {
      definitions,
      values,
      hideBelow: disclosureFor(context.reference.smallNumbers, 'lmns').hideBelow,
      own: ownMeasuresOf(context.database, trust.id).map(({ id, definition }) => ({
        id,
        definition,
        fingerprint: fingerprintOf(definition),
        clash: isOfPack(context, definition.id),
      })),
    };
  }),

  enteredMeasures: on.enteredMeasures.handler(({ input, context }) => {
    const { trust, row } = requireReturn(context, input);
    return enteredIn(context.database, trust.id, row.period).map(
      ({ measureId, numerator, denominator, on: day, note }) => ({
        id: measureId,
        numerator,
        denominator,
        on: day,
        note,
      }),
    );
  }),

  setMeasure: on.setMeasure.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    refusePatients(context, trust.id, textsOf(input.definition), input.aboutNoPatient);
    const outcome = setMeasure(context, trust, input.id, input.definition);
    switch (outcome.kind) {
      case 'kept':
        return { label: outcome.label };
      case 'gone':
        throw errors.NOT_THERE();
      case 'id taken':
        throw errors.ID_TAKEN();
      case 'handed on':
        throw errors.HANDED_ON();
      default:
        return assertNever(outcome);
    }
  }),

  removeMeasure: on.removeMeasure.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const found = findMeasure(context, trust, input.id);
    if (!found) throw errors.NOT_THERE();
    return { label: removeMeasure(context, trust, found) };
  }),

  enterMeasure: on.enterMeasure.handler(({ input, context, errors }) => {
    const { trust, row } = requireOpenReturn(context, input);
    const found = findMeasure(context, trust, input.id);
    if (!found) throw errors.NOT_THERE();
    refusePatients(context, trust.id, { note: input.entered.note }, input.aboutNoPatient);
    return { label: enterMeasure(context, trust, row, found, input.entered) };
  }),

  measuresFile: on.measuresFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const measures = ownMeasuresOf(context.database, trust.id).map(({ definition }) => definition);
    if (measures.length === 0) throw errors.NO_MEASURES();
    return { fileName: `${trust.code} measures.mwpmeasures`, contents: writeMeasures(measures).toString('base64') };
  }),

  addMeasures: on.addMeasures.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const reading = readMeasures(Buffer.from(input.contents, 'base64'));
    if (reading.kind === 'refused') throw errors.NOT_MEASURES({ message: `${input.fileName}: ${reading.message}` });
    const outcome = addMeasures(context, trust, input.fileName, reading.measures);
    if (outcome.kind === 'id taken')
      throw errors.ID_TAKEN({
        message: `${input.fileName} has a measure “${outcome.id}”, and another one of that id is here already. Nothing was stored. Change the id of yours, then choose the file again.`,
      });
    return { label: outcome.label };
  }),
};
