import { describe, expect, test } from 'vitest';
import { dump } from '../../support/dump.ts';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';

const mallowmere = {
  code: 'rx1',
  name: '  St Mary’s &  St John’s – Women’s ',
  system: { name: 'Mallowmere', kind: 'LMNS' as const },
  sites: ['Main'],
  units: [
    { name: 'Delivery Suite', kind: 'delivery_suite', site: 'Main' },
    { name: 'Birth Centre', kind: 'birth_centre', site: null },
  ],
};
const withTrust = async () => {
  const { planner: client, context } = openTestPlanner();
  await client.organisation.addTrust(mallowmere);
  return { client, database: context.database };
};

describe('setting up trusts', () => {
  test('a new trust has its name single-spaced, its code in capitals, its units in order and the published staff groups', async () => {
    const { client } = await withTrust();
    const { trusts, inView } = await client.organisation.overview();
    expect(inView).toBe('RX1');
    expect(trusts).toHaveLength(1);
    const [trust] = trusts;
    expect(trust?.name).toBe('St Mary’s & St John’s – Women’s');
    expect(trust?.units.map(({ name }) => name)).toEqual(['Delivery Suite', 'Birth Centre']);
    expect(trust?.units[0]?.siteId).toBe(trust?.sites[0]?.id);
    expect(trust?.staffGroups.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['midwives', 'support', 'medical', 'admin']),
    );
    expect(trust?.bands.map(({ key }) => key)).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8a',
      '8b',
      '8c',
      '8d',
      '9',
      '-',
    ]);
  });

  test('an empty store has no trust in view', async () => {
    expect(await openTestPlanner().planner.organisation.overview()).toEqual({ trusts: [], inView: null });
  });

  test('a code that is already here is refused and nothing changes', async () => {
    const { client, database } = await withTrust();
    const before = dump(database.sqlite);
    const refusal = await refusalOf(client.organisation.addTrust({ ...mallowmere, name: 'Another' }));
    expect(refusal).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'A trust with the code RX1 is already here. Open it, or enter another code.',
    });
    expect(dump(database.sqlite)).toEqual(before);
  });

  test('a unit listed twice, in other capitals, is refused by name', async () => {
    const { planner: client } = openTestPlanner();
    const units = [...mallowmere.units, { name: 'BIRTH  CENTRE', kind: 'other', site: null }];
    const refusal = await refusalOf(client.organisation.addTrust({ ...mallowmere, units }));
    expect(refusal.message).toBe('The unit BIRTH CENTRE is listed twice. Remove one.');
  });

  test.each([
    ['a code with a space', { code: 'R X1' }],
    ['no name', { name: '   ' }],
    ['a name over 120 characters', { name: 'x'.repeat(121) }],
  ])('%s is a problem of that field', async (_, wrong) => {
    const { planner: client } = openTestPlanner();
    await expect(client.organisation.addTrust({ ...mallowmere, ...wrong })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect((await client.organisation.overview()).trusts).toEqual([]);
  });

  test('the trust in view is kept, and a code that is not here is refused with those that are', async () => {
    const { client } = await withTrust();
    await client.organisation.addTrust({ ...mallowmere, code: 'RX2', name: 'Another' });
    await client.organisation.view({ trust: 'rx1' });
    expect((await client.organisation.overview()).inView).toBe('RX1');
    const refusal = await refusalOf(client.organisation.view({ trust: 'RX9' }));
    expect(refusal.code).toBe('TRUST_UNKNOWN');
    expect(refusal.message).toContain('RX2, RX1');
  });
});

describe('units, sites and staff groups', () => {
  test('a unit is added, renamed and removed, and each step can be undone and done again', async () => {
    const { client } = await withTrust();
    const names = async () => (await client.organisation.overview()).trusts[0]?.units.map(({ name }) => name);
    const added = await client.organisation.addUnit({ trust: 'RX1', name: 'Triage', kind: 'triage', site: null });
    const triage = added.units.find(({ name }) => name === 'Triage')?.id ?? 0;
    await client.organisation.changeUnit({
      trust: 'RX1',
      id: triage,
      name: 'Maternity Triage',
      kind: 'triage',
      site: 'Main',
    });
    await client.organisation.removeUnit({ trust: 'RX1', id: triage });
    expect(await names()).toEqual(['Delivery Suite', 'Birth Centre']);

    expect(await client.history.undo({ trust: 'RX1' })).toEqual({ label: 'Remove unit Maternity Triage' });
    expect(await names()).toEqual(['Delivery Suite', 'Birth Centre', 'Maternity Triage']);
    await client.history.undo({ trust: 'RX1' });
    expect(await names()).toEqual(['Delivery Suite', 'Birth Centre', 'Triage']);
    expect((await client.history.historyState({ trust: 'RX1' })).redo).toBe('Unit Maternity Triage');
    await client.history.redo({ trust: 'RX1' });
    expect(await names()).toEqual(['Delivery Suite', 'Birth Centre', 'Maternity Triage']);
  });

  test('a name that the trust has already is refused, whatever its capitals and spaces', async () => {
    const { client } = await withTrust();
    const unit = { trust: 'RX1', name: 'delivery  SUITE', kind: 'other', site: null };
    expect(await refusalOf(client.organisation.addUnit(unit))).toMatchObject({
      code: 'NAME_TAKEN',
      message: 'There is already a unit called delivery SUITE.',
    });
    expect((await refusalOf(client.organisation.addSite({ trust: 'RX1', name: 'Main' }))).code).toBe('NAME_TAKEN');
    expect((await refusalOf(client.organisation.addStaffGroup({ trust: 'RX1', name: 'Midwives' }))).code).toBe(
      'NAME_TAKEN',
    );
  });

  test('a unit with establishment lines stays, and the refusal says what to do', async () => {
    const { client } = await withTrust();
    const unit = (await client.organisation.overview()).trusts[0]?.units[0]?.id ?? 0;
    await client.establishment.addLine({ trust: 'RX1', unit, staffGroup: 'midwives', band: '6' });
    const refusal = await refusalOf(client.organisation.removeUnit({ trust: 'RX1', id: unit }));
    expect(refusal.code).toBe('STILL_USED');
    expect(refusal.message).toMatch(/^Delivery Suite still has .* first\.$/);
  });

  test('a unit of another trust cannot be changed through this one', async () => {
    const { client } = await withTrust();
    const other = await client.organisation.addTrust({ ...mallowmere, code: 'RX2', name: 'Another' });
    const id = other.units[0]?.id ?? 0;
    const { code } = await refusalOf(client.organisation.removeUnit({ trust: 'RX1', id }));
    expect(code).toBe('NOT_THERE');
  });
});
