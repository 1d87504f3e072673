import { expect, test } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { textFile } from '../../support/odd-files.ts';

/** A staff list of two midwives on a ward, and the gap of a trust whose report names another ward. */
async function gapWith(requiredAt: readonly string[]) {
  const { client, import: take } = await openImportingTrust(['Ward A', 'Postnatal Ward']);
  const { units } = (await client.organisation.overview()).trusts[0]!;
  for (const name of requiredAt)
    await client.establishment.addLine({
      trust: 'T1',
      unit: units.find((unit) => unit.name === name)!.id,
      staffGroup: 'midwives',
      band: '6',
      required: 500_000,
    });
  const list = [
    'Employee Number,Full Name,Assignment Number,Organisation,Position Title,Staff Group,Occupation Code,Pay Grade,Assignment Category,Assignment Status,FTE,Latest Start Date',
    ...['10000001', '10000002'].map(
      (person) =>
        `${person},"Bhatt, Olivia",${person},Ward A,Midwife,Nursing and Midwifery Registered,N2C,XN06,Permanent,Active Assignment,1.00000,01/02/2020`,
    ),
  ].join('\n');
  await take(textFile(list), { mapping: { period: { first: '2026-10-31', last: '2026-10-31' } } });
  const { imported } = await client.establishment.sheet({ trust: 'T1' });
  // Whoever looks at the lines entered by hand is told of the list that counts beside them.
  expect(imported).toEqual({ ledger: null, staffList: '2026-10-31' });
  return client.establishment.gap({ trust: 'T1' });
}

test('a requirement at one ward and the staff at another of another name is said, with the difference of the whole trust', async () => {
  const { all, remarks } = await gapWith(['Postnatal Ward']);
  // Both wards' gap: 5 required where nobody is, while the 2 in post are at a ward without a requirement.
  expect(all.requiredLessInPost.wte).toBe(500_000);
  const [remark] = remarks.filter(({ code }) => code === 'units_apart');
  expect(remark?.message).toContain('A requirement stands at Postnatal Ward, where nobody is funded or in post');
  expect(remark?.message).toContain('staff at Ward A without a requirement');
  expect(remark?.message).toContain('required 5.00 − in post 2.00 = 3.00 WTE');
});

test('where both have the same wards nothing is said', async () => {
  const { all, remarks } = await gapWith(['Ward A', 'Postnatal Ward']);
  expect(all.requiredLessInPost.wte).toBe(800_000);
  expect(remarks.filter(({ code }) => code === 'units_apart')).toEqual([]);
});
