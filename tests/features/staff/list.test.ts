import { beforeAll, describe, expect, test } from 'vitest';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';

const staffFile = 'e_esr_staff_in_post_2026-10-31.xlsx';

describe.skipIf(!samplesAreHere)(`people, trends and rates${ifSamples}`, () => {
  let trust: ImportingTrust;
  const people = (asked: object) => trust.client.staff.people({ trust: 'T1', which: 'all', limit: 1000, ...asked });

  beforeAll(async () => {
    trust = await openImportingTrust();
    for (const file of [staffFile, 'g_leavers_24_months.xlsx', 'h_absence_episodes.xlsx'])
      await trust.import(sampleFile(file));
  });

  test('maternity support workers are found in NHS staff group 07', async () => {
    const found = await trust.client.staff.inPost({ trust: 'T1' });
    const support = found!.staffGroups.filter(({ group }) => group === 'support');
    expect(support.map(({ staffGroup }) => staffGroup)).toEqual(['07']);
    const right = expectedOf(staffFile)['staff_in_post_wte_by_group'] as Record<string, number>;
    expect(Math.round(support[0]!.wte / 1000) / 100).toBe(right['support']);
  });

  test('a code that belongs to no group is shown, can be put into one, and nothing is lost either way', async () => {
    const before = await trust.client.staff.inPost({ trust: 'T1' });
    const { unmapped } = await trust.client.staff.groupRules({ trust: 'T1' });
    expect(unmapped).toMatchObject([{ code: 'H9Z', assignments: 1, wte: 60_000 }]);
    await trust.client.staff.putOccupationCode({ trust: 'T1', code: 'H9Z', group: 'support' });
    const after = await trust.client.staff.inPost({ trust: 'T1' });
    expect(after!.wte).toBe(before!.wte);
    expect((await trust.client.staff.groupRules({ trust: 'T1' })).unmapped).toEqual([]);
    await trust.client.history.undo({ trust: 'T1' });
    expect(await trust.client.staff.inPost({ trust: 'T1' })).toEqual(before);
  });

  test('the list is searched by any part of name, number, post or code, in any order of the words', async () => {
    const found = await people({ search: 'midwife RETENTION' });
    expect(found.rows.map(({ position }) => position)).toEqual(['Retention Midwife']);
    const one = found.rows[0]!;
    expect((await people({ search: one.person })).rows).toContainEqual(one);
    expect((await people({ search: 'nobody of this name' })).total).toBe(0);
  });

  test('sorting and paging give every row once, in order', async () => {
    const all = await people({ sort: 'fte', descending: true });
    const pages = await Promise.all(
      [0, 100, 200, 300].map((offset) => people({ sort: 'fte', descending: true, offset, limit: 100 })),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
    expect(all.rows.map(({ fte }) => fte)).toEqual(all.rows.map(({ fte }) => fte).sort((one, other) => other - one));
    expect(all.total).toBe(expectedOf(staffFile)['rows_accepted']);
  });

  test('a person’s page has every assignment, absence and leaving with its file, sheet and row', async () => {
    const { rows } = await people({ search: 'retention' });
    const found = await trust.client.staff.person({ trust: 'T1', person: rows[0]!.person });
    expect(found.assignments).toMatchObject([
      { row: rows[0]!.row, fileName: staffFile, first: '2026-10-31', lists: 1 },
    ]);
    expect(found.absences.map(({ row }) => row).sort()).toEqual([183, 315]);
    await expect(trust.client.staff.person({ trust: 'T1', person: '1' })).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
  });

  test('the newest month of the trend has the leaver, stability and sickness rates of the right answers', async () => {
    const trend = await trust.client.staff.ratesTrend({ trust: 'T1' });
    const newest = trend!.months[trend!.months.length - 1]!;
    const leavers = (expectedOf('g_leavers_24_months.xlsx')['groups'] as Record<string, Record<string, number>>)[
      'midwives_and_support'
    ]!;
    const percent = (rate: { numerator: number; denominator: number } | null) =>
      rate && Math.round((rate.numerator / rate.denominator) * 10_000) / 100;
    expect(percent(newest.leaverRate)).toBe(leavers['leaver_rate_percent']);
    expect(percent(newest.leaverRateFte)).toBe(leavers['leaver_rate_fte_percent']);
    expect(percent(newest.stability)).toBe(leavers['stability_percent']);
    const month = expectedOf('h_absence_episodes.xlsx')['month'] as { groups: Record<string, Record<string, number>> };
    expect(percent(newest.sickness)).toBe(month.groups['midwives_and_support']!['sickness_percent']);
  });

  test('months that the lists do not tell of have no rate, not nought', async () => {
    const { months } = (await trust.client.staff.ratesTrend({ trust: 'T1', months: 24 }))!;
    expect(months[0]).toMatchObject({ month: '2024-11-30', leaverRate: null, sickness: null });
    expect(months.filter(({ leaverRate }) => leaverRate !== null)).toHaveLength(13);
    expect(months.filter(({ sickness }) => sickness !== null)).toHaveLength(12);
  });

  test('service and age bands hold every head once; 51-55 is never counted as 55 and over for certain', async () => {
    const profile = (await trust.client.staff.profile({ trust: 'T1' }))!;
    const heads = expectedOf(staffFile)['headcount_by_group'] as Record<string, number>;
    const all = heads['midwives']! + heads['support']!;
    const sum = (bands: { heads: number }[]) => bands.reduce((total, band) => total + band.heads, 0);
    expect([profile.heads, sum(profile.age), sum(profile.service)]).toEqual([all, all, all]);
    expect(profile.age.map(({ key, over55 }) => [key, over55])).toContainEqual(['51-55', 'some']);
    const sure = profile.age.filter(({ key }) => key === '56-60' || key === '61-65');
    expect(profile.over55.sure).toBe(sum(sure));
  });

  test('each month’s list is kept: the next one makes a trend, and the old figures stand', async () => {
    const before = await trust.client.staff.inPost({ trust: 'T1', on: '2026-10-31' });
    await trust.import(sampleFile(staffFile), { period: { first: '2026-11-30', last: '2026-11-30' } });
    const { months, keys } = await trust.client.staff.trend({ trust: 'T1', by: 'unit' });
    expect(months.map(({ census }) => census)).toEqual(['2026-10-31', '2026-11-30']);
    expect(months[0]!.wte).toBe(before!.wte);
    expect(months[0]!.parts.reduce((sum, part) => sum + part, 0)).toBe(before!.wte);
    expect(keys.length).toBe(months[0]!.parts.length);
    expect(await trust.client.staff.inPost({ trust: 'T1', on: '2026-10-31' })).toEqual(before);
    const [one] = (await people({ search: 'retention' })).rows;
    const { assignments } = await trust.client.staff.person({ trust: 'T1', person: one!.person });
    expect(assignments).toMatchObject([{ first: '2026-10-31', last: '2026-11-30', lists: 2 }]);
  });
});
