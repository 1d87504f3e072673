import { describe, expect, test } from 'vitest';
import { wordsOfColumn, wordsOfTable } from '../../../electron/database/change-words.ts';
import { recordedTables } from '../../../electron/database/recorder.ts';
import { openTestDatabase } from '../../support/database.ts';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';

const trust = 'RX1';
const mentor = {
  name: 'Olivia Bhatt',
  person: null,
  unit: 'Rowan',
  band: null,
  appointed: '2026-04-01',
  ended: null,
  minutes: 60,
  supports: [],
};

async function withMentor() {
  const opened = openTestPlanner();
  await opened.planner.organisation.addTrust({
    code: trust,
    name: 'Thistledown',
    system: null,
    sites: [],
    units: [{ name: 'Rowan', kind: 'postnatal', site: null }],
  });
  const { id } = await opened.planner.retention.addLegacyMentor({ trust, ...mentor });
  await opened.planner.retention.changeLegacyMentor({ trust, id, ...mentor, minutes: 90, ended: '2026-10-31' });
  return { ...opened, id };
}

describe('the history of changes made by hand', () => {
  test('says of each field what stood there before and after, in its own words, who changed it and when', async () => {
    const { planner, context } = await withMentor();
    const [change, added] = await planner.history.changes({ trust });
    expect(change).toMatchObject({ who: 'Editor', at: context.now(), undone: false });
    expect(await planner.history.changeRows({ trust, id: change?.id ?? 0 })).toEqual([
      {
        what: 'Legacy mentor',
        name: 'Olivia Bhatt',
        kind: 'changed',
        isConfidential: false,
        fields: expect.arrayContaining([
          { label: 'Ended', before: null, after: '2026-10-31' },
          { label: 'Minutes', before: '60', after: '90' },
        ]),
      },
    ]);
    const [row] = await planner.history.changeRows({ trust, id: added?.id ?? 0 });
    expect(row).toMatchObject({ kind: 'added', name: 'Olivia Bhatt' });
    expect(row?.fields).toContainEqual({ label: 'Name', before: null, after: 'Olivia Bhatt' });
    expect((await refusalOf(planner.history.changeRows({ trust, id: 999 }))).code).toBe('CHANGE_GONE');
  });

  test('is told of one record alone, whose change is undone and done again whatever was changed elsewhere since', async () => {
    const { planner, id } = await withMentor();
    await planner.organisation.addUnit({ trust, name: 'Fern', kind: 'other', site: null });
    const record = { kind: 'legacy_mentor', key: String(id) };
    const ofRecord = await planner.history.changesOf({ trust, record });
    expect(ofRecord).toHaveLength(2);
    const change = ofRecord[0]?.id ?? 0;
    const minutes = async () => (await planner.retention.laterCareers({ trust })).mentors[0]?.minutes;
    await planner.history.undoChange({ trust, id: change });
    expect(await minutes()).toBe(60);
    expect((await planner.history.changesOf({ trust, record }))[0]?.undone).toBe(true);
    await planner.history.redoChange({ trust, id: change });
    expect(await minutes()).toBe(90);
    // What was added cannot go while a later change of it stands.
    const added = ofRecord[1]?.id ?? 0;
    expect((await refusalOf(planner.history.undoChange({ trust, id: added }))).code).toBe('CANNOT_UNDO');
    expect(await minutes()).toBe(90);
  });

  test('says of a confidential conversation that it was changed, and of no conversation what its note says', async () => {
    const { planner } = await withMentor();
    const conversation = {
      trust,
      kind: 'stay',
      name: 'Mei Chen',
      role: 'Legacy mentor',
      held: '2026-11-02',
      note: 'She may go',
    };
    const open = await planner.retention.addConversation(conversation as never);
    await planner.retention.addConversation({ ...conversation, confidential: true } as never);
    const [secret, told] = await planner.history.changes({ trust });
    const rowsOf = async (id = 0) => JSON.stringify(await planner.history.changeRows({ trust, id }));
    expect(await rowsOf(secret?.id)).not.toMatch(/Mei|may go|stay/);
    expect(await rowsOf(told?.id)).toMatch(/Mei Chen.*not shown here/);
    expect(await rowsOf(told?.id)).not.toContain('may go');
    await planner.retention.changeConversation({ trust, id: open.id, confidential: true });
    expect(await rowsOf(told?.id)).not.toMatch(/Mei|may go|stay/);
  });

  test('has words for every table and column that a person may change', () => {
    const { sqlite } = openTestDatabase();
    for (const { name, columns } of recordedTables(sqlite).values()) {
      expect(wordsOfTable(name)).toMatch(/^[A-Z][^_]*$/);
      for (const column of columns) expect(wordsOfColumn(column) ?? 'Hidden').toMatch(/^[A-Z][^_]*$/);
    }
  });
});
