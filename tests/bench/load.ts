import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { trustCodeOf } from './many-trusts.ts';
import { median } from './median.ts';
import { pageActions } from './page-actions.ts';
import { screenCalls, type TestPlanner } from './screen-calls.ts';
import { timeToAnswer } from './time-to-answer.ts';
import { fillTenYears, tenYears } from './ten-years.ts';

const AIMS = { start: 2, screens: 200, growth: 10 };
const project = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    keep: { type: 'string' },
    runs: { type: 'string', default: '20' },
    actions: { type: 'string', default: '10000' },
    screen: { type: 'string', default: '' },
  },
});
const isWanted = (part: string) => values.part === undefined || values.part === part;

function openAt(folder: string) {
  const opened = openPlanner(folder, project, () => new Date('2026-11-02T09:00:00.000Z'));
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner: TestPlanner = inProcessClient(router, opened.context, ({ error }) => console.error(error));
  return { opened, planner };
}

const percentile95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

function say(line: string, isMet: boolean): void {
  console.log(`${line}   ${isMet ? 'met' : 'NOT MET'}`);
  if (!isMet) process.exitCode = 1;
}

/** From the start of the process to the answer of the first screen, with ten years beside an empty store. */
async function start(full: string, empty: string): Promise<void> {
  const times: { full: number[]; empty: number[] } = { full: [], empty: [] };
  openAt(empty).opened.close();
  for (let run = -1; run < 5; run++) {
    const [one, other] = [await timeToAnswer(empty), await timeToAnswer(full)];
    if (run < 0) continue;
    times.empty.push(one);
    times.full.push(other);
  }
  const [ours, least] = [median(times.full), median(times.empty)];
  const ratio = ours / least;
  say(
    `Start to the first answer: ${ours.toFixed(0)} ms, empty store ${least.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (aim under ${AIMS.start})`,
    ratio < AIMS.start,
  );
}

/** What every screen asks, in CPU milliseconds at the 95th percentile: wall time here tells of the machine's other work. */
async function screens(full: string): Promise<void> {
  const { opened, planner } = openAt(full);
  const runs = Number(values.runs);
  const trust = trustCodeOf(0);
  for (const { name, call } of screenCalls) {
    if (!name.toLowerCase().includes(values.screen.toLowerCase())) continue;
    const times: number[] = [];
    for (let run = -2; run < runs; run++) {
      const before = process.cpuUsage();
      await call(planner, trust);
      const { user, system } = process.cpuUsage(before);
      if (run >= 0) times.push((user + system) / 1000);
    }
    const ms = percentile95(times);
    say(`${name.padEnd(46)}${ms.toFixed(0).padStart(7)} ms CPU`, ms <= AIMS.screens);
  }
  await opened.close();
}

/** Megabytes that the process holds once nothing is left to collect: what is used of the heap, and all that lies beside it. */
function heldAfter(collect: () => void) {
  collect();
  collect();
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  const [heap, beside] = [heapUsed / 1_000_000, (rss - heapTotal) / 1_000_000];
  return { rss: rss / 1_000_000, heap, beside, held: heap + beside };
}

/**
 * Actions one after the other: what screens ask, and changes with their undo. The memory of the process as a whole goes up and
 * down by what it has not yet given back, so what it holds at the end counts, against the end of the first tenth, when every
 * screen was seen and what they keep is there.
 */
async function actions(full: string): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { opened, planner } = openAt(full);
  const count = Number(values.actions);
  const trust = trustCodeOf(0);
  const tenth = Math.max(2 * screenCalls.length, Math.ceil(count / 10));
  const curve: number[] = [];
  const began = performance.now();
  for (let at = 0, seen = 0; at < count; at++) {
    if (at % 20 === 0) await planner.organisation.addUnit({ trust, name: `Room ${at}`, kind: 'other', site: null });
    else if (at % 20 === 10) await planner.history.undo({ trust });
    else await screenCalls[seen++ % screenCalls.length]!.call(planner, trust);
    if ((at + 1) % tenth !== 0 && at + 1 < count) continue;
    const { rss, heap, beside, held } = heldAfter(collect);
    curve.push(held);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `  ${String(at + 1).padStart(6)} actions, ${seconds.padStart(5)} s: holds ${held.toFixed(0)} MB (heap ${heap.toFixed(0)}, beside it ${beside.toFixed(0)}), ${rss.toFixed(0)} MB not yet given back`,
    );
  }
  const [first, last] = [curve[0]!, curve.at(-1)!];
  const growth = ((last - first) / first) * 100;
  say(
    `${count} actions: ${first.toFixed(0)} MB after ${tenth} of them, ${last.toFixed(0)} MB at the end, growth ${growth.toFixed(1)} % (aim ${AIMS.growth} or less)`,
    growth <= AIMS.growth,
  );
  await opened.close();
}

/**
 * The same on the screens of the real desktop app: what all its processes have in memory, and what the page's scripts hold. Its
 * processes collect when they like, so the lowest reading of the last half counts, against the lowest of the first.
 */
async function page(full: string): Promise<void> {
  const curve: { all: number; heap: number; elements: number }[] = [];
  const count = Number(values.actions);
  await pageActions(full, count, (done, { processes, heap, elements }) => {
    const all = Object.values(processes).reduce((sum, one) => sum + one, 0);
    curve.push({ all, heap, elements });
    const each = Object.entries(processes).map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)}`);
    console.log(
      `  ${String(done).padStart(6)} actions: ${all.toFixed(0)} MB (${each.join(', ')}), scripts ${heap.toFixed(0)} MB, ${elements} elements`,
    );
  });
  const lowest = (part: typeof curve, of: keyof (typeof curve)[number]) => Math.min(...part.map((one) => one[of]));
  const halves = [curve.slice(0, curve.length / 2), curve.slice(curve.length / 2)] as const;
  for (const [of, what] of [
    ['all', 'MB of all processes'],
    ['heap', 'MB of the page’s scripts'],
    ['elements', 'elements of the page'],
  ] as const) {
    const [first, last] = [lowest(halves[0], of), lowest(halves[1], of)];
    const growth = ((last - first) / first) * 100;
    say(
      `${count} actions in the desktop app: ${first.toFixed(0)} ${what} at least in the first half, ${last.toFixed(0)} in the last, growth ${growth.toFixed(1)} % (aim ${AIMS.growth} or less)`,
      growth <= AIMS.growth,
    );
  }
}

/**
 * glibc keeps what each thread has freed for that thread alone, so that a process that holds no more than before looks larger
 * and larger. With one place for all threads, memory that grows is memory that somebody holds.
 */
function withOnePlaceForAllThreads(): boolean {
  if (process.platform !== 'linux' || process.env['MALLOC_ARENA_MAX'] === '1') return false;
  const env = { ...process.env, MALLOC_ARENA_MAX: '1' };
  process.exitCode = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit', env }).status ?? 1;
  return true;
}

/**
 * `npm run bench:load [-- --part start|screens|actions|page] [--keep DIR] [--screen WORDS] [--runs N] [--actions N]`: ten years of a
 * large trust. `--keep` keeps the stores, so that the parts need not fill one each.
 */
async function main(): Promise<void> {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'planner-load-'));
  const [full, empty] = [join(folder, 'full'), join(folder, 'empty')];
  mkdirSync(folder, { recursive: true });
  try {
    const began = performance.now();
    if (!existsSync(full)) {
      const { opened } = openAt(full);
      fillTenYears(opened.context);
      await opened.close();
    }
    const megabytes = statSync(join(full, 'planner.sqlite')).size / 1_000_000;
    console.log(
      `Ten years: ${tenYears.duties} duties, ${tenYears.attendances} attendances, ${tenYears.returns} returns, ${megabytes.toFixed(0)} MB; made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    if (isWanted('start')) await start(full, empty);
    if (isWanted('screens')) await screens(full);
    if (isWanted('actions')) await actions(full);
    if (isWanted('page')) await page(full);
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

if (!withOnePlaceForAllThreads()) await main();
