import { implementation } from '../../context.ts';
import { addDays, dateInWords, weekday } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { placementFigures } from './calculations/placements.ts';
import {
  deletePlaces,
  deleteWeek,
  insertPlaces,
  insertWeek,
  placementWeeks,
  placesOfTrust,
  updatePlaces,
  updateWeek,
} from './placement-repository.ts';

const on = implementation.vacancies;

const formulas = [
  { figure: 'capacity', formula: 'supervised shifts of the week ÷ shifts that one student needs a week, whole places' },
  { figure: 'released', formula: 'places that were released to universities' },
  { figure: 'filled', formula: 'released places that a student took up' },
  { figure: 'filledOfCapacity', formula: 'filled ÷ capacity' },
  { figure: 'filledOfReleased', formula: 'filled ÷ released' },
];

const [earliest, latest] = ['0001-01-01', '9999-12-31'];
const monday = (date: string) => addDays(date, 1 - weekday(date));

export const placementHandlers = {
  placements: on.placements.handler(({ input, context: { database, reference } }) => {
    const trust = requireTrust(database, input.trust);
    const weeks = placementWeeks(database, trust.id, monday(input.from ?? earliest), input.to ?? latest);
    const { learners, unfilledReasons } = reference.recruitment;
    const nameOf = (key: string) => learners.find((one) => one.key === key)?.name ?? key;
    return {
      ...placementFigures(weeks, placesOfTrust(database, trust.id), nameOf),
      learners,
      unfilledReasons,
      formulas,
    };
  }),

  setCapacity: on.setCapacity.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, id, weeks, ...cells } = input;
    const trust = requireTrust(database, code);
    const first = monday(cells.week);
    const before = placementWeeks(database, trust.id, earliest, latest).find((one) => one.id === id);
    if (id !== undefined && !before) throw errors.NOT_THERE();
    const many = id === undefined && weeks > 1 ? `, ${weeks} weeks` : '';
    const label = `Capacity of ${cells.area}, ${dateInWords(first)}${many}`;
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () => {
        if (id !== undefined) return updateWeek(database, id, { ...cells, week: first });
        for (let count = 0; count < weeks; count += 1)
          insertWeek(database, trust.id, { ...cells, week: addDays(first, count * 7) });
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      const message = `${cells.area} has an entry for a week from ${dateInWords(first)} on already. Change that entry instead. Nothing was changed.`;
      throw errors.TAKEN({ message });
    }
    return { label };
  }),

  removeCapacity: on.removeCapacity.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const week = placementWeeks(database, trust.id, earliest, latest).find(({ id }) => id === input.id);
    if (!week) throw errors.NOT_THERE();
    const label = `Remove student capacity of ${week.area}, week of ${dateInWords(week.week)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteWeek(database, week.id));
    return { label };
  }),

  setPlaces: on.setPlaces.handler(({ input, context: { database, reference, now }, errors }) => {
    const { trust: code, week: weekId, id, ...cells } = input;
    const trust = requireTrust(database, code);
    const week = placementWeeks(database, trust.id, earliest, latest).find((one) => one.id === weekId);
    const before = placesOfTrust(database, trust.id).find((one) => one.id === id);
    if (!week || (id !== undefined && !before)) throw errors.NOT_THERE();
    if (!reference.recruitment.learners.some(({ key }) => key === cells.learner)) throw errors.NO_SUCH_CHOICE();
    if (cells.filled > cells.released) throw errors.TOO_MANY_FILLED();
    const label = `Places of ${cells.university}, ${week.area}`;
    const row = { placementWeekId: week.id, ...cells };
    try {
      recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        id === undefined ? insertPlaces(database, row) : updatePlaces(database, id, row),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.TAKEN();
      throw error;
    }
    return { label };
  }),

  removePlaces: on.removePlaces.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const places = placesOfTrust(database, trust.id).find(({ id }) => id === input.id);
    if (!places) throw errors.NOT_THERE();
    const label = `Remove student places of ${places.university}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deletePlaces(database, places.id));
    return { label };
  }),
};
