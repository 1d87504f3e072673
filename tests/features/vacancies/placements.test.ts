import fc from 'fast-check';
import { placementFigures } from '../../../electron/features/vacancies/calculations/placements.ts';
import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const ward = {
  trust,
  area: 'Maternity Ward',
  week: '2026-11-04',
  supervisedShifts: 29,
  shiftsNeeded: 4,
  auditDate: '2026-03-01',
  qualityNote: 'Good feedback on induction',
};
const places = {
  trust,
  university: 'University of Fernhollow',
  learner: 'year_2',
  released: 5,
  filled: 3,
  unfilledReason: 'Student withdrew or paused',
};

describe('student placements', () => {
  it('capacity is supervised shifts over shifts needed, in whole places, and released and filled add up', async () => {
    const { client } = await openImportingTrust();
    await client.vacancies.setCapacity(ward);
    const [week] = (await client.vacancies.placements({ trust })).weeks;
    // 29 supervised shifts / 4 shifts a student = 7 places and one shift over; 4 November 2026 is a Wednesday.
    expect(week).toMatchObject({ week: '2026-11-02', capacity: 7, released: 0 });
    await client.vacancies.setPlaces({ ...places, week: week?.id ?? 0 });
    await client.vacancies.setPlaces({
      ...places,
      week: week?.id ?? 0,
      university: 'Saltmarsh University',
      released: 2,
      filled: 2,
      unfilledReason: null,
    });
    expect(await client.vacancies.placements({ trust })).toMatchObject({
      all: {
        capacity: 7,
        released: 7,
        filled: 5,
        filledOfCapacity: { numerator: 5, denominator: 7 },
        filledOfReleased: { numerator: 5, denominator: 7 },
      },
      universities: [
        { university: 'Saltmarsh University', released: 2, filled: 2 },
        { university: 'University of Fernhollow', released: 5, filled: 3 },
      ],
      reasons: [{ reason: 'Student withdrew or paused', places: 2 }],
    });
  });

  it('the same capacity is entered for several weeks at once, and undone at once', async () => {
    const { client } = await openImportingTrust();
    await client.vacancies.setCapacity({ ...ward, weeks: 3 });
    const weeks = async () => (await client.vacancies.placements({ trust })).weeks.map(({ week }) => week);
    expect(await weeks()).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    await client.history.undo({ trust });
    expect(await weeks()).toEqual([]);
  });

  it('a week that overlaps an entry is refused as a whole, and so is filling more places than were released', async () => {
    const { client } = await openImportingTrust();
    await client.vacancies.setCapacity(ward);
    const again = await refusalOf(client.vacancies.setCapacity({ ...ward, week: '2026-10-26', weeks: 4 }));
    expect(again).toMatchObject({ code: 'TAKEN' });
    const [week, ...others] = (await client.vacancies.placements({ trust })).weeks;
    expect(others).toEqual([]);
    const full = await refusalOf(client.vacancies.setPlaces({ ...places, week: week?.id ?? 0, filled: 6 }));
    expect(full).toMatchObject({ code: 'TOO_MANY_FILLED' });
  });

  it('a week is removed with its places, and comes back with them', async () => {
    const { client } = await openImportingTrust();
    await client.vacancies.setCapacity(ward);
    const [week] = (await client.vacancies.placements({ trust })).weeks;
    await client.vacancies.setPlaces({ ...places, week: week?.id ?? 0 });
    const before = await client.vacancies.placements({ trust });
    await client.vacancies.removeCapacity({ trust, id: week?.id ?? 0 });
    expect((await client.vacancies.placements({ trust })).weeks).toEqual([]);
    await client.history.undo({ trust });
    expect(await client.vacancies.placements({ trust })).toEqual(before);
  });
});

it('areas, weeks and universities each add up to all places, and the order of the rows is irrelevant', () => {
  const week = fc.record({
    area: fc.constantFrom('Delivery Suite', 'Community'),
    supervisedShifts: fc.nat(40),
    shiftsNeeded: fc.integer({ min: 1, max: 5 }),
  });
  const place = fc.record({
    placementWeekId: fc.integer({ min: 1, max: 6 }),
    university: fc.constantFrom('North', 'South'),
    released: fc.nat(9),
    share: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(week, { minLength: 6, maxLength: 6 }), fc.array(place), (weeks, rows) => {
      const entered = weeks.map((one, index) => ({
        ...one,
        id: index + 1,
        week: `2026-0${index + 1}-05`,
        auditDate: null,
        qualityNote: null,
      }));
      const given = rows.map(({ share, ...one }, index) => ({
        ...one,
        id: index + 1,
        learner: 'student_midwife',
        filled: Math.floor((one.released * share) / 100),
        unfilledReason: null,
      }));
      const figures = placementFigures(entered, given, (key) => key);
      const { all } = figures;
      for (const key of ['capacity', 'released', 'filled'] as const) {
        expect(figures.areas.reduce((sum, area) => sum + area[key], 0)).toBe(all[key]);
        expect(figures.weeks.reduce((sum, one) => sum + one[key], 0)).toBe(all[key]);
      }
      expect(figures.universities.reduce((sum, { filled }) => sum + filled, 0)).toBe(all.filled);
      expect(figures.reasons.reduce((sum, reason) => sum + reason.places, 0)).toBe(all.released - all.filled);
      expect(placementFigures([...entered].reverse(), [...given].reverse(), (key) => key).all).toEqual(all);
    }),
  );
});
