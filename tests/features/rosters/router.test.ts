import { describe, expect, it } from 'vitest';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const roster = 'a_duty_roster_2026-10.xlsx';
const list = 'c_bank_agency_layout_A.xlsx';
const october = { first: '2026-10-05', last: '2026-11-01' };

async function openRoster() {
  const trust = await openImportingTrust();
  const report = await trust.import(sampleFile(roster));
  return { ...trust, batch: report.batch };
}

describe.skipIf(!samplesAreHere)(`figures of a roster over the router${ifSamples}`, () => {
  it('are those of the sample, in minutes and as rates', async () => {
    const { client, batch } = await openRoster();
    const figures = await client.rosters.figures({ trust: 'T1' });
    expect(figures).toMatchObject({ period: october, sources: [{ id: batch, fileName: roster, rowsRefused: 6 }] });
    expect(figures?.all.total).toEqual({ planned: 17021 * 60, actual: 15789.5 * 60 });
    expect(figures?.temporary.bankShare).toEqual({ numerator: 997 * 60, denominator: 16896.25 * 60 });
    expect(figures?.counts).toMatchObject({ people: 200 });
    expect(figures?.coordinators).toMatchObject([
      {
        unit: 'Delivery Suite',
        starts: { day: 450, night: 1170 },
        rostered: 53,
        actual: 51,
        both: { numerator: 50, denominator: 56 },
      },
    ]);
    expect(figures?.clockChanges).toEqual([{ season: 'autumn', dutyDate: '2026-10-24', duties: 19, minutes: 1140 }]);
  });

  it('of a part of the period are of its days only', async () => {
    const { client } = await openRoster();
    const week = await client.rosters.figures({ trust: 'T1', period: { first: '2026-10-19', last: '2026-10-25' } });
    const centre = week?.units.find(({ unit }) => unit === 'Birth Centre');
    expect(centre?.total).toEqual({ planned: 483 * 60, actual: 483.75 * 60 });
  });

  it('have their formula in words, and their rows add up to them', async () => {
    const { client, batch } = await openRoster();
    const figure = ['units', 'Delivery Suite', 'actual_hours_registered_night'];
    const figures = await client.rosters.figures({ trust: 'T1' });
    expect(figures?.formulas).toContainEqual({ figure, formula: 'actual end - start - break of care duties' });
    const { total, rows } = await client.rosters.rows({ trust: 'T1', figure, limit: 1000 });
    expect(total).toBe(rows.length);
    expect(rows.reduce((sum, { counts }) => sum + counts, 0)).toBe(2095.75 * 60);
    expect(
      rows.every((row) => row.unit === 'Delivery Suite' && row.batch === batch && row.sheet === 'Duty Detail'),
    ).toBe(true);
    expect(rows[0]).toMatchObject({ table: 'duty', fileName: roster, registered: true, part: 'numerator' });
    expect(rows[0]?.row).toBeGreaterThan(6);
  });

  it('show the rows of both parts of a rate, page by page', async () => {
    const { client } = await openRoster();
    const figure = ['unavailability', 'percent_of_substantive_time', 'Sickness'];
    const first = await client.rosters.rows({ trust: 'T1', figure, limit: 10 });
    const second = await client.rosters.rows({ trust: 'T1', figure, offset: 10, limit: 10 });
    expect(first.total).toBeGreaterThan(885);
    expect(first.rows[0]).toMatchObject({ table: 'unavailability', part: 'numerator' });
    expect(first.rows[9]).not.toEqual(second.rows[0]);
    const unknown = client.rosters.rows({ trust: 'T1', figure: ['units', 'Canteen', 'fill_percent'] });
    expect((await refusalOf(unknown)).code).toBe('NO_SUCH_FIGURE');
  });

  it('every formula that is listed leads to rows', async () => {
    const { import: importFile, client } = await openImportingTrust();
    await importFile(sampleFile('m1_bad_roster.xlsx'), { period: october });
    const figures = await client.rosters.figures({ trust: 'T1' });
    const formulas = figures?.formulas ?? [];
    for (const { figure } of formulas) {
      const answer = client.rosters.rows({ trust: 'T1', figure, limit: 1 });
      await expect(answer, figure.join(' ')).resolves.toMatchObject({ total: expect.any(Number) as number });
    }
    expect(formulas.length).toBeGreaterThan(50);
  });

  it('bank and agency lists have figures and rows of their own', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(list));
    const bookings = await trust.client.rosters.bookings({ trust: 'T1' });
    const expected = expectedOf(list) as { actual_hours_bank: number; actual_hours_agency: number };
    expect(bookings?.actual).toEqual({
      bank: expected.actual_hours_bank * 60,
      agency: expected.actual_hours_agency * 60,
    });
    expect(bookings?.alsoInRoster).toBeNull();
    const rows = await trust.client.rosters.rows({
      trust: 'T1',
      of: 'bookings',
      figure: ['actual_hours_night'],
      limit: 1000,
    });
    expect(rows.rows.reduce((sum, { counts }) => sum + counts, 0)).toBe(483 * 60);
  });

  it('a trust without a roster has no figures, and an unknown trust is refused', async () => {
    const { client } = await openImportingTrust();
    expect(await client.rosters.figures({ trust: 'T1' })).toBeNull();
    expect(await client.rosters.overview({ trust: 'T1' })).toEqual({ rosters: [], bankLists: [] });
    expect((await refusalOf(client.rosters.figures({ trust: 'ZZ9' }))).code).toBe('TRUST_UNKNOWN');
  });
});
