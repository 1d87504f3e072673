import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFormats } from '../../electron/imports/formats.ts';
import { formats } from '../support/roster-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('import formats', () => {
  it('are there for rosters and for bank lists, in all their layouts', () => {
    expect(formats.get('duty_roster')?.layouts.map(({ key }) => key)).toEqual(['duty_export']);
    expect(formats.get('bank_list')?.layouts.map(({ key }) => key)).toEqual(['A', 'B', 'NHSP']);
  });

  it('have the unit, the date and the grade in every layout, and the exact headings of the samples first or soon', () => {
    for (const layout of [...formats.get('duty_roster')!.layouts, ...formats.get('bank_list')!.layouts]) {
      expect(Object.keys(layout.headings)).toEqual(
        expect.arrayContaining(['unit', 'date', 'grade', 'plannedStart', 'actualEnd']),
      );
    }
    const [a, b] = formats.get('bank_list')!.layouts;
    expect([a?.headings['actualStart']?.[0], a?.headings['plannedStart']?.[0]]).toEqual(['Start', 'From']);
    expect([b?.headings['actualStart']?.[0], b?.headings['plannedStart']?.includes('Start')]).toEqual([
      'Actual Start',
      true,
    ]);
  });

  it('are refused where one heading would be two fields, or a field is not described', () => {
    const format = {
      kind: 'owls',
      title: 'Owls',
      version: '1',
      source: 'invented',
      fields: { owl: { title: 'Owl', type: 'text' }, nest: { title: 'Nest', type: 'word', words: 'trees' } },
      layouts: [{ key: 'only', title: 'Only', has: [['bird']], lacks: [], headings: { owl: ['Who?'], nest: ['who'] } }],
      words: {},
    };
    writeFileSync(join(folder, 'owls.json'), JSON.stringify(format));
    expect(() => loadFormats(folder)).toThrow(/who.* for owl and nest/);
    expect(() => loadFormats(folder)).toThrow(/names no field bird/);
    expect(() => loadFormats(folder)).toThrow(/field nest names no set of words/);
  });
});
