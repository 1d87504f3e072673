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

const nextMonth = (day: string) => String((Number(day.slice(5, 7)) % 12) + 1).padStart(2, '0');

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
    await trust.client.staff.setOccupationCode({ trust: 'T1', code: 'H9Z', group: 'support' });
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

  test('the rows behind stability are the heads of the start, each with its file and whether it is there at the end', async () => {
    const expected = (expectedOf('g_leavers_24_months.xlsx')['groups'] as Record<string, Record<string, number>>)[
      'midwives_and_support'
    ]!;
    const period = { first: '2025-11-01', last: '2026-10-31' };
    const of = (at: 'start' | 'end') => trust.client.staff.heads({ trust: 'T1', period, at, limit: 1000 });
    const [start, end] = [await of('start'), await of('end')];
    expect([start.heads, end.heads, start.stayed]).toEqual([
      expected['heads_start'],
      expected['heads_end'],
      expected['stayed_from_start'],
    ]);
    const figures = (await trust.client.staff.leavers({ trust: 'T1', period }))!.groups[2]!;
    expect([start.wte, end.wte]).toEqual([figures.fteStart, figures.fteEnd]);
    expect(start.rows).toHaveLength(start.total);
    expect(start.rows.filter(({ counts, stays }) => counts && stays)).toHaveLength(start.stayed);
    expect(start.rows.reduce((sum, { fte }) => sum + fte, 0)).toBe(start.wte);
    expect(start.rows.every(({ fileName, row }) => fileName.endsWith('.xlsx') && row > 4)).toBe(true);
    // Who was gone stands first, with the leavers' own row.
    expect(start.rows[0]).toMatchObject({ stays: false, fileName: 'g_leavers_24_months.xlsx' });
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

  test('last month’s rates stand as they stood, whatever the next list says of the same people', async () => {
    const rates = () => trust.client.staff.ratesTrend({ trust: 'T1', months: 3 });
    const october = (await rates())!.months.find(({ month }) => month === '2026-10-31');
    trust.sqlite
      .prepare("UPDATE assignment SET occupation_code = 'H2C', fte = fte / 2 WHERE date = '2026-11-30' AND band = '6'")
      .run();
    const { months } = (await rates())!;
    expect(months.map(({ month, census }) => [month, census])).toEqual([
      ['2026-09-30', '2026-10-31'],
      ['2026-10-31', '2026-10-31'],
      ['2026-11-30', '2026-11-30'],
    ]);
    expect(months[1]).toEqual(october);
    const newest = (await trust.client.staff.ratesTrend({ trust: 'T1', months: 3, groups: ['midwives'] }))!.months[2]!;
    for (const { month, leaverRate, leaverRateFte, stability, sickness } of months) {
      const period = { first: `${Number(month.slice(0, 4)) - 1}-${nextMonth(month)}-01`, last: month };
      const own = (await trust.client.staff.leavers({ trust: 'T1', period }))!.groups[2]!;
      expect([leaverRate, leaverRateFte, stability]).toEqual([own.leaverRate, own.leaverRateFte, own.stability]);
      if (sickness === null) continue;
      const first = `${month.slice(0, 8)}01`;
      const sick = (await trust.client.staff.sickness({ trust: 'T1', period: { first, last: month } }))!;
      expect(sick.groups[2]).toMatchObject({ key: 'midwives_and_support', days: sickness });
    }
    expect(newest.leaverRateFte).not.toEqual(months[2]!.leaverRateFte);
  });
});
