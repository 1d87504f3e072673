import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../../../electron/reference/load.ts';

const root = join(import.meta.dirname, '../../..');
const { organisation } = loadReference(join(root, 'resources'));
const group = (key: string) => organisation.staffGroups.find((one) => one.key === key);

test('a trust starts with seven kinds of unit and one for anything else', () => {
  expect(organisation.unitKinds.map(({ key }) => key)).toEqual([
    'delivery_suite',
    'antenatal',
    'postnatal',
    'birth_centre',
    'community',
    'triage',
    'neonatal',
    'other',
  ]);
});

test('bands run from 2 to 9 with 8a to 8d, and a dash stands for none', () => {
  expect(organisation.bands.map(({ key }) => key)).toEqual([
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8a',
    '8b',
    '8c',
    '8d',
    '9',
    '-',
  ]);
});

test('staff in post are told apart by occupation code (definition D19)', () => {
  expect(group('midwives')?.occupationCodes).toEqual(['N2C', 'N2J', 'N2L', 'N0C', 'NAC', 'N1C']);
  expect(group('support')?.occupationCodes).toEqual(['H1C', 'H2C', 'N8C', 'N9C']);
  const counted = organisation.staffGroups.filter(({ inPostKey }) => inPostKey !== organisation.unmapped.key);
  expect(counted.map(({ key, inPostKey }) => [key, inPostKey])).toEqual([
    ['midwives', 'midwives'],
    ['support', 'support'],
    ['medical', 'medical'],
    ['admin', 'admin'],
  ]);
});

test('funded nurses who are not midwives are counted as other nursing (definition D21)', () => {
  expect(group('neonatal_nursing')?.fundedKey).toBe('other_nursing');
  expect(group('other_nursing')?.fundedKey).toBe('other_nursing');
});

test('maternity support workers are in NHS staff group 07, and doctors have no band', () => {
  expect(group('support')?.nhsStaffGroup.code).toBe('07');
  expect(group('medical')?.defaultBands).toEqual(['-']);
});

const answers = join(root, '../shared/samples/expected');
const samples = (() => {
  try {
    return readdirSync(answers).filter((name) => /^[ef]_/.test(name));
  } catch {
    return [];
  }
})();
const note = samples.length === 0 ? ' (skipped: the sample answers are not beside the project)' : '';

test.skipIf(samples.length === 0)(`every group and band of the sample answers is known${note}`, () => {
  const groups = new Set(organisation.staffGroups.flatMap(({ inPostKey, fundedKey }) => [inPostKey, fundedKey]));
  const bands = new Set(organisation.bands.map(({ key }) => key));
  for (const name of samples) {
    const answer = JSON.parse(readFileSync(join(answers, name), 'utf8'));
    const table = answer.staff_in_post_wte_by_group_and_band ?? answer.by_group_and_band;
    for (const [key, byBand] of Object.entries(table as Record<string, object>)) {
      expect(groups).toContain(key);
      for (const band of Object.keys(byBand)) expect(bands).toContain(band);
    }
    for (const key of Object.keys(answer.funded_wte_by_group ?? {})) expect(groups).toContain(key);
  }
});
