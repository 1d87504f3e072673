import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '../../electron/database/database.ts';
import { openAgain } from '../../electron/database/open.ts';
import { lockStore } from '../../electron/protection/protection.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { median } from './median.ts';
import { fillStore, oneTrust, trustCodeOf } from './many-trusts.ts';
import { screenCalls, type TestPlanner } from './screen-calls.ts';

const RUNS = Number(process.argv[2] ?? 9);
const project = join(import.meta.dirname, '../..');

interface Costs {
  /** Milliseconds of CPU. */
  readonly fill: number;
  readonly calls: ReadonlyMap<string, number>;
  /** A count of every table on a new connection, with nothing in its cache. */
  readonly cold: number;
}

const cpuOf = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Fills a store with a large trust, asks what each screen asks, and reads every page cold. */
async function measure(isEncrypted: boolean): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-encrypted-'));
  const opened = openPlanner(folder, project, () => new Date('2026-11-02T09:00:00.000Z'));
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { context } = opened;
  try {
    if (isEncrypted) await lockStore(context, 'seven midwives on a Tuesday');
    const fill = await cpuOf(() => fillStore(context, oneTrust));
    const planner: TestPlanner = inProcessClient(router, context, ({ error }) => console.error(error));
    const calls = new Map<string, number>();
    for (const { name, call } of screenCalls) {
      const times: number[] = [];
      for (let run = -2; run < RUNS; run++) {
        const ms = await cpuOf(() => call(planner, trustCodeOf(0)));
        if (run >= 0) times.push(ms);
      }
      calls.set(name, median(times));
    }
    const colds: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const again = openAgain(context.database.file, context.database.key);
      colds.push(await cpuOf(() => again.sqlite.pragma('quick_check')));
      closeDatabase(again);
    }
    return { fill, calls, cold: median(colds) };
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `npm run bench:encrypted [-- RUNS]`: what an encrypted store costs, in CPU time beside the same without a key: storing a
 * trust's files, the calls of every screen, and reading every page on a connection that has read none.
 */
async function main(): Promise<void> {
  const [plain, encrypted] = [await measure(false), await measure(true)];
  const line = (name: string, one: number, other: number) =>
    console.log(
      `${name.padEnd(44)}${one.toFixed(0).padStart(8)}${other.toFixed(0).padStart(10)}${(other / one).toFixed(2).padStart(8)}`,
    );
  console.log(`${'CPU ms'.padEnd(44)}${'plain'.padStart(8)}${'encrypted'.padStart(10)}${'ratio'.padStart(8)}`);
  line('Storing a trust', plain.fill, encrypted.fill);
  line('Reading every page, cold', plain.cold, encrypted.cold);
  const slowest = [...plain.calls].sort(([, a], [, b]) => b - a);
  for (const [name, ms] of slowest.slice(0, 8)) line(name, ms, encrypted.calls.get(name) ?? NaN);
  const total = (costs: Costs) => [...costs.calls.values()].reduce((sum, ms) => sum + ms, 0);
  line('The calls of all screens', total(plain), total(encrypted));
}

await main();
