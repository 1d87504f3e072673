import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTrust } from '../../electron/features/organisation/repository.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { fillStore, manyTrusts, oneTrust, type Size, trustCodeOf } from './many-trusts.ts';
import { screenCalls, type TestPlanner } from './screen-calls.ts';

const AIM = 150;
const RUNS = 60;

/** Milliseconds at the 95th percentile. */
interface Times {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * What each screen asks first, in milliseconds at the 95th percentile, with 20 trusts, 12,000 people and 36 months beside
 * the same with one trust: `node tests/bench/queries.ts [part of a name] [folder to keep the stores in]`. CPU time beside it
 * tells a slow query from a busy machine.
 */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? '';
  const one = await measure(oneTrust, wanted);
  const many = await measure(manyTrusts, wanted);
  const heads = ['1 trust', '(CPU)', `${manyTrusts.trusts} trusts`, '(CPU)'].map((head) => head.padStart(11)).join('');
  console.log(`\n${`95th percentile of ${RUNS} calls, ms`.padEnd(42)}${heads}   aim ${AIM}`);
  for (const [name, alone] of one) {
    const together = many.get(name) ?? { wall: NaN, cpu: NaN };
    const times = [alone.wall, alone.cpu, together.wall, together.cpu].map((ms) => ms.toFixed(0).padStart(11)).join('');
    console.log(`${name.padEnd(42)}${times}   ${isMet(together) ? 'met' : 'NOT MET'}`);
  }
  if ([...many.values()].some((times) => !isMet(times))) process.exitCode = 1;
}

const isMet = ({ wall }: Times) => wall <= AIM;

async function measure(size: Size, wanted: string): Promise<Map<string, Times>> {
  const kept = process.argv[3];
  const folder = kept ? join(kept, String(size.trusts)) : mkdtempSync(join(tmpdir(), 'planner-queries-'));
  mkdirSync(folder, { recursive: true });
  const opened = openPlanner(folder, join(import.meta.dirname, '../..'), () => new Date('2026-11-02T09:00:00.000Z'));
  if (opened.kind === 'refused') throw new Error(opened.message);
  try {
    const began = performance.now();
    if (findTrust(opened.context.database, trustCodeOf(size.trusts - 1)) === undefined) fillStore(opened.context, size);
    const rows = opened.context.database.sqlite.prepare('SELECT count(*) FROM assignment').pluck().get() as number;
    console.log(
      `${size.trusts} trust(s), ${rows} rows of staff lists: filled in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    const planner: TestPlanner = inProcessClient(router, opened.context, ({ error }) => console.error(error));
    const found = new Map<string, Times>();
    for (const { name, call } of screenCalls) {
      if (!name.toLowerCase().includes(wanted.toLowerCase())) continue;
      const walls: number[] = [];
      const cpus: number[] = [];
      for (let run = -5; run < RUNS; run++) {
        const trust = trustCodeOf(((run + 5) * 7) % size.trusts);
        const [start, before] = [performance.now(), process.cpuUsage()];
        await call(planner, trust);
        const { user, system } = process.cpuUsage(before);
        if (run < 0) continue;
        walls.push(performance.now() - start);
        cpus.push((user + system) / 1000);
      }
      found.set(name, { wall: percentile95(walls), cpu: percentile95(cpus) });
    }
    return found;
  } finally {
    opened.close();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

function percentile95(times: number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

void main();
