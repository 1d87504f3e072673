import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
