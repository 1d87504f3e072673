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
