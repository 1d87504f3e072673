import { ORPCError } from '@orpc/server';
import { PATIENT_IDENTIFIER } from '../../contract/free-text.ts';
import { findPatientIdentifiers } from '../../core/patient-identifiers.ts';
import { type Context, implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { deleteRecord, putRecord, recordsOf } from './record-repository.ts';
import { offeredTexts, readRecords, recordInWords, textsOf } from './records.ts';
import { expectedTrusts, requireLmns } from './repository.ts';

const on = implementation.lmns;

export const recordHandlers = {
  records: on.records.handler(({ input, context }) => {
    const lmns = requireLmns(context.database, input.lmns);
    return { records: readRecords(context, lmns), offered: offeredTexts(context, lmns) };
  }),

  setRecord: on.setRecord.handler(({ input: { id, cells, ...input }, context, errors }) => {
    const { database, now } = context;
    const lmns = requireLmns(database, input.lmns);
    const before = id === null ? undefined : recordsOf(database, lmns.id).find((one) => one.id === id);
    if (id !== null && before?.cells.kind !== cells.kind) throw errors.NOT_THERE();
    if (cells.code !== null && !expectedTrusts(database, lmns.id).some(({ code }) => code === cells.code))
      throw errors.NOT_EXPECTED();
    refusePatientsIn(context, textsOf(cells), input.aboutNoPatient);
    if (JSON.stringify(before?.cells) === JSON.stringify(cells)) return { label: null };
    const label = recordInWords(cells);
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => putRecord(database, lmns.id, id, cells));
    return { label };
  }),

  removeRecord: on.removeRecord.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const record = recordsOf(database, lmns.id).find(({ id }) => id === input.id);
    if (!record) throw errors.NOT_THERE();
    const label = `Remove: ${recordInWords(record.cells)}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => deleteRecord(database, record.id));
    return { label };
  }),
};

/** Throws PATIENT_IDENTIFIER where a text looks as if it identified a patient; an LMNS knows no numbers of staff. */
export function refusePatientsIn(
  { reference }: Pick<Context, 'reference'>,
  texts: Readonly<Record<string, string>>,
  aboutNoPatient: boolean,
): void {
  if (aboutNoPatient) return;
  const { forms } = reference.patientIdentifiers;
  const found = Object.entries(texts).flatMap(([field, text]) =>
    findPatientIdentifiers(text, forms, () => false).map((one) => ({ field, ...one })),
  );
  if (found.length === 0) return;
  const said = found.map(({ text, looksLike }) => `“${text}” looks like ${looksLike}`).join('; ');
  const message = `${said}. Take it out: nothing about patients is kept here. If it is something else, say so and save again. Nothing was stored.`;
  const { status } = PATIENT_IDENTIFIER;
  throw new ORPCError('PATIENT_IDENTIFIER', { defined: true, status, message, data: { found } });
}
