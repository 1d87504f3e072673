import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#contract';
import type { Access } from '../../../electron/contract/access.ts';
import { type HistoryOf, redoLast, undoLast } from '../../../electron/database/history.ts';
import { anyInput } from '../../support/any-input.ts';
import { dumper } from '../../support/dump.ts';
import { openTestPlanner } from '../../support/planner.ts';

/** `COMMAND_RUNS` searches for longer. */
const numRuns = Number(process.env['COMMAND_RUNS'] ?? 8);

interface Procedure {
  readonly '~orpc': { readonly meta: Access; readonly inputSchema?: z.ZodType };
}
type Command = { readonly noun: string; readonly verb: string; readonly input: unknown };

/** What is written beside the data or for good, so that undo has no part in it. */
const beside = /^(backups|imports|protection|session|subjects)\.|^organisation\.(dropNames|removeTrust|addTrust)$/;

const given = {
  trust: fc.constant('RX1'),
  code: fc.constantFrom('RX1', 'RX2'),
  lmns: fc.constant(1),
  id: fc.integer({ min: 1, max: 4 }),
  aboutNoPatient: fc.constant(true),
};

/** Commands of the whole contract, as it describes them. */
const commands = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs as unknown as Record<string, Procedure>).flatMap(([verb, { '~orpc': own }]) => {
    if (own.meta.act !== 'change' || !own.inputSchema || beside.test(`${noun}.${verb}`)) return [];
    return [anyInput(own.inputSchema, given).map((input): Command => ({ noun, verb, input }))];
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

test('whatever is changed by hand has a name, and is undone and done again to the byte', async () => {
  const { planner, context } = openTestPlanner();
  const { database } = context;
  const units = ['Rowan', 'Fern'].map((name) => ({ name, kind: 'postnatal', site: null }));
  await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units });
  await planner.lmns.setUp({ name: 'Northmere and Holt', kind: 'LMNS' }).catch(() => undefined);
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
      fc.array(fc.oneof(...commands), { minLength: 20, maxLength: 40, size: 'max' }),
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
    { numRuns, seed: 20261122 },
  );
  if (process.env['COMMAND_RUNS']) process.stdout.write(`Done at least once: ${[...done].sort().join(', ')}\n`);
  expect(done.size).toBeGreaterThanOrEqual(10);
}, 600_000);
