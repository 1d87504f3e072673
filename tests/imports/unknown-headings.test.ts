import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { type ImportingTrust, openImportingTrust } from '../support/importing.ts';

/** A list of staff in words of its own, below a title. */
function ownWords(): string {
  const path = join(temporaryFolder(), 'people.csv');
  const rows = ['1', '2', '3'].map(
    (at) => `2000000${at},"Frost, Ada",Delivery Suite,Band 6,0.8,03/04/2021,N2C,Permanent`,
  );
  writeFileSync(
    path,
    ['Our people', 'Payroll ref,Who,Where,Pay point,Contract share,Joined,Job code,Contract', ...rows, ''].join('\r\n'),
  );
  return path;
}

const inspect = async (trust: ImportingTrust, file: string, mapping = {}) =>
  trust.client.imports.inspect({ trust: 'T1', file, mapping });

/** The columns that a person points out. */
const fields = {
  employeeNumber: 1,
  name: 2,
  unit: 3,
  payGrade: 4,
  fte: 5,
  start: 6,
  occupationCode: 7,
  category: 8,
};

it('a list in words of its own is shown by its first rows, read as what a person says that it is, and known the next time', async () => {
  const trust = await openImportingTrust(['Delivery Suite']);
  const file = await trust.upload(ownWords(), 'people.csv');
  const refusal = await inspect(trust, file).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'FILE_REFUSED',
    data: {
      reason: 'unknown_headings',
      sheets: [
        {
          likely: 2,
          rows: [
            { row: 1, text: 'Our people' },
            { row: 2, text: 'Payroll ref · Who · Where · Pay point · Contract share · Joined · Job code · Contract' },
            { row: 3 },
            { row: 4 },
            { row: 5 },
          ],
        },
      ],
    },
  });
  const said = { kind: 'staff_list', headerRow: 2 };
  const asked = await inspect(trust, file, said);
  if (asked.kind !== 'recognised') throw new Error('It was not read as was said.');
  expect(asked.questions.length).toBeGreaterThan(0);
  expect(asked.columns.map(({ heading }) => heading)).toContain('Contract share');
  const mapping = { ...said, fields, period: { first: '2026-10-31', last: '2026-10-31' } };
  await trust.client.imports.commit({ trust: 'T1', file, mapping });
  const again = await inspect(trust, await trust.upload(ownWords(), 'next.csv'));
  expect(again).toMatchObject({ kind: 'recognised', importKind: 'staff_list', headerRow: 2, questions: [] });
});

describe('a list that is recognised as what it is not', () => {
  /** Leavers under headings of a staff list: the day of leaving is headed by a word of their own. */
  const leavers = () => {
    const path = join(temporaryFolder(), 'gone.csv');
    const people = ['1', '2', '3'].map(
      (at) => `2000000${at},"Frost, Ada",Delivery Suite,Band 6,0.8,03/04/2021,N2C,Permanent,0${at}/09/2026`,
    );
    writeFileSync(
      path,
      [
        'Employee Number,Name,Org L8,Pay Grade,FTE,Latest Start Date,Occupation Code,Assignment Category,Gone on',
        ...people,
        '',
      ].join('\r\n'),
    );
    return path;
  };
  const kindOf = async (trust: ImportingTrust, mapping = {}) => {
    const seen = await inspect(trust, await trust.upload(leavers(), 'gone.csv'), mapping);
    if (seen.kind !== 'recognised') throw new Error('It was not recognised.');
    return seen;
  };
  const asLeavers = { kind: 'leavers', sheet: 'gone', headerRow: 1 };
  const stored = { ...asLeavers, fields: { leaving: 'Gone on' } };
  const store = async (trust: ImportingTrust, mapping: object) => {
    const file = await trust.upload(leavers(), 'gone.csv');
    const result = await trust.client.imports.commit({ trust: 'T1', file, mapping });
    if (result.kind !== 'committed') throw new Error(`It was not stored: ${result.kind}.`);
    return result.batch;
  };

  it('shows how its sheets begin, and is read as what a person says that it is', async () => {
    const trust = await openImportingTrust(['Delivery Suite']);
    const seen = await kindOf(trust);
    expect(seen).toMatchObject({
      importKind: 'staff_list',
      firstRows: [{ likely: 1, rows: [{ row: 1 }, {}, {}, {}] }],
    });
    const said = await kindOf(trust, { ...asLeavers, sheet: seen.sheet });
    expect(said).toMatchObject({ importKind: 'leavers', questions: [{ field: 'leaving', why: 'no_column' }] });
  });

  it('is known the next time, until its import is undone or the file is said to be what it was recognised as', async () => {
    const trust = await openImportingTrust(['Delivery Suite']);
    const { sheet } = await kindOf(trust);
    const { id, accepted } = await store(trust, { ...stored, sheet });
    expect(accepted).toBe(3);
    const next = await kindOf(trust);
    expect(next).toMatchObject({ importKind: 'leavers', questions: [] });
    expect(next.reason).toMatch(/, as you said of an earlier file$/);
    const [remembered] = await trust.client.imports.mappings({ trust: 'T1' });
    expect(remembered).toMatchObject({ kind: 'leavers', mapping: { kind: 'leavers', fields: { leaving: 'Gone on' } } });
    await trust.client.imports.undo({ batch: id });
    expect(await kindOf(trust)).toMatchObject({ importKind: 'staff_list' });
    await trust.client.imports.redo({ batch: id });
    expect(await kindOf(trust)).toMatchObject({ importKind: 'leavers' });
    const staff = { kind: 'staff_list', sheet, headerRow: 1, period: { first: '2026-08-31', last: '2026-08-31' } };
    const other = await store(trust, staff);
    expect(await kindOf(trust)).toMatchObject({ importKind: 'staff_list' });
    await trust.client.imports.undo({ batch: other.id });
    expect(await kindOf(trust)).toMatchObject({ importKind: 'leavers' });
    await trust.client.imports.forgetMapping({ id: remembered!.id });
    expect(await kindOf(trust)).toMatchObject({ importKind: 'staff_list' });
  });
});
