import { describe, expect, test } from 'vitest';
import { removeTrust } from '../../../electron/database/remove-trust.ts';
import { writtenState } from '../../../electron/database/kept.ts';
import { keepDraft } from '../../../electron/database/drafts.ts';
import { openPlanner } from '../../../electron/open-planner.ts';
import { join } from 'node:path';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';

const trust = 'RX1';
const form = { trust, screen: '/conversations', form: 'Add a conversation', record: '' };
const typed = (value: string) => [{ name: 'talk-name', label: 'Who it is with', value }];
const half = { ...form, screenTitle: 'Conversations', role: null, fields: typed('Olivia Bh') };

async function withTrust() {
  const opened = openTestPlanner();
  await opened.planner.organisation.addTrust({ code: trust, name: 'Thistledown', system: null, sites: [], units: [] });
  return opened;
}

describe('what was typed and not saved', () => {
  test('is there again at the next start, for the same form of the same record alone', async () => {
    const { planner, context, dataFolder } = await withTrust();
    await planner.history.keepDraft({ ...half, fields: typed('Oliv') });
    await planner.history.keepDraft(half);
    // Not closed, as after a crash.
    const { planner: again } = openTestPlanner(dataFolder);
    const expected = { at: context.now(), isConfidential: false, fields: half.fields };
    expect(await again.history.findDraft(form)).toEqual(expected);
    expect(await again.history.findDraft({ ...form, record: '7' })).toBeNull();
    expect(await again.history.findDraft({ ...form, screen: '/retention' })).toBeNull();
    expect(await again.history.drafts({ trust })).toMatchObject([
      { form: 'Add a conversation', labels: ['Who it is with'] },
    ]);
    await again.history.dropDraft(form);
    expect(await again.history.drafts({ trust })).toEqual([]);
    expect((await refusalOf(again.history.keepDraft({ ...half, trust: 'RX9' }))).code).toBe('TRUST_UNKNOWN');
  });

  test('into the form that sets up the first trust is kept too, and is nobody else’s', async () => {
    const { planner, dataFolder } = openTestPlanner();
    const first = { screen: '/', form: 'Set up my trust', record: '' };
    await planner.planner.keepDraft({ ...first, screenTitle: 'Set up my trust', role: null, fields: typed('Thistle') });
    const { planner: again } = openTestPlanner(dataFolder);
    expect(await again.planner.findDraft(first)).toMatchObject({ fields: typed('Thistle') });
    await again.organisation.addTrust({ code: trust, name: 'Thistledown', system: null, sites: [], units: [] });
    expect(await again.history.drafts({ trust })).toEqual([]);
    expect(await again.history.findDraft({ trust, ...first })).toBeNull();
    await again.planner.dropDraft(first);
    expect(await again.planner.drafts({})).toEqual([]);
  });

  test('is no change: it cannot be undone, causes no backup, and a restore neither counts it nor takes it away', async () => {
    const { planner, context } = await withTrust();
    const { name } = await planner.backups.make();
    const before = [writtenState(context.database), await planner.history.historyState({ trust })];
    await planner.history.keepDraft(half);
    expect([writtenState(context.database), await planner.history.historyState({ trust })]).toEqual(before);
    const from = { kind: 'own' as const, name };
    expect(await planner.backups.preview({ from })).toMatchObject({ tables: [], changesSinceCount: 0 });
    await planner.backups.restore({ from });
    expect(await planner.history.drafts({ trust })).toHaveLength(1);
  });

  test('of a confidential conversation is given to the role that keeps it, and to nobody else', async () => {
    const { planner } = await withTrust();
    await planner.history.keepDraft({ ...half, role: 'Legacy mentor' });
    const [listed] = await planner.history.drafts({ trust });
    expect(listed).toMatchObject({ isConfidential: true });
    expect(JSON.stringify(listed)).not.toContain('Olivia');
    for (const role of [undefined, 'Manager', ''])
      expect(await planner.history.findDraft({ ...form, ...(role === undefined ? {} : { role }) })).toMatchObject({
        isConfidential: true,
        fields: [],
      });
    expect(await planner.history.findDraft({ ...form, role: ' legacy MENTOR ' })).toMatchObject({
      fields: half.fields,
    });
  });

  test('goes with its trust, and after thirty days by itself', async () => {
    const { planner, context, dataFolder } = await withTrust();
    const { database } = context;
    const stored = () => database.sqlite.prepare('SELECT fields FROM draft').all();
    const { id } = database.sqlite.prepare<[], { id: number }>('SELECT id FROM trust').get() ?? { id: 0 };
    await planner.history.keepDraft({ ...half, record: 'old' });
    const later = openPlanner(
      dataFolder,
      join(import.meta.dirname, '../../..'),
      () => new Date('2026-12-22T09:00:00Z'),
    );
    if (later.kind === 'refused') throw new Error(later.message);
    keepDraft(later.context.database, { trustId: id }, { ...half, record: 'new' }, later.context.now());
    await later.close();
    expect(await planner.history.drafts({ trust })).toMatchObject([{ record: 'new' }]);
    removeTrust(database, id);
    expect(stored()).toEqual([]);
  });
});
