import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const signed = { assessor: 'Jane Mistry', assessorSigned: '2026-10-01', precepteeSigned: '2026-10-02' };
const closed = { competenciesComplete: null, manager: null, managerSigned: null, effective: null, paid: null };

async function opened(programme?: string) {
  const { client } = await openImportingTrust();
  const { key } = await client.preceptorship.addPreceptee({
    trust,
    name: 'Amara Osei',
    start: '2025-09-15',
    ...(programme ? { programme } : {}),
  });
  const signOff = () => client.preceptorship.signOff({ trust, key });
  const complete = async () => {
    const competencies = (await signOff()).competencies.map(({ competency }) => competency);
    await client.preceptorship.setCompetencies({ trust, key, competencies, state: 'competent', ...signed });
  };
  return { client, key, signOff, complete };
}

describe('competencies', () => {
  it('are followed by number and title: ten skills and three sign-offs of the skills passport', async () => {
    const { signOff } = await opened();
    const { competencies, complete, lists } = await signOff();
    expect(lists.map(({ name }) => name)).toEqual(['Skills passport']);
    expect(competencies).toHaveLength(13);
    expect(competencies[6]).toMatchObject({ number: 'SP7', title: 'Shoulder dystocia', state: 'not_started' });
    expect(complete).toBe(0);
  });

  it('a trust may follow the 90 items of the sixth domain, and competencies of its own', async () => {
    const { client, signOff } = await opened();
    await client.organisation.setRule({
      trust,
      pack: 'competency-lists',
      path: 'lists[nmc_domain_6].usual',
      value: true,
      agreedBy: '',
      why: '',
    });
    await client.preceptorship.addOwnCompetency({ trust, number: 'T1', title: 'Home birth kit' });
    expect((await signOff()).competencies).toHaveLength(13 + 90 + 1);
    expect((await signOff()).competencies[102]).toMatchObject({ number: '6.90', list: 'nmc_domain_6' });
    const [own] = await client.preceptorship.ownCompetencies({ trust });
    await client.preceptorship.removeOwnCompetency({ trust, id: own?.id ?? 0 });
    expect((await signOff()).competencies).toHaveLength(103);
  });

  it('saved as they stand are no change: nothing is said to be saved, and the history has no entry of it', async () => {
    const { client, key, complete } = await opened();
    const entries = async () => (await client.history.changes({ trust })).length;
    const one = { trust, key, competencies: ['skills_passport:SP1', 'skills_passport:SP2'] };
    const none = { state: 'not_started', assessor: null, assessorSigned: null, precepteeSigned: null };
    const before = await entries();
    expect(await client.preceptorship.setCompetencies({ ...one, ...none })).toEqual({ label: null });
    expect(await entries()).toBe(before);
    await complete();
    expect(await client.preceptorship.setCompetencies({ ...one, state: 'competent', ...signed })).toEqual({
      label: null,
    });
    expect(await entries()).toBe(before + 1);
    // Of several, those that change are recorded, and those alone are named.
    await client.preceptorship.setCompetencies({ ...one, competencies: ['skills_passport:SP1'], ...none });
    const { label } = await client.preceptorship.setCompetencies({ ...one, state: 'competent', ...signed });
    expect(label).toBe('Amara Osei: SP1 Adult resuscitation competent');
  });

  it('of midwives are none of a nursing programme', async () => {
    const { signOff } = await opened('nursing_core');
    expect((await signOff()).competencies).toEqual([]);
  });

  it('are complete only with both signatures, and undo opens them again', async () => {
    const { client, key, signOff } = await opened();
    const one = { trust, key, competencies: ['skills_passport:SP1'], state: 'competent', ...signed };
    await client.preceptorship.setCompetencies({ ...one, precepteeSigned: null });
    expect((await signOff()).complete).toBe(0);
    await client.preceptorship.setCompetencies(one);
    expect((await signOff()).complete).toBe(1);
    await client.history.undo({ trust });
    expect((await signOff()).complete).toBe(0);
    const nobody = client.preceptorship.setCompetencies({ ...one, assessor: null });
    expect((await refusalOf(nobody)).code).toBe('DATES_WRONG');
    const strange = client.preceptorship.setCompetencies({
      ...one,
      competencies: ['skills_passport:SP1', 'skills_passport:SP99'],
    });
    expect((await refusalOf(strange)).code).toBe('NO_SUCH_CHOICE');
  });
});

describe('two sign-offs are two people’s', () => {
  it('the preceptee is not her own assessor, however the name is written', async () => {
    const { client, key, signOff } = await opened();
    const set = (assessor: string) =>
      client.preceptorship.setCompetencies({
        trust,
        key,
        competencies: ['skills_passport:SP1'],
        state: 'competent',
        ...signed,
        assessor,
      });
    for (const name of ['Amara Osei', 'osei, AMARA', 'Mrs Amara  Oséi']) {
      const refusal = await refusalOf(set(name));
      expect(refusal.code).toBe('SAME_PERSON');
      expect(refusal.message).toContain('another person');
    }
    expect((await signOff()).complete).toBe(0);
    // Somebody else of the same name is told apart.
    await set('Amara Osei, practice development midwife');
    expect((await signOff()).complete).toBe(1);
  });

  it('the manager who signs the gate is neither the preceptee nor the only assessor', async () => {
    const { client, key, complete } = await opened();
    await complete();
    const set = (manager: string) =>
      client.preceptorship.setBandGate({ trust, key, ...closed, manager, managerSigned: '2026-10-10' });
    expect((await refusalOf(set('Amara Osei'))).code).toBe('SAME_PERSON');
    expect((await refusalOf(set('Mistry, Jane'))).code).toBe('SAME_PERSON');
    await set('Ruth Adeyemi');
  });

  it('nobody signs off, extends or precepts herself', async () => {
    const { client, key } = await opened();
    const record = (event: Parameters<typeof client.preceptorship.recordEvent>[0]['event']) =>
      client.preceptorship.recordEvent({ trust, key, event });
    const own = { approvedBy: 'Amara Osei' };
    const refused = async (call: Promise<unknown>) => (await refusalOf(call)).message;
    expect(await refused(record({ kind: 'completed', from: '2026-09-20', ...own }))).toContain('signs off');
    expect(
      await refused(record({ kind: 'extension', from: '2026-09-10', until: '2026-12-01', reason: 'Hours', ...own })),
    ).toContain('approves');
    expect(await refused(record({ kind: 'preceptor', from: '2026-09-10', preceptor: 'Amara Osei' }))).toContain(
      'preceptor is another person',
    );
  });
});

describe('the gate from band 5 to band 6', () => {
  it('opens step by step: competencies, the manager, the day it takes effect, and pay', async () => {
    const { client, key, signOff, complete } = await opened();
    const set = (cells: object) => client.preceptorship.setBandGate({ trust, key, ...closed, ...cells });
    const manager = { manager: 'Ruth Adeyemi', managerSigned: '2026-10-10' };
    expect((await refusalOf(set(manager))).code).toBe('GATE_CLOSED');
    await complete();
    expect((await signOff()).gate).toMatchObject({ completeOn: '2026-10-02', stage: 'manager' });
    expect((await refusalOf(set({ ...manager, managerSigned: '2026-09-30' }))).code).toBe('DATES_WRONG');
    expect((await refusalOf(set({ effective: '2026-11-01' }))).code).toBe('GATE_CLOSED');
    await set(manager);
    await set({ ...manager, effective: '2026-11-01' });
    expect((await signOff()).gate.stage).toBe('paid');
    expect((await refusalOf(set({ ...manager, effective: '2026-11-01', paid: '2026-10-28' }))).code).toBe(
      'DATES_WRONG',
    );
    await set({ ...manager, effective: '2026-11-01', paid: '2026-11-27' });
    expect((await signOff()).gate.stage).toBe('done');
  });

  it('takes the day from elsewhere where competencies are not followed here', async () => {
    const { client, key, signOff } = await opened();
    await client.preceptorship.setBandGate({ trust, key, ...closed, competenciesComplete: '2026-09-20' });
    expect((await signOff()).gate).toMatchObject({ completeOn: '2026-09-20', stage: 'manager' });
    await client.history.undo({ trust });
    expect((await signOff()).gate.stage).toBe('competencies');
  });
});

describe('a gate that is saved as it stands', () => {
  it('is no change: nothing is said to be saved, and the history has no entry of it', async () => {
    const { client, key } = await opened();
    const entries = async () => (await client.history.changes({ trust })).length;
    const before = await entries();
    const gate = { trust, key, ...closed };
    expect(await client.preceptorship.setBandGate(gate)).toEqual({ label: null });
    const elsewhere = { ...gate, competenciesComplete: '2026-09-01' };
    expect((await client.preceptorship.setBandGate(elsewhere)).label).toBe('Amara Osei: band 5 to 6');
    expect(await client.preceptorship.setBandGate(elsewhere)).toEqual({ label: null });
    expect(await entries()).toBe(before + 1);
  });
});
