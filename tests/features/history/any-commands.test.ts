import type { Database as Sqlite } from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#contract';
import type { Access } from '../../../electron/contract/access.ts';
import { type HistoryOf, redoLast, undoLast } from '../../../electron/database/history.ts';
import { anyInput } from '../../support/any-input.ts';
import { dumper } from '../../support/dump.ts';
import { openTestPlanner } from '../../support/planner.ts';
import { insertRow } from '../../support/row.ts';

/** `COMMAND_RUNS` searches for longer. */
const numRuns = Number(process.env['COMMAND_RUNS'] ?? 8);

interface Procedure {
  readonly '~orpc': { readonly meta: Access; readonly inputSchema?: z.ZodType };
}
type Planner = ReturnType<typeof openTestPlanner>['planner'];
type Command = { readonly noun: string; readonly verb: string; readonly input: unknown };

/** What is written beside the data or for good, so that undo has no part in it. */
const beside = /^(backups|imports|protection|profiles|personalData)\.|^organisation\.(dropNames|removeTrust|addTrust)$/;

const given = {
  trust: fc.constant('RX1'),
  code: fc.constantFrom('RX1', 'RX2'),
  lmns: fc.constant(1),
  id: fc.integer({ min: 1, max: 4 }),
  aboutNoPatient: fc.constant(true),
};

/** Commands of the whole contract, or of one noun, as it describes them. */
const commandsOf = (means: Parameters<typeof anyInput>[1], only?: string) =>
  Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs as unknown as Record<string, Procedure>).flatMap(([verb, { '~orpc': own }]) => {
      if (own.meta.act !== 'change' || !own.inputSchema || beside.test(`${noun}.${verb}`)) return [];
      if (only !== undefined && noun !== only) return [];
      return [
        {
          name: `${noun}.${verb}`,
          any: anyInput(own.inputSchema, means).map((input): Command => ({ noun, verb, input })),
        },
      ];
    }),
  );

async function perform(planner: unknown, { noun, verb, input }: Command): Promise<boolean> {
  const nouns = planner as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await nouns[noun]?.[verb]?.(input);
    return true;
  } catch (error) {
    if (error instanceof Error && 'defined' in error && error.defined) return false;
    if (error instanceof Error && 'code' in error && error.code === 'BAD_REQUEST') return false;
    throw error;
  }
}

/** Does sequences of commands, undoes and does them again, and answers which of them changed anything. */
async function doAndUndo(
  commands: ReturnType<typeof commandsOf>,
  runs: number,
  fill: (planner: Planner, sqlite: Sqlite) => Promise<void> = async () => undefined,
): Promise<Set<string>> {
  const { planner, context } = openTestPlanner();
  const { database } = context;
  const units = ['Rowan', 'Fern'].map((name) => ({ name, kind: 'postnatal', site: null }));
  await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units });
  await planner.lmns.setUp({ name: 'Northmere and Holt', kind: 'LMNS' }).catch(() => undefined);
  await fill(planner, database.sqlite);
  database.sqlite.pragma('synchronous = OFF');
  const everything = dumper(database.sqlite);
  // What is in view is no change of the data.
  const dump = () => everything().replace(/^-- preference\n(?:(?!-- ).*\n)*/m, '');
  const entries = database.sqlite.prepare<[], { id: number; label: string }>(
    'SELECT id, label FROM change ORDER BY id DESC LIMIT 1',
  );
  /** Whose change is the next to be undone, or to be done again. */
  const next = (undone: boolean) => {
    const found = database.sqlite
      .prepare<[], { trustId: number | null; lmnsId: number | null }>(
        `SELECT trust_id AS trustId, lmns_id AS lmnsId FROM change WHERE undone_at IS ${undone ? 'NOT' : ''} NULL
         AND EXISTS (SELECT 1 FROM change_row WHERE change_id = change.id) ORDER BY id ${undone ? '' : 'DESC'} LIMIT 1`,
      )
      .get();
    if (found === undefined) return undefined;
    return { of: (found.lmnsId === null ? found.trustId : { lmnsId: found.lmnsId }) as HistoryOf };
  };
  /** Written with the change, so that neither is ever there without the other. */
  const audited = database.sqlite
    .prepare<[], string>(
      "SELECT what || ' ' || substr(record, instr(record, 'change ')) FROM audit_entry ORDER BY id DESC LIMIT 1",
    )
    .pluck();
  const forget = () => database.sqlite.exec('DELETE FROM change_row; DELETE FROM change');
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(...commands.map(({ any }) => any)), { minLength: 20, maxLength: 40, size: 'max' }),
      async (sequence) => {
        forget();
        const start = dump();
        let last = start;
        for (const command of sequence) {
          const before = entries.get()?.id ?? 0;
          if (!(await perform(planner, command))) continue;
          const now = dump();
          const entry = entries.get();
          const name = `${command.noun}.${command.verb}`;
          if (now !== last) {
            expect((entry?.id ?? 0) > before, `${name} leaves an entry in the history`).toBe(true);
            expect(entry?.label.trim()).toMatch(/\S/);
            expect(audited.get(), `${name} is in the audit with its change`).toContain(`${name} change ${entry?.id}`);
            done.add(name);
          }
          last = now;
        }
        for (let round = 0; round < 2; round++) {
          for (let one = next(false); one; one = next(false))
            expect(undoLast(database, one.of, context.now())).toMatchObject({ kind: 'done' });
          expect(dump()).toBe(start);
          if (round === 1) break;
          for (let one = next(true); one; one = next(true))
            expect(redoLast(database, one.of)).toMatchObject({ kind: 'done' });
          expect(dump()).toBe(last);
        }
      },
    ),
    { numRuns: runs, seed: 20261122 },
  );
  if (process.env['COMMAND_RUNS']) process.stdout.write(`Done at least once: ${[...done].sort().join(', ')}\n`);
  return done;
}

test('whatever is changed by hand has a name, and is undone and done again to the byte', async () => {
  const done = await doAndUndo(commandsOf(given), numRuns);
  expect(done.size).toBeGreaterThanOrEqual(10);
}, 600_000);

test('each command of preceptorship is undone and done again to the byte, whatever was done before and after it', async () => {
  const day = fc.constantFrom('2026-02-02', '2026-09-07', '2026-10-15', '2026-11-20', '2026-12-01', '2027-03-01');
  const meant = {
    ...given,
    trust: fc.constant('RX1'),
    key: fc.constantFrom('own:1', 'own:1', 'person:12345678'),
    id: fc.constantFrom(1, 1, 2),
    step: fc.constantFrom('3m', '3m', '6m', 'first'),
    level: fc.constantFrom('lead', 'pma'),
    programme: fc.constantFrom('midwifery_core', 'nursing_gold'),
    competencies: fc.constantFrom('own:1', 'skills_passport:SP1'),
    state: fc.constantFrom('in_progress', 'competent', 'not_started'),
    band: fc.constantFrom('7', '8a'),
    minutes: fc.constantFrom(60, 450),
    wte: fc.constantFrom(60_000, 80_000),
    person: fc.constant(null),
    before: fc.constant([]),
    purpose: fc.constant(null),
    manager: fc.constantFrom('Ruth Adeyemi', null),
    shiftPattern: fc.constant(null),
    field: fc.constantFrom('unit', 'wte'),
    ...Object.fromEntries(
      ['start', 'registered', 'from', 'held', 'planned', 'to', 'movedTo', 'day', 'on', 'appointed'].map((name) => [
        name,
        day,
      ]),
    ),
  };
  const commands = commandsOf(meant, 'preceptorship');
  const done = await doAndUndo(commands, Number(process.env['COMMAND_RUNS'] ?? 16), async (planner, sqlite) => {
    insertRow(sqlite, 'batch', { id: 1, trust_id: 1, kind: 'preceptees', reading: '{}', headings: '[]' });
    const cells = { batch_id: 1, trust_id: 1, row: 4, person: '12345678', name: 'Ada Test' };
    insertRow(sqlite, 'preceptee', { ...cells, date: '2026-11-02', start_date: '2026-08-31', meetings: '{}' });
    const trust = 'RX1';
    const { key } = await planner.preceptorship.addPreceptee({ trust, name: 'Bea Other', start: '2026-02-02' });
    const of = { trust, key };
    await planner.preceptorship.recordMeeting({ ...of, step: 'start', held: '2026-02-10' });
    await planner.preceptorship.addHours({ ...of, kind: 'supernumerary', day: '2026-02-10', minutes: 450 });
    await planner.preceptorship.recordEvent({ ...of, event: { kind: 'wte', from: '2026-03-02', wte: 60_000 } });
    await planner.preceptorship.notApplicable({ ...of, step: '3m', reason: 'Held elsewhere' });
    await planner.preceptorship.changePreceptee({ trust, key: 'person:12345678', unit: 'Rowan' });
    await planner.preceptorship.addMentoring({ trust, name: 'Callum Reid', band: '7', appointed: '2026-09-01' });
    await planner.preceptorship.addPreceptor({ trust, name: 'Jane Mistry' });
    await planner.preceptorship.addOwnCompetency({ trust, number: 'T1', title: 'Our own way' });
  });
  expect([...done].sort()).toEqual(commands.map(({ name }) => name).sort());
}, 600_000);
