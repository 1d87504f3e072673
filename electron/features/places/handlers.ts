import { implementation } from '../../context.ts';
import { keeper } from '../../database/kept.ts';
import { requireTrust } from '../organisation/trust.ts';
import { findPlaces, indexOfPlaces } from './calculations.ts';
import { placesOf } from './service.ts';

const on = implementation.places;

/** A word is typed letter by letter, and all are looked for in the same places. */
const kept = keeper(2);

export const placesHandlers = on.router({
  find: on.find.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const index = kept(database, `${trust.id} ${today()}`, () => indexOfPlaces(placesOf(context, trust)), reference);
    return findPlaces(index, input.words, input.limit);
  }),
});
