import { expect, test } from 'vitest';
import { readBundle } from '../../../electron/features/returns/bundle/read.ts';
import { addTestTrust, openTestPlanner, refusalOf, submitReturn } from './planner.ts';

const of = { trust: 'RX1', period: '2026-Q2' };

test('a return that is signed off is saved as a bundle for the LMNS, open or with a passphrase; a draft is not', async () => {
  const planner = openTestPlanner();
  const { returns } = planner.client;
  await addTestTrust(planner);
  await returns.start(of);
  expect((await refusalOf(returns.bundle(of))).code).toBe('NOT_SIGNED_OFF');
  await submitReturn(planner, of);
  const { contents } = await returns.bundle(of);
  expect(await readBundle(Buffer.from(contents, 'base64'))).toMatchObject({
    kind: 'read',
    sealed: false,
    document: { period: '2026-Q2', trust: { code: 'RX1' } },
  });
  const passphrase = 'told by telephone';
  const sealed = await returns.bundle({ ...of, passphrase });
  const bytes = Buffer.from(sealed.contents, 'base64');
  expect(await readBundle(bytes)).toMatchObject({ kind: 'refused', code: 'passphrase needed' });
  expect(await readBundle(bytes, { passphrase })).toMatchObject({ kind: 'read', sealed: true });
});

test('a return that tells of a person leaves in no bundle until that is taken out', async () => {
  const planner = openTestPlanner();
  const { returns } = planner.client;
  await addTestTrust(planner);
  await returns.start(of);
  await returns.changeAnswer({
    ...of,
    reference: '4.1',
    change: { field: 'progress', value: 'Agreed with jane.smith@nhs.net' },
  });
  await submitReturn(planner, of);
  const refusal = await refusalOf(returns.bundle({ ...of, namesNobody: true }));
  expect(refusal.code).toBe('NAMES_SOMEBODY');
  expect(refusal.message).toContain('Write a role instead');
});
