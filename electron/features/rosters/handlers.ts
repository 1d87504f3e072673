import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { findSource, rowsBehind, sourcesOfBookings, sourcesOfRoster } from './figure-rows.ts';
import { givenCells } from '../../imports/given-rows.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { answerBookings, answerRoster } from './service.ts';

const on = implementation.rosters;

export const rostersHandlers = on.router({
  overview: on.overview.handler(({ input, context: { database } }) => {
    const { id } = requireTrust(database, input.trust);
    return {
      rosters: sourceBatches(database, id, 'duty_roster', null),
      bankLists: sourceBatches(database, id, 'bank_list', null),
    };
  }),

  figures: on.figures.handler(({ input, context: { database } }) => {
    const answer = answerRoster(database, requireTrust(database, input.trust), input.period);
    if (!answer) return null;
    const { counts, apart, units, all, temporary, headroom, clockChanges, overlaps } = answer.figures;
    return {
      period: answer.period,
      sources: [...answer.sources],
      counts,
      apart,
      units: [...units],
      all,
      temporary,
      headroom: { ...headroom, groups: [...headroom.groups] },
      coordinators: answer.coordinators.map(({ rule, cover }) => ({
        unit: cover.unit,
        starts: rule.starts,
        slots: cover.slots.map(({ date, half, rostered, actual }) => ({ date, half, rostered, actual })),
        rostered: cover.rostered,
        actual: cover.actual,
        both: cover.both,
      })),
      clockChanges: clockChanges.map(({ duties, ...change }) => ({ ...change, duties: duties.length })),
      overlaps: overlaps.map((pair) => ({
        person: pair[0].person ?? pair[0].name ?? '',
        date: pair[0].date,
        rows: pair.map(({ batchId, row }) => ({ batch: batchId, row })),
      })),
      formulas: sourcesOfRoster(answer).map(({ figure, formula }) => ({ figure: [...figure], formula })),
    };
  }),

  bookings: on.bookings.handler(({ input, context: { database } }) => {
    const trust = requireTrust(database, input.trust);
    const answer = answerBookings(database, trust, input.period);
    if (!answer) return null;
    const roster = answerRoster(database, trust, answer.period);
    const temporary = roster ? roster.figures.temporary.minutes.bank + roster.figures.temporary.minutes.agency : 0;
    const { units, ...figures } = answer.figures;
    return {
      period: answer.period,
      sources: [...answer.sources],
      ...figures,
      units: [...units],
      alsoInRoster: roster && temporary > 0 ? { minutes: temporary, sources: [...roster.sources] } : null,
      formulas: sourcesOfBookings(answer).map(({ figure, formula }) => ({ figure: [...figure], formula })),
    };
  }),

  rows: on.rows.handler(({ input, context: { database }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const { figure, offset, limit } = input;
    const roster = input.of === 'roster' ? answerRoster(database, trust, input.period) : undefined;
    const bookings = input.of === 'bookings' ? answerBookings(database, trust, input.period) : undefined;
    const sources = roster ? sourcesOfRoster(roster) : bookings ? sourcesOfBookings(bookings) : [];
    const source = findSource(sources, figure);
    if (!source) throw errors.NO_SUCH_FIGURE();
    const tables = { duty: roster?.duties, unavailability: roster?.unavailability, booking: bookings?.bookings };
    const batches = new Map([...(roster ?? bookings)!.sources].map((batch) => [batch.id, batch]));
    const { total, shown } = rowsBehind(source, tables, batches, { offset, limit });
    const given = givenCells(database);
    return { total, rows: shown.map((row) => ({ ...row, given: given(row) })) };
  }),
});
