import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const secret = 'is unhappy with the off duty';
const role = 'Retention Midwife';

async function openTrust() {
  const { client } = await openImportingTrust(['Delivery Suite']);
  const { retention, history } = client;
  return { retention, history, all: () => retention.conversations({ trust }) };
}
type Retention = Awaited<ReturnType<typeof openTrust>>['retention'];

const stay = { trust, kind: 'stay', name: 'Amara Osei', role, unit: 'Delivery Suite' };
const held = (retention: Retention, more: object = {}) =>
  retention.addConversation({
    ...stay,
    offered: '2026-10-01',
    held: '2026-10-12',
    minutes: 45,
    themes: ['balance', 'flexible'],
    intention: 2,
    note: secret,
    ...more,
  });

// The clock stands at 21 November 2026.
describe('conversations', () => {
  it('are offered, then held or declined, counted by kind, and can be undone', async () => {
    const { retention, history, all } = await openTrust();
    const { id } = await retention.addConversation({ ...stay, offered: '2026-11-10' });
    await retention.addConversation({ ...stay, name: 'Bethan Pryce', offered: '2026-11-01', declined: '2026-11-03' });
    expect((await all()).list.map(({ state }) => state)).toEqual(['offered', 'declined']);
    await retention.changeConversation({ trust, id, held: '2026-11-20', minutes: 30 });
    const shown = await all();
    expect(shown).toMatchObject({ offered: 2, held: 1, declined: 1 });
    expect(shown.kinds.find(({ key }) => key === 'stay')).toMatchObject({ offered: 2, held: 1, declined: 1 });
    await history.undo({ trust });
    expect((await all()).list[0]).toMatchObject({ state: 'offered', minutes: null });
  });

  it('remind of an offer without an answer after 14 days, a planned day gone by, and a follow-up that is due', async () => {
    const { retention, all } = await openTrust();
    await retention.addConversation({ ...stay, offered: '2026-11-07' });
    await retention.addConversation({ ...stay, offered: '2026-11-06' });
    await retention.addConversation({ ...stay, planned: '2026-11-20' });
    await retention.addConversation({ ...stay, held: '2026-10-01', followUp: '2026-11-01' });
    await retention.addConversation({ ...stay, held: '2026-10-01', followUp: '2026-11-01', followedUp: '2026-11-02' });
    // 7 November is 14 days ago, 6 November 15: one day over.
    expect((await all()).list.map(({ reminder, reminderDays }) => [reminder, reminderDays])).toEqual([
      [null, null],
      ['no_answer', 1],
      ['planned_past', 1],
      ['follow_up', 20],
      [null, null],
    ]);
  });

  it('tell each role’s caseload and time spent', async () => {
    const { retention, all } = await openTrust();
    await held(retention);
    await held(retention, { minutes: 30, followUp: '2026-12-01' });
    await held(retention, { minutes: null, name: 'Bethan Pryce' });
    await retention.addConversation({ ...stay, name: 'Bethan Pryce', offered: '2026-11-15' });
    await retention.addConversation({ ...stay, role: 'Matron', offered: '2026-11-15' });
    expect((await all()).caseload).toEqual([
      { role: 'Matron', people: 1, reminders: 0, held: 0, minutes: 0, untimed: 0 },
      { role, people: 2, reminders: 0, held: 3, minutes: 75, untimed: 1 },
    ]);
  });

  it('never have their notes in a list, in the names of changes or in anything else but themselves', async () => {
    const { retention, history, all } = await openTrust();
    const { id } = await held(retention);
    const shown = await all();
    expect(shown.list[0]).toMatchObject({ themes: ['balance', 'flexible'] });
    const changes = await history.changes({ trust });
    expect(JSON.stringify([shown, changes, await retention.plan({ trust })])).not.toContain(secret);
    expect(await retention.conversation({ trust, id })).toMatchObject({ note: secret });
  });

  it('that are confidential show neither name, themes, score nor action, and open for their role alone', async () => {
    const { retention, history, all } = await openTrust();
    const { id } = await held(retention, { confidential: true, action: 'Talk to the ward manager' });
    const shown = await all();
    expect(shown.list[0]).toMatchObject({
      name: 'Confidential',
      unit: null,
      themes: [],
      intention: null,
      action: null,
      state: 'held',
      minutes: 45,
    });
    expect(shown.themes.every(({ conversations }) => conversations === 0)).toBe(true);
    expect(JSON.stringify([shown, await history.changes({ trust })])).not.toMatch(/Amara|ward manager/);
    for (const other of [undefined, 'Matron'])
      expect(await refusalOf(retention.conversation({ trust, id, role: other }))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await retention.conversation({ trust, id, role: 'retention midwife' })).toMatchObject({
      name: 'Amara Osei',
    });
    const change = retention.changeConversation({ trust, id, confidential: false });
    expect(await refusalOf(change)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await refusalOf(retention.removeConversation({ trust, id }))).toMatchObject({ code: 'NOT_YOURS' });
  });

  it('made confidential later leave no name in the history, whatever the person was called before', async () => {
    const { retention, history, all } = await openTrust();
    const { id } = await held(retention);
    await retention.changeConversation({ trust, id, name: 'Amara Osei-Wren', minutes: 50 });
    await held(retention, { name: 'Bethan Pryce' });
    await retention.changeConversation({ trust, id, confidential: true });
    const labels = (await history.changes({ trust })).map(({ label }) => label);
    expect(labels.join()).not.toMatch(/Amara|Osei/);
    expect(labels).toContain('Stay conversation with Bethan Pryce');
    expect(JSON.stringify(await all())).not.toContain('Amara');
    // Undone and done again, the labels stay without the name.
    await history.undo({ trust });
    await history.redo({ trust });
    expect(JSON.stringify(await history.changes({ trust }))).not.toContain('Amara');
  });

  it('count themes of exits apart', async () => {
    const { retention, all } = await openTrust();
    await held(retention);
    await held(retention, { kind: 'exit', themes: ['balance'] });
    expect((await all()).themes.filter(({ conversations }) => conversations > 0)).toEqual([
      { key: 'balance', name: 'Work life balance', conversations: 2, exits: 1 },
      { key: 'flexible', name: 'Flexible working', conversations: 1, exits: 0 },
    ]);
  });

  it('take no day to come for what has happened, no unknown theme, and no patient', async () => {
    const { retention, all } = await openTrust();
    expect(await refusalOf(held(retention, { held: '2026-12-01' }))).toMatchObject({ code: 'DATES_WRONG' });
    // The sentence is shown beside the date that it is about.
    expect(await refusalOf(held(retention, { offered: '2026-10-20' }))).toMatchObject({
      code: 'DATES_WRONG',
      data: { field: 'held' },
    });
    expect(await refusalOf(retention.addConversation(stay))).toMatchObject({ code: 'DATES_WRONG' });
    expect(await refusalOf(held(retention, { themes: ['weather'] }))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    expect(await refusalOf(held(retention, { note: 'about 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    expect((await all()).list).toEqual([]);
  });
});
