import { expect, it } from 'vitest';
import { openImportingTrust } from '../support/importing.ts';
import { textFile } from '../support/odd-files.ts';

it('a file is read by the rules as the trust has them, and what was stored stays as it was decided then', async () => {
  const { client, sqlite, import: take } = await openImportingTrust();
  const lasts = { trust: 'T1', pack: 'training-courses', path: 'courses[fetal_monitoring].validityMonths' };
  const matrix = textFile(
    'Employee Number,Last Name,First Name,Fetal Monitoring,PROMPT\n10000001,Bhatt,Olivia,06/10/2025,05/10/2026',
  );
  const expiries = () => sqlite.prepare('SELECT course, expiry FROM training_record ORDER BY course').raw().all();
  const ofTwoYears = [
    ['fetal_monitoring', '2027-10-06'],
    ['maternity_emergencies', '2027-10-05'],
  ];
  await client.organisation.setRule({ ...lasts, value: 24, agreedBy: 'Training committee', why: 'As agreed here' });
  const { batch } = await take(matrix, { mapping: { format: 'matrix_achieved' } });
  expect(expiries()).toEqual(ofTwoYears);
  await client.organisation.resetRule(lasts);
  expect(expiries()).toEqual(ofTwoYears);
  await client.imports.undo({ batch: batch! });
  await take(matrix, { mapping: { format: 'matrix_achieved' } });
  expect(expiries()[0]).toEqual(['fetal_monitoring', '2026-10-06']);
});
