import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { fingerprintOf, writeMeasures } from '../returns/own-measures/measures-file.ts';
import { isOfPack, ownDefinition, sameMeasure, textsOf } from '../returns/own-measures/service.ts';
import { deleteLmnsMeasure, lmnsMeasuresOf, putLmnsMeasure } from './measure-repository.ts';
import { refusePatientsIn } from './record-handlers.ts';
import { requireLmns } from './repository.ts';

const on = implementation.lmns;

export const lmnsMeasureHandlers = {
  measures: on.measures.handler(({ input, context: { database } }) =>
    lmnsMeasuresOf(database, requireLmns(database, input.lmns).id).map((one) => ({
      ...one,
      fingerprint: fingerprintOf(one.definition),
    })),
  ),

  setMeasure: on.setMeasure.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { id } = input;
    const lmns = requireLmns(database, input.lmns);
    const all = lmnsMeasuresOf(database, lmns.id);
    const before = all.find((one) => one.id === id);
    if (id !== null && !before) throw errors.NOT_THERE();
    refusePatientsIn(context, textsOf(input.definition), input.aboutNoPatient);
    const isTaken = all.some((one) => one.id !== id && one.definition.id === input.definition.id);
    if (isTaken || isOfPack(context, input.definition.id)) throw errors.ID_TAKEN();
    const definition = ownDefinition(input.definition, { kind: lmns.kind, code: null, name: lmns.name });
    if (before && sameMeasure(before.definition, definition)) return { label: null };
    const label = `${before ? 'Change' : 'Add'} the measure ${definition.shortName}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () =>
      putLmnsMeasure(database, lmns.id, id, definition),
    );
    return { label };
  }),

  removeMeasure: on.removeMeasure.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const found = lmnsMeasuresOf(database, lmns.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove the measure ${found.definition.shortName}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => deleteLmnsMeasure(database, found.id));
    return { label };
  }),

  measuresFile: on.measuresFile.handler(({ input, context: { database }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const measures = lmnsMeasuresOf(database, lmns.id).map(({ definition }) => definition);
    if (measures.length === 0) throw errors.NO_MEASURES();
    return { fileName: `${lmns.name} measures.mwpmeasures`, contents: writeMeasures(measures).toString('base64') };
  }),
};
