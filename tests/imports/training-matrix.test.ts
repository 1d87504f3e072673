import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { type Cell, textFile, workbook } from '../support/odd-files.ts';

const people = [
  ['10000001', 'Bhatt', 'Olivia'],
  ['10000002', 'Davies', 'Siân'],
  ['10000003', 'Okafor', 'Ada'],
] as const;

/** A matrix as a CSV: the cells of each person beside the number and names. */
const csv = (lines: readonly string[], ...cells: readonly string[]) =>
  textFile([...lines, ...cells.map((own, at) => `${people[at]?.join(',')},${own}`)].join('\n'));

type Record = readonly [
  person: string,
  course: string,
  achieved: string | null,
  expiry: string | null,
  flag: 0 | 1 | null,
];

async function imported(
  path: string,
  options: Parameters<Awaited<ReturnType<typeof openImportingTrust>>['import']>[1] = {},
) {
  const trust = await openImportingTrust();
  const report = await trust.import(path, options);
  const records = trust.sqlite
    .prepare('SELECT person, course, achieved, expiry, meets FROM training_record ORDER BY person, course')
    .raw()
    .all() as Record[];
  return { trust, report, records };
}

const day = 45_000 + 1300; // 5 October 2026

describe('training compliance as a matrix, a row a person and a column a course', () => {
  it('with the days of training under the courses is read as those', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Newborn Life Support,Moving and Handling'],
      '05/10/2026,06/10/2025,,01/02/2026',
      '05/09/2026,,07/09/2026,01/02/2026',
      'n/a,01/10/2026,12-Oct-2026,',
    );
    const { report, records } = await imported(path);
    expect(report).toMatchObject({
      kind: 'training',
      format: 'matrix_achieved',
      rowsRead: 3,
      accepted: 3,
      refused: [],
    });
    expect(records).toEqual([
      ['10000001', 'fetal_monitoring', '2025-10-06', '2026-10-06', null],
      ['10000001', 'maternity_emergencies', '2026-10-05', '2027-10-05', null],
      ['10000002', 'maternity_emergencies', '2026-09-05', '2027-09-05', null],
      ['10000002', 'newborn_life_support', '2026-09-07', '2027-09-07', null],
      ['10000003', 'fetal_monitoring', '2026-10-01', '2027-10-01', null],
      ['10000003', 'newborn_life_support', '2026-10-12', '2027-10-12', null],
    ]);
    expect(report.remarks.map(({ message }) => message).join(' ')).toContain(
      'No figure counts these courses: Moving and Handling',
    );
  });

  it('with two rows of headings has "Completed" and "Expires" of each course, units and roles left as they are', async () => {
    const rows: Cell[][] = [
      ['Mandatory training - Maternity'],
      ['Report run: 01/11/2026'],
      [null, null, null, null, 'PROMPT', null, 'Fire Safety', null, 'Safeguarding Level 3', null],
      [
        'Unit',
        'Role',
        'Assignment No.',
        'Name',
        'Completed',
        'Expires',
        'Completed',
        'Expires',
        'Completed',
        'Expires',
      ],
      ['Delivery Suite', 'Midwife', '10000001-2', 'BHATT, Olivia', day, day + 365, '1/3/26', '28/2/27', null, null],
      ['Delivery Suite', 'Midwife', '10000002', 'DAVIES, Siân', null, null, null, null, day - 700, day + 396],
      ['Total', null, null, null, 1, null, 1, null, 1, null],
    ];
    const { report, records } = await imported(await workbook({ Matrix: rows }));
    expect(report).toMatchObject({
      format: 'matrix',
      headerRow: 4,
      accepted: 2,
      ignored: [{ row: 7, reason: 'totals_row' }],
    });
    expect(records).toEqual([
      ['10000001', 'fire_safety', '2026-03-01', '2027-02-28', null],
      ['10000001', 'maternity_emergencies', '2026-10-05', '2027-10-05', null],
      ['10000002', 'safeguarding_children_l3', '2024-11-04', '2027-11-05', null],
    ]);
  });

  it('of expiry dates counts them as such, and nobody as attended', async () => {
    const path = csv(
      [
        'Maternity training,,,,,',
        'Position as at 31/10/2026,,,,,',
        'ESR No,Surname,Forename,PROMPT (expiry),CTG expiry date,Expiry of NLS',
      ],
      '05/10/2027,06/10/2026,Expired',
      '31/10/2026,,01/01/2027',
    );
    const { trust, report, records } = await imported(path);
    expect(report).toMatchObject({ format: 'matrix', accepted: 2 });
    expect(records).toEqual([
      ['10000001', 'fetal_monitoring', null, '2026-10-06', null],
      ['10000001', 'maternity_emergencies', null, '2027-10-05', null],
      ['10000001', 'newborn_life_support', null, null, 0],
      ['10000002', 'maternity_emergencies', null, '2026-10-31', null],
      ['10000002', 'newborn_life_support', null, '2027-01-01', null],
    ]);
    expect(trust.sqlite.prepare('SELECT columns, known_by FROM training_record ORDER BY id').raw().all()).toEqual([
      ['PROMPT (expiry)', 'expiry'],
      ['CTG expiry date', 'expiry'],
      ['Expiry of NLS', 'flag'],
      ['PROMPT (expiry)', 'expiry'],
      ['Expiry of NLS', 'expiry'],
    ]);
  });

  it('of dates that mostly lie ahead is one of expiry dates, also where no heading says so', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2027,06/10/2026,01/12/2026',
      '05/09/2027,07/08/2027,',
    );
    expect((await imported(path)).report).toMatchObject({ format: 'matrix_expiry', accepted: 2 });
  });

  it('whose dates could be either asks, and takes the answer', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2026,,01/12/2026',
      ',07/08/2026,',
    );
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(path);
    expect(refusal.code).toBe('CHOICE_NEEDED');
    expect(refusal.message).toContain('the day on which it expires');
    expect(await trust.import(path, { mapping: { format: 'matrix_expiry' } })).toMatchObject({ accepted: 2 });
  });

  it('is not asked about again once it was said what its dates are, until that is changed, forgotten or undone', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2026,,01/12/2026',
      ',07/08/2026,',
    );
    const trust = await openImportingTrust();
    const seen = async () => {
      const found = await trust.client.imports.inspect({ trust: 'T1', file: await trust.upload(path), mapping: {} });
      return found.kind === 'ambiguous' ? 'asks' : found;
    };
    expect(await seen()).toBe('asks');
    const file = await trust.upload(path);
    const said = { kind: 'training', format: 'matrix_expiry', sheet: 'file', headerRow: 1 };
    const { sheet: _, ...mapping } = said;
    const first = await trust.client.imports.commit({ trust: 'T1', file, mapping });
    if (first.kind !== 'committed') throw new Error(first.kind);
    const months = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2026,,01/12/2026',
      '06/10/2026,07/08/2026,',
    );
    expect(await trust.import(months, { overlap: 'replace' })).toMatchObject({ format: 'matrix_expiry', accepted: 2 });
    expect(await seen()).toMatchObject({
      format: 'matrix_expiry',
      reason: expect.stringContaining('as you said of an earlier file') as string,
      readings: [{ format: 'matrix_achieved' }, { format: 'matrix_expiry' }],
    });
    const [{ id, formatTitle } = { id: 0, formatTitle: '' }] = await trust.client.imports.mappings({ trust: 'T1' });
    expect(formatTitle).toBe('a column for each course, with the day on which it expires');
    await trust.client.imports.changeMapping({ id, mapping: { format: 'matrix_achieved' } });
    expect(await seen()).toMatchObject({ format: 'matrix_achieved' });
    await trust.client.imports.forgetMapping({ id });
    expect(await seen()).toBe('asks');
  });

  it('is said anew for one file without being asked, and the later answer is the one that holds', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2026,,01/12/2026',
      ',07/08/2026,',
    );
    const trust = await openImportingTrust();
    for (const format of ['matrix_expiry', 'matrix_achieved'] as const) {
      const file = await trust.upload(path);
      const committed = await trust.client.imports.commit({
        trust: 'T1',
        file,
        mapping: { format },
        overlap: 'replace',
      });
      expect(committed).toMatchObject({ kind: 'committed', batch: { format } });
      await trust.client.imports.undo({ batch: committed.kind === 'committed' ? committed.batch.id : 0 });
      expect(await trust.client.imports.mappings({ trust: 'T1' })).toEqual([]);
    }
  });

  it('of words alone takes the file’s word, and asks about a word that it does not know', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      'Compliant,Not compliant,Yes',
      'Y,N,Compliant',
      'No,Booked for 12/11,TRUE',
    );
    const { report, records } = await imported(path);
    expect(report).toMatchObject({ format: 'matrix', accepted: 3, warnings: { code_word_unknown: [4] } });
    expect(records).toHaveLength(8);
    expect(records.slice(0, 3)).toEqual([
      ['10000001', 'fetal_monitoring', null, null, 0],
      ['10000001', 'fire_safety', null, null, 1],
      ['10000001', 'maternity_emergencies', null, null, 1],
    ]);
  });

  it('takes a course that the trust gives its own name, and remembers it', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,PROMPT,Mum and Baby Day,Fire Safety'],
      '05/10/2026,06/10/2025,01/02/2026',
      '05/09/2026,08/10/2025,07/09/2026',
    );
    const trust = await openImportingTrust();
    const mapping = { codes: { course: { 'Mum and Baby Day': 'fetal_monitoring' } } };
    await trust.client.imports.commit({ trust: 'T1', file: await trust.upload(path), mapping });
    const courses = trust.sqlite.prepare('SELECT DISTINCT course FROM training_record ORDER BY 1').pluck().all();
    expect(courses).toEqual(['fetal_monitoring', 'fire_safety', 'maternity_emergencies']);
    const file = await trust.upload(path);
    const seen = await trust.client.imports.inspect({ trust: 'T1', file, mapping: {} });
    if (seen.kind !== 'recognised') throw new Error(seen.message);
    expect(seen.columns.find(({ heading }) => heading === 'Mum and Baby Day')?.course).toEqual({
      competence: 'Mum and Baby Day',
      code: 'fetal_monitoring',
    });
  });

  it('leaves a row with a date that is none out as a whole, until its cell is mended, and undo brings the store back', async () => {
    const path = csv(
      ['Dates of completion,,,,,', 'Employee Number,Last Name,First Name,PROMPT,Fetal Monitoring,Fire Safety'],
      '05/10/2026,31/09/2026,01/02/2026',
      '05/09/2026,08/10/2025,07/09/2026',
      ',,',
    );
    const trust = await openImportingTrust();
    const report = await trust.import(path);
    expect(report).toMatchObject({
      accepted: 1,
      refused: [{ row: 3, reason: 'date_invalid' }],
      ignored: [{ row: 5, reason: 'no_training_recorded' }],
    });
    expect(report.problems?.[0] ?? report).toMatchObject({ column: 'Fetal Monitoring', read: '31/09/2026' });
    const batch = report.batch ?? 1;
    const mends = [{ row: 3, field: 'achieved@Fetal Monitoring', value: '30/09/2026' }];
    expect(await trust.client.imports.mendLeftOut({ batch, mends })).toMatchObject({ joined: 1, stillOut: 0 });
    expect(trust.sqlite.prepare('SELECT count(*) FROM training_record WHERE row = 3').pluck().get()).toBe(3);
    const [{ at } = { at: '' }] = (await trust.client.imports.open({ batch })).batch.mendedLater;
    await trust.client.imports.takeBackMends({ batch, at });
    expect(trust.sqlite.prepare('SELECT DISTINCT row FROM training_record').pluck().all()).toEqual([4]);
    const file = await trust.upload(path);
    expect(await trust.client.imports.changes({ trust: 'T1', file, mapping: { mends } })).toMatchObject({
      counts: { new: 3, changed: 0, unchanged: 3, missing: 0 },
    });
    await trust.client.imports.undo({ batch });
    expect(trust.sqlite.prepare('SELECT count(*) FROM training_record').pluck().get()).toBe(0);
  });

  it('without a single known course is not taken for one', async () => {
    const path = csv(
      ['Employee Number,Last Name,First Name,Appraisal,One to one,Return to work'],
      '05/10/2026,06/10/2026,',
      '05/09/2026,,07/09/2026',
    );
    const trust = await openImportingTrust();
    expect(await trust.refusal(path)).toMatchObject({ code: 'FILE_REFUSED', data: { reason: 'unknown_headings' } });
  });
});
