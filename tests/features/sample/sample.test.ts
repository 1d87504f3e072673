import { expect, test } from 'vitest';
import { dump } from '../../support/dump.ts';
import { openTestPlanner } from '../../support/planner.ts';

test('the sample service is complete, marked, loads once, and goes without a trace', async () => {
  const { planner: client, context } = openTestPlanner();
  const { database } = context;
  await client.organisation.addTrust({ code: 'RX1', name: 'My trust', system: null, sites: [], units: [] });
  const before = dump(database.sqlite);

  const sample = await client.sample.load();
  expect(sample.isSample).toBe(true);
  expect(sample.units.length).toBeGreaterThan(3);
  expect((await client.organisation.overview()).inView).toBe(sample.code);
  const sheet = await client.establishment.sheet({ trust: sample.code });
  expect(sheet.lines.length).toBeGreaterThan(10);
  expect((await client.imports.list({ trust: sample.code }))[0]?.accepted).toBeGreaterThan(1000);
  expect((await client.sample.load()).id).toBe(sample.id);
  expect((await client.organisation.overview()).trusts).toHaveLength(2);

  await client.sample.remove();
  await client.organisation.view({ trust: 'RX1' });
  expect((await client.organisation.overview()).trusts).toHaveLength(1);
  expect(dump(database.sqlite)).toEqual(before);
});
