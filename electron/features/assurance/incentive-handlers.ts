import type { IncentiveRequirement, IncentiveScheme } from '../../contract/assurance-rules.ts';
import type { IncentiveStatus } from '../../contract/incentive.ts';
import { type Context, implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { compareSchemes, readField } from './calculations/incentive.ts';
import {
  answersOf,
  deleteEvidence,
  evidenceOf,
  fieldsOf,
  findYear,
  insertEvidence,
  putAnswer,
  putField,
  putYear,
} from './incentive-repository.ts';
import { schemeHead, schemeOf } from './incentive-service.ts';

const on = implementation.assurance;
const statusWords: Readonly<Record<IncentiveStatus, string>> = {
  met: 'met',
  on_track: 'on track',
  at_risk: 'at risk',
  not_met: 'not met',
};

export const incentiveHandlers = {
  schemes: on.schemes.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return [...context.reference.incentiveSchemes].reverse().map((scheme) => schemeHead(context, trust, scheme));
  }),

  scheme: on.scheme.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const scheme = findScheme(context, input.year);
    if (!scheme) throw errors.NOT_THERE();
    return schemeOf(context, trust, scheme);
  }),

  setSchemeDays: on.setSchemeDays.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { year, days } = input;
    if (!findScheme(context, year)) throw errors.NOT_THERE();
    if (days && days.first > days.last) throw errors.WINDOW_WRONG();
    const before = findYear(database, trust.id, year);
    const wanted = days ?? { first: null, last: null, declareBy: null };
    const same = (['first', 'last', 'declareBy'] as const).every((day) => (before?.[day] ?? null) === wanted[day]);
    if (same) return { label: null };
    const label = `${days ? 'Own days' : 'Days of the pack'} for year ${year} of the incentive scheme`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putYear(database, trust.id, year, wanted));
    return { label };
  }),

  setRequirement: on.setRequirement.handler(
    ({ input: { trust: code, year, requirement: reference, ...cells }, context, errors }) => {
      const { database, now } = context;
      const trust = requireTrust(database, code);
      if (!findRequirement(context, year, reference)) throw errors.NOT_THERE();
      const before = answersOf(database, trust.id, year).get(reference);
      const blank = { status: null, note: '', lead: '', due: null, threshold: null };
      const changes = Object.entries(cells).filter(
        ([key, value]) => value !== undefined && (before ?? blank)[key as keyof typeof blank] !== value,
      );
      if (changes.length === 0) return { label: null };
      const said = cells.status ? statusWords[cells.status] : changes.map(([key]) => key).join(', ');
      const label = `Year ${year}, ${reference}: ${said}`;
      recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        putAnswer(database, { trustId: trust.id, year, requirement: reference }, Object.fromEntries(changes)),
      );
      return { label };
    },
  ),

  setField: on.setField.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { year, requirement: reference } = input;
    const field = findRequirement(context, year, reference)?.fields.find(({ key }) => key === input.field);
    if (!field) throw errors.NOT_THERE();
    const reading = readField(field.kind, input.text);
    if (reading.kind === 'wrong') throw errors.FIELD_WRONG({ message: reading.message });
    const before = fieldsOf(database, trust.id, year).get(reference)?.get(field.key) ?? null;
    if (before === reading.value) return { label: null };
    const label = `Year ${year}, ${reference}: ${field.label.toLowerCase()}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putField(database, { trustId: trust.id, year, requirement: reference }, field.key, reading.value),
    );
    return { label };
  }),

  addEvidence: on.addEvidence.handler(({ input: { trust: code, ...evidence }, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, code);
    if (!findRequirement(context, evidence.year, evidence.requirement)) throw errors.NOT_THERE();
    const label = `Year ${evidence.year}, ${evidence.requirement}: evidence ${evidence.title}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertEvidence(database, { trustId: trust.id, ...evidence }),
    );
    return { id, label };
  }),

  removeEvidence: on.removeEvidence.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const evidence = evidenceOf(database, trust.id, input.year).find(({ id }) => id === input.id);
    if (!evidence) throw errors.NOT_THERE();
    const label = `Year ${input.year}, ${evidence.requirement}: remove evidence ${evidence.title}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteEvidence(database, evidence.id));
    return { label };
  }),

  compareSchemes: on.compareSchemes.handler(({ input, context, errors }) => {
    const [one, other] = [findScheme(context, input.one), findScheme(context, input.other)];
    if (!one || !other) throw errors.NOT_THERE();
    return compareSchemes(one, other);
  }),
};

function findScheme({ reference }: Context, year: number): IncentiveScheme | undefined {
  return reference.incentiveSchemes.find((scheme) => scheme.year === year);
}

function findRequirement(context: Context, year: number, reference: string): IncentiveRequirement | undefined {
  return findScheme(context, year)
    ?.actions.flatMap(({ requirements }) => requirements)
    .find((requirement) => requirement.reference === reference);
}
