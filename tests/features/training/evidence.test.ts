import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { honestShare } from '../../../electron/features/training/calculations/words.ts';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import {
  compliancePublished,
  shareKeys,
} from '../../../electron/features/training/calculations/compliance-protected.ts';
import { shownOf, tellShare } from '../../../electron/features/training/calculations/evidence/small.ts';
import { attack } from '../../support/attack-tables.ts';
import { temporaryFolder } from '../../support/database.ts';
import { docxParagraphs, docxTables } from '../../support/docx-parts.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { readCells } from '../../support/read-cells.ts';

const nine = { numerator: 9, denominator: 10 };

describe('shares of a pack', () => {
  it('that miss the threshold are never shown as if they reached it: 8,999 of 9,999 is not 90.00 %', () => {
    // 8,999.1 would be nine tenths.
    const rate = { numerator: 8999, denominator: 9999 };
    expect(honestShare(rate, nine)).toEqual({ numerator: 8999, denominator: 10_000 });
    expect(honestShare({ numerator: 9, denominator: 10 }, nine)).toEqual({ numerator: 9, denominator: 10 });
    expect(honestShare({ numerator: 60, denominator: 67 }, nine)).toEqual({ numerator: 60, denominator: 67 });
  });

  const telling = (detail: 'protected' | 'exact') => ({
    detail,
    smallest: 5,
    sharing: { hideBelow: 5, roundTo: 1 },
  });
  const place = { course: 'Fetal', group: 'theatre' };
  const told = (numerator: number, denominator: number, detail: 'protected' | 'exact' = 'protected') => {
    const inDate = { numerator, denominator };
    const shown = shownOf(compliancePublished([{ ...place, inDate }]), telling(detail), 'training');
    return tellShare(shown, shareKeys(place, 'in date', inDate), nine, 5);
  };

  it('tell nothing of fewer than five people, be they those who did it, those who did not, or all', () => {
    expect(told(119, 139)).toMatchObject({ fraction: '119 of 139', isTold: true });
    expect(told(7, 8)).toEqual({ fraction: 'all but fewer than 5 of 8', share: 'not shown', isTold: false });
    expect(told(2, 20).fraction).toBe('fewer than 5 of 20');
    expect(told(3, 3).fraction).toBe('fewer than 5 people');
    expect(told(12, 12).fraction).toBe('12 of 12');
    // Four and four of eight, both said to be fewer than five, would be told by the eight.
    expect(told(4, 8).fraction).not.toContain('8');
    expect(told(7, 8, 'exact').fraction).toBe('7 of 8');
  });

  it('of all courses, of the census and the scheme’s last day, with and without a plan, solve no small number together', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most });
    const cell = fc
      .record({
        group: fc.constantFrom('theatre', 'midwives'),
        heads: fc.constantFrom<number>(7, 8, 12, 30),
        of: fc.array(part(30), { minLength: 4, maxLength: 4 }),
      })
      .map(({ group, heads, of: [one = 0, two = 0, three = 0, four = 0] }) => {
        const inDate = one % (heads + 1);
        const planned = four % (heads - inDate + 1);
        const of = (numerator: number, denominator = heads) => ({ numerator, denominator });
        const underPlan = planned > 0 ? of(inDate, heads - planned) : null;
        return {
          group,
          inDate: of(inDate),
          attended: of(two % (heads + 1)),
          atEnd: of(three % (inDate + 1)),
          underPlan,
        };
      });
    const all = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(all, (cells) => {
        const published = compliancePublished(cells.map((one, at) => ({ ...one, course: `course ${at}` })));
        const shown = protectTables(published, 5);
        for (const [key, [least, most]] of attack(published, shown, 5))
          expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
      }),
      { numRuns: 200 },
    );
  });
});

type Courses = Record<string, Record<string, { compliant: number; eligible: number; fraction: string }>>;

describe.skipIf(!samplesAreHere)(`evidence packs${ifSamples}`, () => {
  let trust: ImportingTrust;
  const t = 'T1';
  const on = '2026-10-31';
  let training: ImportingTrust['client']['training'];
  let names: string[];
  beforeAll(async () => {
    trust = await openImportingTrust();
    training = trust.client.training;
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'h_absence_episodes.xlsx', 'i_training_compliance.xlsx'])
      await trust.import(sampleFile(file));
    const { excluded } = await training.compliance({ trust: t, on });
    names = excluded.flatMap(({ name, person }) => [name ?? person, person]);
    await training.newNeeds({ trust: t, day: on });
  });

  const fileOf = async (format: 'docx' | 'xlsx', about: 'scheme' | 'needs', detail?: 'exact' | 'named') => {
    const { fileName, contents } = await training.evidenceFile({
      trust: t,
      on,
      about,
      format,
      ...(detail ? { detail } : {}),
    });
    return { fileName, bytes: new Uint8Array(Buffer.from(contents, 'base64')) };
  };
  /** Every text of a workbook, read as the planner reads a workbook. */
  const sheetsOf = async (bytes: Uint8Array) => {
    const path = join(temporaryFolder(), 'pack.xlsx');
    writeFileSync(path, bytes);
    return readCells(path);
  };

  it('have the exact fractions of the right answers where every number was asked for, in Word and in the workbook', async () => {
    const right = expectedOf('i_training_compliance.xlsx')['courses'] as Courses;
    const { cells, courses, groups } = await training.compliance({ trust: t, on });
    const nameOf = (list: { key: string; name: string }[], key: string) => list.find((one) => one.key === key)!.name;
    const wanted = cells
      .filter(({ inDate }) => inDate.denominator > 0)
      .map(({ course, group }) => {
        const { compliant, eligible } = right[course]![group]!;
        return [nameOf(courses, course), nameOf(groups, group), `${compliant} of ${eligible}`];
      });
    const tables = docxTables((await fileOf('docx', 'scheme', 'exact')).bytes).filter(([head]) =>
      head?.includes('Heads wanting'),
    );
    expect(tables).toHaveLength(2);
    expect(tables.flatMap((table) => table.slice(1).map((row) => row.slice(0, 3)))).toEqual(wanted);
    const sheets = await sheetsOf((await fileOf('xlsx', 'scheme', 'exact')).bytes);
    const read = ['In date', 'In date, others'].flatMap((name, at) => {
      const { cells: filled } = sheets.find((sheet) => sheet.name === name)!;
      const rows = (tables[at] ?? []).slice(1);
      return rows.map((_, row) => ['A', 'B', 'C'].map((column) => filled[`${column}${row + 5}`]));
    });
    expect(read).toEqual(wanted);
  });

  it('name nobody unless names were asked for, and then say so in words and in the name of the file', async () => {
    const said = async (detail?: 'exact' | 'named') => {
      const { fileName, bytes } = await fileOf('xlsx', 'scheme', detail);
      return { fileName, text: JSON.stringify((await sheetsOf(bytes)).map(({ cells }) => cells)) };
    };
    for (const detail of [undefined, 'exact'] as const) {
      const { text } = await said(detail);
      for (const name of names) expect(text).not.toContain(name);
      expect(text).toContain('names nobody');
    }
    const named = await said('named');
    expect(named.text).toContain(names[0]);
    expect(named.text).toContain('This pack names people');
    expect(named.fileName).toContain('with names');
  });

  it('tell no small number as they are made at first', async () => {
    const { paper } = await training.evidence({ trust: t, on, about: 'scheme' });
    const table = paper.blocks.find((block) => block.kind === 'table' && block.title.startsWith('Left out'));
    const heads = table?.kind === 'table' ? table.rows.map(({ cells }) => cells[2]!) : [];
    expect(heads.length).toBeGreaterThan(0);
    for (const count of heads) expect(/^\d+$/.test(count) && Number(count) < 5).toBe(false);
  });

  it('hold the annual analysis with its definitions: hours by head, three years, approval, and what the rules are known from', async () => {
    const { analysis } = await training.needs({ trust: t });
    await training.approve({ trust: t, id: analysis!.id, body: 'board', date: '2026-11-02', by: 'A. Nonymous' });
    const { bytes } = await fileOf('docx', 'needs');
    const parts = docxParagraphs(bytes);
    const headings = parts.filter(({ style }) => style === 'Heading1').map(({ text }) => text);
    expect(headings).toEqual(
      expect.arrayContaining(['What the year takes', 'Who needs what', 'Three years', 'Definitions']),
    );
    expect(JSON.stringify(parts)).toContain('by head, never by WTE');
    const tables = docxTables(bytes);
    const text = JSON.stringify([parts, tables]);
    expect(text).toContain('2 November 2026');
    expect(text).not.toContain('A. Nonymous');
    const [hours = []] = tables.filter(([head]) => head?.includes('Hours each'));
    // Hours of all are those of the groups that are shown, so that nothing of the others is in them.
    const number = (cell = '') => Number(cell.replaceAll(',', ''));
    const last = hours[hours.length - 1]!;
    expect(last[0]).toBe('Groups whose heads are shown');
    const shownGroups = analysis!.groups.filter(
      ({ name }) => hours.find(([first]) => first === name)?.[4] !== 'not shown',
    );
    expect(shownGroups.length).toBeLessThan(analysis!.groups.length);
    expect(number(last[4])).toBeCloseTo(shownGroups.reduce((sum, { minutes }) => sum + minutes, 0) / 60, 2);
    expect(hours.find(([first]) => first === 'All groups')?.slice(2)).toEqual(
      Array.from({ length: 6 }, () => 'not shown'),
    );
    // Nor does a topic tell how many of a hidden group are due of it.
    const topics = tables.find(([head]) => head?.includes('Places'))!;
    const hiddenGroups = new Set(
      analysis!.groups.filter((one) => !shownGroups.includes(one)).map(({ group }) => group),
    );
    for (const topic of analysis!.topics.filter(({ cells }) =>
      cells.some(({ group, need }) => need === 'required' && hiddenGroups.has(group)),
    ))
      expect(topics.find(([name]) => name === topic.name)?.slice(5, 8)).toEqual([
        'not shown',
        'not shown',
        'not shown',
      ]);
    // A group of fewer than five heads has neither heads nor hours, and nothing tells them from the sum.
    const small = analysis!.groups.filter(({ heads }) => heads > 0 && heads < 5);
    for (const { name } of small) {
      const row = hours.find(([first]) => first === name);
      expect(row?.[4]).toBe('not shown');
    }
  });
});
