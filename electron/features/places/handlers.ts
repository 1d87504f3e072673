import type { PlaceKind } from '#contract';
import { implementation } from '../../context.ts';
import { keeper } from '../../database/kept.ts';
import { isOn } from '../../policy/is-on.ts';
import { requireTrust } from '../organisation/trust.ts';
import { findPlaces, indexOfPlaces } from './calculations.ts';
import { requireLmns } from '../lmns/repository.ts';
import { placesOfLmns } from './lmns-places.ts';
import { placesOf } from './service.ts';

const on = implementation.places;

/** The part of the planner that each kind of place is of, which the PC's policy may switch off. */
const partOfPlace: Record<PlaceKind, string> = {
  person: 'staff',
  preceptee: 'preceptorship',
  preceptor: 'preceptorship',
  mentoring: 'preceptorship',
  unit: 'organisation',
  post: 'vacancies',
  session: 'training',
  course: 'training',
  action: 'retention',
  line: 'returns',
  import: 'imports',
  lmns_trust: 'lmns',
  receipt: 'lmns',
  record: 'lmns',
  system_line: 'lmns',
  system_measure: 'lmns',
  own_line: 'lmns',
};

/** A word is typed letter by letter, and all are looked for in the same places. */
const kept = keeper(2);

export const placesHandlers = on.router({
  find: on.find.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const index = kept(
      database,
      `${trust.id} ${today()}`,
      () => indexOfPlaces(placesOf(context, trust).filter(({ kind }) => isOn(context, partOfPlace[kind]))),
      reference,
    );
    return findPlaces(index, input.words, input.limit);
  }),
  findInLmns: on.findInLmns.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const lmns = requireLmns(database, input.lmns);
    const index = kept(
      database,
      `lmns ${lmns.id} ${today()}`,
      () => indexOfPlaces(placesOfLmns(context, lmns)),
      reference,
    );
    return findPlaces(index, input.words, input.limit);
  }),
});
