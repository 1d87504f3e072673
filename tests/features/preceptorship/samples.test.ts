import { describe, expect, it } from 'vitest';
import { precepteesForCommandLine } from '../../../electron/features/preceptorship/command-line.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../../support/variants.ts';

const file = 'j_preceptees.xlsx';
const today = '2026-11-02';
const figures = (trust: ImportingTrust) => precepteesForCommandLine(trust.context, 'T1', today);

const synonyms: Record<string, string> = {
  'Employee Number': 'Assignment No',
  Name: 'Preceptee',
  'Start Date': 'Date commenced',
  WTE: 'Contracted FTE',
  'Preceptor Named On': 'Date preceptor allocated',
  'Initial Meeting': 'First Meeting',
  '3 Month Meeting': '3/12 review',
  '6 Month Meeting': 'Six month review',
  '9 Month Meeting': '9-month meeting date',
  'Completion Meeting': 'Final review',
  'Total Supernumerary Hours': 'Supernumerary hrs',
  'Pause Start': 'Paused from',
  'Pause End': 'Resumed',
  'Extended To': 'New end date',
  'Signed Off': 'Sign-off date',
};
const same: Writing['cells'] = (cells) => cells;
const variants: { name: string; write(table: Table): Writing }[] = [
  {
    name: 'headings of other words',
    write: ({ headings }) => ({ headings: [headings.map((heading) => synonyms[heading] ?? heading)], cells: same }),
  },
  {
    name: 'columns in reverse and headings in capitals',
    write: ({ headings }) => {
      const reverse = <Cell>(cells: readonly (Cell | null)[]) =>
        Array.from({ length: headings.length }, (_, place) => cells[headings.length - 1 - place] ?? null);
      return {
        headings: [reverse<string>(headings.map((heading) => heading.toUpperCase().replaceAll(' ', '\n')))],
        cells: reverse,
      };
    },
  },
  {
    name: 'a cover sheet and a column of its own in front',
    write: ({ headings }) => ({
      headings: [['Cohort', ...headings]],
      cover: ['Preceptorship'],
      cells: (cells) => ['Autumn', ...cells],
    }),
  },
];

describe.skipIf(!samplesAreHere)(`the preceptorship log${ifSamples}`, () => {
  it('gives the right rows, and every milestone, hour and count of the sample', async () => {
    const trust = await openImportingTrust();
    const report = await trust.import(sampleFile(file));
    expect(report).toMatchObject({
      kind: 'preceptees',
      headerRow: 3,
      rowsRead: 12,
      accepted: 12,
      refused: [],
      ignored: [],
      warnings: {},
    });
    const found = figures(trust);
    expect(found).toMatchObject(expectedOf(file));
    for (const name of ['preceptees', 'counts']) expect(found?.[name]).toEqual(expectedOf(file)[name]);
  });

  it.each(variants)('$name give the same rows and figures', async ({ write }) => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), 3);
    expect(await trust.import(await writeTable(table, write(table)))).toMatchObject({
      kind: 'preceptees',
      accepted: 12,
    });
    const { file: _file, ...answers } = expectedOf(file);
    expect(figures(trust)).toMatchObject(answers);
  });

  it('two rows of headings with groups give the same rows and figures', async () => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), 3);
    const groups: readonly (readonly [RegExp, string, string])[] = [
      [/^(.*) Meeting$/, 'Meetings', '$1'],
      [/^(.*) Supernumerary Hours$/, 'Supernumerary hours', '$1'],
      [/^Protected Hours (.*)$/, 'Protected hours', '$1'],
      [/^Pause (.*)$/, 'Pause', '$1'],
      [/^Preceptor (Named On)$/, 'Preceptor', '$1'],
    ];
    const found = table.headings.map((heading) => groups.find(([pattern]) => pattern.test(heading)));
    const upper = table.headings.map((heading, at) => found[at]?.[1] ?? (heading === 'Preceptor' ? 'Preceptor' : null));
    const lower = table.headings.map((heading, at) => {
      const group = found[at];
      return group ? heading.replace(group[0], group[2]) : heading === 'Preceptor' ? 'Name' : heading;
    });
    const plain = upper.map((group, at) => group ?? lower[at] ?? null);
    const path = await writeTable(table, { headings: [plain, lower], cells: same });
    expect(await trust.import(path)).toMatchObject({ kind: 'preceptees', accepted: 12 });
    const { file: _file, ...answers } = expectedOf(file);
    expect(figures(trust)).toMatchObject(answers);
  });

  it('a column of pauses under a heading that nobody knows is asked about', async () => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), 3);
    const headings = [table.headings.map((heading) => (heading === 'Pause Start' ? 'Interlude' : heading))];
    const refusal = await trust.refusal(await writeTable(table, { headings, cells: same }));
    expect(refusal).toMatchObject({ code: 'COLUMNS_NEEDED', data: { questions: [{ field: 'pauseStart' }] } });
  });

  it('words in which a patient’s number stands are warned of before the log is imported', async () => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), 3);
    const notes = table.headings.findIndex((heading) => heading === 'Notes');
    const said = ['About 943 476 5919', 'Hospital no. B123456', 'On time, rang 0115 496 0000'];
    let row = 0;
    const cells: Writing['cells'] = (values) =>
      values.map((value, at) => (at === notes ? (said[row++] ?? value) : value));
    const path = await writeTable(table, { headings: [table.headings], cells });
    const { warnings } = await trust.import(path, { dryRun: true });
    expect(warnings).toEqual({ patient_identifier: [4, 5] });
    expect(figures(trust)).toBeNull();
  });

  it('is undone as a whole', async () => {
    const trust = await openImportingTrust();
    const { batch } = await trust.import(sampleFile(file));
    await trust.client.imports.undo({ batch: batch ?? 0, alsoLater: false });
    expect(figures(trust)).toBeNull();
  });
});
