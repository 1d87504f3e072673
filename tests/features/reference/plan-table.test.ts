import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlanOwner } from '../../../electron/contract/reference.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { loadPlan } from '../../../electron/features/returns/load-plan.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { readPlanTable } from '../../../electron/reference/plan-table.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, type TestPlanner } from '../returns/planner.ts';
import { publishedRows, publishedTable, skipNote } from './seed.ts';

const root = join(import.meta.dirname, '../../..');
const { plan } = loadReference(join(root, 'resources'));
const facts = JSON.parse(readFileSync(join(root, 'tests/fixtures/three-year-delivery-plan.facts.json'), 'utf8'));

const heading = ['Ref No:', 'Theme & Objective', 'Trusts', 'ICB/LMNS', 'NHSE'];
const owners: readonly PlanOwner[] = ['trust', 'lmns', 'nhse'];
const tickFor = (owner: PlanOwner, tick = '✓') => owners.map((one) => (one === owner ? tick : ''));

/** A table of the published shape with stand-in wording: titles, heading in row 3, then every line; 4.1 is in row 32. */
function table(): string[][] {
  return [
    [],
    ['A plan of three years'],
    [...heading],
    ...plan.lines.map(({ reference, owner }) => [reference, `Wording of ${reference}`, ...tickFor(owner)]),
  ];
}
const backwards = <Entry>(entries: readonly Entry[]) =>
  entries.reduceRight<Entry[]>((all, entry) => [...all, entry], []);
const rowOf = (rows: string[][], reference: string) => rows.findIndex((cells) => cells[0] === reference);
const lineOf = (rows: string[][], reference: string) => rows[rowOf(rows, reference)] as string[];
function mangled(change: (rows: string[][]) => void) {
  const rows = table();
  change(rows);
  return readPlanTable(rows, plan);
}
const clean = { problems: [], warnings: [] };

describe('the published table', () => {
  const withTable = test.skipIf(publishedTable === null);
  let planner: TestPlanner;
  beforeAll(async () => {
    planner = openTestPlanner();
    await addTestTrust(planner);
  });
  const read = async (text = publishedTable ?? '') => {
    const path = join(temporaryFolder(), 'table.txt');
    writeFileSync(path, text);
    const { context } = planner;
    const trust = requireTrust(context.database, 'RX1');
    const loading = await loadPlan(context, trust, { path, fileName: 'table.txt', dryRun: true });
    if (loading.kind === 'refused') throw new Error(loading.message);
    return loading.table;
  };

  withTable(
    `gives all 126 lines with published wording and owner, without a problem or a warning${skipNote}`,
    async () => {
      const result = await read();
      expect(result).toMatchObject({ ...clean, headingRow: 5 });
      expect(result.lines.map(({ reference, wording }) => [reference, wording])).toEqual(
        publishedRows().map(({ reference, sentence }) => [reference, sentence.replace(/\s+/g, ' ').trim()]),
      );
      expect(result.lines.map(({ owner }) => owner)).toEqual(plan.lines.map(({ owner }) => owner));
      for (const owner of owners)
        expect(result.lines.filter((line) => line.owner === owner)).toHaveLength(facts.counts[owner]);
    },
  );

  withTable(`ignores its 4 theme and 11 objective headings and nothing else${skipNote}`, async () => {
    const { ignored, rowsRead } = await read();
    expect(ignored.map(({ reason }) => reason)).toEqual(Array.from({ length: 15 }, () => 'theme_or_objective'));
    expect(rowsRead).toBe(126 + 15);
  });

  withTable(`reads the same with Windows line ends, a byte order mark and quoted cells${skipNote}`, async () => {
    const text = publishedTable ?? '';
    const quoted = text.replace(/^(\d+\.\d+)\t([^\t\n]*)/gm, '$1\t"$2"');
    expect(await read(`\uFEFF${quoted.replace(/\n/g, '\r\n')}`)).toEqual(await read());
  });
});

describe('a table that looks otherwise but says the same', () => {
  test.each(['✓', '✔', '✔️', ' x ', 'X', 'Y', 'yes', '1', 'TRUE', '☑'])('takes %s for a tick', (tick) => {
    const result = mangled((rows) =>
      rows.forEach((cells) => cells.forEach((cell, at) => cell === '✓' && (cells[at] = tick))),
    );
    expect(result).toMatchObject(clean);
    expect(result.lines).toHaveLength(126);
  });

  test('takes dashes, noughts and the word false for no tick', () => {
    const blanks = ['-', '0', 'FALSE'];
    const result = mangled((rows) =>
      rows.slice(3).forEach((cells) => owners.forEach((_, at) => (cells[at + 2] ||= blanks[at] ?? ''))),
    );
    expect(result).toMatchObject(clean);
  });

  test('finds columns by heading, in another order, with others among them', () => {
    const result = mangled((rows) => {
      rows.forEach(([reference = '', wording = '', trust = '', lmns = '', nhse = ''], at) => {
        if (at >= 2) rows[at] = [nhse, 'Trust lead', trust, wording, 'amber', reference, lmns];
      });
      rows[2] = ['NHS England', 'Lead', 'Trust', 'Theme and objective', 'RAG', 'Reference', 'ICBs and LMNSs'];
    });
    expect(result).toMatchObject(clean);
    expect(result.lines.map(({ owner }) => owner)).toEqual(plan.lines.map(({ owner }) => owner));
    expect(result.lines[0]?.wording).toBe('Wording of 1.1');
  });

  test('a heading that comes again, in another order, holds for the rows below it', () => {
    const result = mangled((rows) => {
      rows.forEach((cells, at) => at >= 100 && rows.splice(at, 1, backwards(cells)));
      rows.splice(100, 0, backwards(heading));
    });
    expect(result).toMatchObject({ ...clean, ignored: [{ row: 101, reason: 'heading_again' }] });
    expect(result.lines).toHaveLength(126);
  });

  test('objective headings may be there, in either column, or be missing', () => {
    const result = mangled((rows) => {
      rows.splice(rowOf(rows, '4.1'), 0, ['', 'Objective 4: a heading', '', '', '']);
      rows.splice(rowOf(rows, '6.1'), 0, ['Objective 6: a heading']);
    });
    expect(result).toMatchObject(clean);
    expect(result.ignored.map(({ reason }) => reason)).toEqual(['theme_or_objective', 'theme_or_objective']);
  });

  test('tidies white space in wording and reference, and nothing more', () => {
    const result = mangled((rows) =>
      lineOf(rows, '4.2').splice(0, 2, ' 4.2.\u00A0', '  Fill  posts\u00A0– “soon”,\n=1+1 '),
    );
    expect(result).toMatchObject(clean);
    expect(result.lines.find(({ reference }) => reference === '4.2')?.wording).toBe('Fill posts – “soon”, =1+1');
  });

  test('tells 4.10 from 4.1 where a spreadsheet dropped the last nought, in any order of rows, and says so', () => {
    const drop = (rows: string[][]) => rows.forEach((cells) => (cells[0] = cells[0]?.replace(/\.10$/, '.1') ?? ''));
    for (const result of [mangled(drop), mangled((rows) => rows.push(...(drop(rows), backwards(rows.splice(3)))))]) {
      expect(result.problems).toEqual([]);
      expect(new Set(result.lines.map(({ reference, wording }) => wording === `Wording of ${reference}`))).toEqual(
        new Set([true]),
      );
      expect(new Set(result.warnings.map(({ code }) => code))).toEqual(new Set(['reference_mended']));
      expect(result.warnings.map(({ expected }) => expected)).toEqual([
        '1.10',
        '4.10',
        '5.10',
        '8.10',
        '9.10',
        '10.10',
        '12.10',
      ]);
    }
  });

  test('notes below the table are ignored', () => {
    const result = mangled((rows) => rows.push([], ['', 'Source: the publisher']));
    expect(result).toMatchObject({ ...clean, ignored: [{ row: 131, reason: 'no_reference' }] });
  });
});

describe('a table with something wrong', () => {
  const wrong: [string, (rows: string[][]) => void, object][] = [
    [
      'a reference that the plan does not have',
      (rows) => rows.push(['4.13', 'More', '✓', '', '']),
      {
        code: 'reference_unknown',
        row: 130,
        read: '4.13',
        column: 'Ref No',
        message: 'Row 130: the plan has no line “4.13”.',
      },
    ],
    [
      'two owners ticked',
      (rows) => lineOf(rows, '4.1').splice(3, 1, '✓'),
      {
        code: 'owner_twice',
        row: 32,
        references: ['4.1'],
        message: 'Row 32, line 4.1: both Trusts and ICB/LMNS are ticked. A line has one owner.',
      },
    ],
    [
      'no owner ticked',
      (rows) => lineOf(rows, '4.1').splice(2, 1, ''),
      { code: 'owner_missing', row: 32, references: ['4.1'], message: 'Row 32, line 4.1: no owner is ticked.' },
    ],
    [
      'a mark that is neither tick nor blank',
      (rows) => lineOf(rows, '4.1').splice(2, 1, 'maybe'),
      { code: 'mark_unclear', row: 32, read: 'maybe', column: 'Trusts' },
    ],
    ['no wording', (rows) => lineOf(rows, '4.1').splice(1, 1, ' '), { code: 'wording_missing', row: 32 }],
    [
      'a line twice',
      (rows) => rows.push(lineOf(rows, '4.1')),
      {
        code: 'duplicate_row',
        row: 130,
        message: 'Row 130, line 4.1: this line is in row 32 already, and that row is kept.',
      },
    ],
    [
      'a tick without a reference',
      (rows) => rows.push(['', 'Whose?', '✓', '', '']),
      { code: 'reference_missing', row: 130 },
    ],
    [
      'a line that is missing',
      (rows) => rows.splice(rowOf(rows, '4.1'), 1),
      {
        code: 'lines_missing',
        row: null,
        references: ['4.1'],
        message: '1 line of the plan is not in this table: 4.1.',
      },
    ],
  ];

  test.each(wrong)('names it: %s', (_, change, problem) => {
    const result = mangled(change);
    expect(result.problems).toEqual([expect.objectContaining(problem)]);
    const refused = result.problems.filter(({ row }) => row !== null);
    expect(result.lines.length + result.ignored.length + refused.length).toBe(result.rowsRead);
  });

  test('a line that stands twice is not guessed to be another that is missing', () => {
    const result = mangled((rows) => rows.splice(rowOf(rows, '4.10'), 1, lineOf(rows, '4.1')));
    expect(result.problems.map(({ code, references }) => [code, references])).toEqual([
      ['duplicate_row', ['4.1']],
      ['lines_missing', ['4.10']],
    ]);
    expect(result.warnings).toEqual([]);
  });

  test('many missing lines are counted, and the first are named', () => {
    const [problem] = mangled((rows) => rows.splice(23)).problems;
    expect(problem?.message).toMatch(/^106 lines of the plan are not in this table: 2\.7, .* and 94 more\.$/);
    expect(problem?.references).toHaveLength(106);
  });

  test('an owner other than ours is taken as ticked, with a warning', () => {
    const result = mangled((rows) => lineOf(rows, '4.1').splice(2, 3, '', '', '✓'));
    expect(result.problems).toEqual([]);
    expect(result.lines.find(({ reference }) => reference === '4.1')?.owner).toBe('nhse');
    expect(result.warnings).toEqual([
      expect.objectContaining({ code: 'owner_differs', row: 32, read: 'NHSE', expected: 'Trusts' }),
    ]);
  });

  test('a file with no heading row, or with a column gone, is refused as a whole', () => {
    const headless = mangled((rows) => rows.splice(2, 1));
    expect(headless).toMatchObject({ headingRow: null, lines: [], problems: [{ code: 'heading_missing', row: null }] });
    const narrow = mangled((rows) => rows.forEach((cells) => cells.splice(4, 1)));
    expect(narrow.problems).toEqual([expect.objectContaining({ code: 'column_missing', row: 3 })]);
    expect(narrow.problems[0]?.message).toBe(
      'The heading row (row 3) has no column for NHSE. Add the heading and load the file again.',
    );
    expect(readPlanTable([], plan).problems).toHaveLength(1);
  });
});
