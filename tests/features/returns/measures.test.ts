import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MeasureValue, ReturnDocument } from '../../../electron/contract/index.ts';
import { roundedPercent } from '../../../electron/core/rates.ts';
import { findTrust } from '../../../electron/features/organisation/repository.ts';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { buildDocument } from '../../../electron/features/returns/document.ts';
import { findReturn } from '../../../electron/features/returns/repository.ts';
import { importForCommandLine } from '../../../electron/imports/command-line.ts';
import { openTestPlanner, root, type TestPlanner } from './planner.ts';

const samples = join(root, '../shared/samples');
const isHere = existsSync(samples);
const skipNote = isHere ? '' : ' (skipped: the samples are not beside the project)';
const PERIOD = '2026-Q3';

type Expected = Record<string, Record<string, Record<string, Record<string, number>>>>;
const expectedOf = (file: string) =>
  JSON.parse(readFileSync(join(samples, 'expected', `${file}.expected.json`), 'utf8')) as Expected;

describe.skipIf(!isHere)(`the measures of a return by the sample files${skipNote}`, () => {
  let planner: TestPlanner;
  let document: ReturnDocument;

  beforeAll(async () => {
    planner = openTestPlanner({ now: '2026-11-22T09:30:00.000Z' });
    const { client, context } = planner;
    await client.organisation.addTrust({
      code: 'RX1',
      name: 'Thistledown & Mallowmere',
      system: { name: 'Mallowmere LMNS', kind: 'LMNS' },
      sites: [],
      units: [
        { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
        { name: 'Antenatal/Postnatal Ward', kind: 'other', site: null },
        { name: 'Community Midwifery', kind: 'other', site: null },
        { name: 'Birth Centre', kind: 'other', site: null },
      ],
    });
    for (const file of [
      'e_esr_staff_in_post_2026-10-31.xlsx',
      'g_leavers_24_months.xlsx',
      'h_absence_episodes.xlsx',
      'f_ledger_establishment_2026-10.xlsx',
      'i_training_compliance.xlsx',
      'j_preceptees.xlsx',
      'l_retention_action_plan.xlsx',
      'a_duty_roster_2026-10.xlsx',
    ])
      await importForCommandLine(context, join(samples, file), { trust: 'RX1' });
    await client.returns.start({ trust: 'RX1', period: PERIOD });
    const trust = findTrust(context.database, 'RX1')!;
    document = buildDocument(context, trust, findReturn(context.database, trust.id, PERIOD)!);
  }, 60_000);

  const value = (measure: string, group: string | null = null): MeasureValue => {
    const found = document.measures.values.find((one) => one.measure === measure && one.group === group);
    if (!found) throw new Error(`no ${measure} of ${group ?? 'the whole'}`);
    return found;
  };
  const pair = (measure: string, group: string | null = null) => {
    const { numerator, denominator } = value(measure, group);
    return [numerator, denominator];
  };

  test('vacancies are those of the ledger and the staff list: 10.93 WTE of midwives and support together', () => {
    const { by_group: groups } = expectedOf('f_ledger_establishment_2026-10.xlsx') as unknown as {
      by_group: Record<string, { funded_wte: number; in_post_wte: number; vacancy_wte: number }>;
    };
    const of = (key: string) => [groups[key]?.vacancy_wte, groups[key]?.funded_wte];
    // The staff list prints five decimals, the expected answers two.
    const wte = (group: string | null) =>
      pair('vacancy-rate', group).map((number) => Math.round((number ?? Number.NaN) / 1000) / 100);
    expect(wte('Midwives')).toEqual(of('midwives'));
    expect(wte('Maternity support workers')).toEqual(of('support'));
    expect(wte(null)).toEqual([10.93, 175.6]);
    const [inPost, funded] = pair('establishment-fill');
    expect(funded! - inPost!).toBe(pair('vacancy-rate')[0]);
    expect(value('vacancy-rate')).toMatchObject({ from: null, on: '2026-10-31', pack: 'theme-2-measures 1' });
  });

  test('leavers and stability are of the twelve months to the staff list', () => {
    const { midwives, midwives_and_support: both } = expectedOf('g_leavers_24_months.xlsx')[
      'groups'
    ] as unknown as Record<string, Record<string, number>>;
    expect(pair('leaver-rate')).toEqual([both!['leavers'], both!['heads_start']! + both!['heads_end']!]);
    expect(pair('leaver-rate', 'Midwives')).toEqual([
      midwives!['leavers'],
      midwives!['heads_start']! + midwives!['heads_end']!,
    ]);
    expect(pair('stability')).toEqual([both!['stayed_from_start'], both!['heads_start']]);
    expect(value('leaver-rate')).toMatchObject({ from: '2025-11-01', on: '2026-10-31' });
    // 43 of 46 support workers stayed: three left, and with the midwives beside the whole they could be reckoned.
    expect(value('stability', 'Maternity support workers')).toMatchObject({ numerator: null });
    expect(value('stability', 'Midwives')).toMatchObject({ numerator: null, numeratorState: 'withheld' });
  });

  test('sickness is days lost over days in post', () => {
    const { numerator, denominator } = value('sickness-absence');
    expect(roundedPercent({ numerator: numerator!, denominator: denominator! })).toBe(4.55);
    expect(Math.round(numerator! / 1000) / 100).toBe(2670.39);
    expect(Math.round(value('sickness-absence', 'Midwives').numerator! / 1000) / 100).toBe(2164.05);
  });

  test('rosters tell shift fill, bank and agency, and the coordinator of the days that they cover', () => {
    expect(pair('shift-fill')).toEqual([15_789.5 * 60, 17_021 * 60]);
    expect(pair('temporary-share')).toEqual([(997 + 168.25) * 60, 16_896.25 * 60]);
    expect(pair('coordinator-rostered')).toEqual([53, 56]);
    expect(pair('coordinator-present')).toEqual([51, 56]);
    expect(value('coordinator-present')).toMatchObject({ from: '2026-10-05', on: '2026-11-01' });
  });

  test('training is exact by course and group, and never added up', () => {
    const { courses } = expectedOf('i_training_compliance.xlsx') as unknown as {
      courses: Record<string, Record<string, { compliant: number; eligible: number }>>;
    };
    const told = document.measures.values.filter(({ measure }) => measure === 'training-compliance');
    expect(told.map(({ group }) => group)).not.toContain(null);
    const { compliant, eligible } = courses['fetal_monitoring']!['midwives']!;
    expect(told.some((one) => one.numerator === compliant && one.denominator === eligible)).toBe(true);
    expect(told).toHaveLength(Object.values(courses).flatMap((groups) => Object.keys(groups)).length);
  });

  test('actions of the retention plan, and preceptees whose numbers are too small to tell', () => {
    const { by_status: statuses } = expectedOf('l_retention_action_plan.xlsx') as unknown as {
      by_status: Record<string, number>;
    };
    const all = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    // 2 of 11: one of the twelve was cancelled.
    expect(pair('retention-actions-complete')).toEqual([statuses['Complete'], all - (statuses['Cancelled'] ?? 0)]);
    for (const measure of ['first-meeting-on-time', 'preceptor-named-on-time'])
      expect(value(measure).numeratorState).not.toBe('not known');
  });

  test('no number from 1 to 4 of people is told, and neither is one that is left', () => {
    const people = new Set(document.measures.definitions.filter(({ ofPeople }) => ofPeople).map(({ id }) => id));
    const told = document.measures.values.filter(({ measure }) => people.has(measure));
    expect(told.length).toBeGreaterThan(10);
    for (const { measure, numerator, denominator } of told) {
      const rest = measure === 'leaver-rate' ? 0 : (denominator ?? 0) - (numerator ?? denominator ?? 0);
      for (const count of [numerator ?? 0, denominator ?? 0, rest]) expect(count > 0 && count < 5).toBe(false);
    }
  });

  test('a bundle of it compiles at an LMNS with the same numbers', async () => {
    const { client } = openTestPlanner({ now: '2026-11-22T09:30:00.000Z' });
    const { id: lmns } = await client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' });
    await client.lmns.setTrust({ lmns, code: 'RX1', name: 'Thistledown & Mallowmere', hasPlanner: true });
    await client.lmns.setPeriod({ lmns, period: PERIOD, due: '2027-01-15' });
    const contents = Buffer.from(await writeBundle(document)).toString('base64');
    expect(await client.lmns.receive({ lmns, fileName: 'RX1.bundle', contents })).toMatchObject({ kind: 'received' });
    const { measures } = await client.lmns.compile({ lmns, period: PERIOD });
    expect(measures.map(({ definition }) => definition.id)).toContain('vacancy-rate');
    for (const { measure, group, numerator, denominator } of document.measures.values) {
      const compiled = measures.find(({ definition }) => definition.id === measure);
      const table = compiled?.groups.find((one) => one.group === group)?.tables.pop();
      expect(table?.cells[0]).toMatchObject({ trust: 'RX1', numerator, denominator });
    }
  });
});
