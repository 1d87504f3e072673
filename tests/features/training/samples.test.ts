import { describe, expect, it } from 'vitest';
import { trainingForCommandLine } from '../../../electron/features/training/command-line.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../../support/variants.ts';

const file = 'i_training_compliance.xlsx';
const staffList = 'e_esr_staff_in_post_2026-10-31.xlsx';
const people = [staffList, 'g_leavers_24_months.xlsx', 'h_absence_episodes.xlsx'];
const census = '2026-10-31';

async function trustWithPeople(): Promise<ImportingTrust> {
  const trust = await openImportingTrust();
  for (const name of people) await trust.import(sampleFile(name));
  return trust;
}

const figures = (trust: ImportingTrust, day?: string) => trainingForCommandLine(trust.context, 'T1', day);
const expected = () => expectedOf(file);

const synonyms: Record<string, string> = {
  'Employee Number': 'Staff No.',
  'Assignment Number': 'Asg No',
  'Competence Name': 'Competency',
  'Meets Requirement': 'Compliant?',
  'Date Achieved': 'Completed On',
  'Expiry Date': 'Valid until',
  'Org L6': 'Ward',
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
        headings: [reverse<string>(headings.map((heading) => ` ${heading.toUpperCase()}\u00a0`))],
        cells: reverse,
      };
    },
  },
  {
    name: 'a cover sheet and a column of its own in front',
    write: ({ headings }) => ({
      headings: [['Row Ref', ...headings]],
      cover: ['Training pack'],
      cells: (cells) => [null, ...cells],
    }),
  },
];

describe.skipIf(!samplesAreHere)(`training compliance${ifSamples}`, () => {
  it('gives the right rows and every figure of the sample', async () => {
    const trust = await trustWithPeople();
    const report = await trust.import(sampleFile(file));
    const { rows_read, rows_accepted, refused, ignored } = expected();
    expect(report).toMatchObject({
      kind: 'training',
      headerRow: 5,
      rowsRead: rows_read,
      accepted: rows_accepted,
      refused,
      ignored,
    });
    expect(report.remarks).toEqual([]);
    const found = figures(trust, census);
    expect(found).toMatchObject(expected());
    expect(found?.['courses']).toEqual(expected()['courses']);
    expect(found?.['excluded_by_group']).toEqual(expected()['excluded_by_group']);
    expect(found?.['settings']).toEqual(expected()['settings']);
    expect(figures(trust)).toEqual(found);
  });

  it('says so where no staff list is there, and follows when one comes later', async () => {
    const trust = await openImportingTrust();
    const report = await trust.import(sampleFile(file));
    expect(report.remarks.map(({ code }) => code)).toContain('no_staff_list');
    expect(report.ignored.every(({ reason }) => reason === 'competence_not_mapped')).toBe(true);
    expect(figures(trust, census)).toMatchObject({
      courses: null,
      excluded_by_group: null,
      remarks: [{ code: 'no_staff_list' }],
    });
    for (const name of people) await trust.import(sampleFile(name));
    expect(figures(trust, census)).toMatchObject(expected());
  });

  it('counts long-term sick and says so where no absence is there', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(staffList));
    await trust.import(sampleFile(file));
    const found = figures(trust, census);
    expect(found).toMatchObject({
      excluded_by_group: { midwives: { not_active_assignment: 6 }, support: { not_active_assignment: 4 } },
    });
    expect(found?.['remarks']).toMatchObject([{ code: 'no_absence_list' }]);
  });

  it('is undone as a whole, also the rows of people who are not in post', async () => {
    const trust = await trustWithPeople();
    const { batch } = await trust.import(sampleFile(file));
    const count = () => trust.sqlite.prepare('SELECT count(*) FROM training_record').pluck().get();
    expect(count()).toBeGreaterThan(1688);
    await trust.client.imports.undo({ batch: batch ?? 0, alsoLater: false });
    expect(count()).toBe(0);
    expect(figures(trust, census)).toBeNull();
    await trust.client.imports.redo({ batch: batch ?? 0 });
    expect(figures(trust, census)).toMatchObject(expected());
  });

  it('counts people of a later staff list whose rows were ignored when the file came', async () => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(staffList), 5);
    const some = { ...table, rows: table.rows.slice(0, 200) };
    const september = { first: '2026-09-30', last: '2026-09-30' };
    const path = await writeTable(some, { headings: [table.headings], cells: same });
    await trust.import(path, { kind: 'staff_list', period: september });
    const { ignored } = await trust.import(sampleFile(file));
    expect(ignored.length).toBeGreaterThan(300);
    for (const name of people) await trust.import(sampleFile(name));
    expect(figures(trust, census)).toMatchObject(expected());
  });

  it('takes a trust’s own meaning for a name that nobody knows, and leaves out one that it does not count', async () => {
    const trust = await trustWithPeople();
    const codes = {
      course: {
        'NHS|CSTF|Moving and Handling - Level 2 - 2 Years|': 'fire_safety',
        'NHS|CSTF|Fire Safety - 1 Year|': 'Not counted',
      },
    };
    const report = await trust.import(sampleFile(file), { mapping: { codes } });
    expect(report.ignored.filter(({ reason }) => reason === 'competence_not_mapped').length).toBeGreaterThan(200);
    const found = figures(trust, census)?.['courses'] as Record<string, Record<string, { compliant: number }>>;
    expect(found['fire_safety']?.['midwives']?.compliant).toBeLessThan(25);
  });

  it.each(variants)('$name give the same rows and figures', async ({ write }) => {
    const trust = await trustWithPeople();
    const table = await readTable(sampleFile(file), 5);
    const report = await trust.import(await writeTable(table, write(table)));
    expect(report).toMatchObject({ kind: 'training', refused: expected()['refused'], ignored: expected()['ignored'] });
    const { file: _file, ...answers } = expected();
    expect(figures(trust, census)).toMatchObject(answers);
  });
});
