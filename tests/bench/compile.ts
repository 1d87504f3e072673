import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileForCommandLine } from '../../electron/features/lmns/command-line.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { quarters, writeReturns } from './national-returns.ts';

interface Size {
  readonly trusts: number;
  readonly quarters: number;
  readonly ending: string;
  readonly seconds: number | null;
}

const MEGABYTES = 500;
const SIZES: readonly Size[] = [
  { trusts: 4, quarters: 1, ending: 'json', seconds: 1 },
  { trusts: 4, quarters: 1, ending: 'xlsx', seconds: 1 },
  { trusts: 10, quarters: 16, ending: 'json', seconds: null },
  { trusts: 40, quarters: 16, ending: 'json', seconds: null },
  { trusts: 130, quarters: 16, ending: 'json', seconds: 15 },
  { trusts: 130, quarters: 16, ending: 'xlsx', seconds: 15 },
];

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly returns: number;
}

/**
 * What `compile` takes from a folder of bundles to the written file, in a process of its own that has opened its store:
 * `node tests/bench/compile.ts [folder to keep the bundles in]`. Seconds a trust show how it grows.
 */
function main(): void {
  const kept = process.argv[2];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'planner-compile-'));
  const heads = ['returns', 'wall s', 'CPU s', 'CPU ms a trust', 'peak MB', 'aim'];
  console.log(`${'trusts × quarters'.padEnd(24)}${heads.map((head) => head.padStart(16)).join('')}`);
  try {
    for (const size of SIZES) {
      const { trusts, quarters: count, ending, seconds } = size;
      const { returns, wall, cpu, megabytes } = measureApart(folder, size);
      const isMet = megabytes <= MEGABYTES && (seconds === null || wall <= seconds);
      const aim = seconds === null ? '' : `${seconds} s, ${MEGABYTES} MB: ${isMet ? 'met' : 'NOT MET'}`;
      const figures = [String(returns), wall.toFixed(2), cpu.toFixed(2), ((cpu / trusts) * 1000).toFixed(1)];
      const line = [...figures, megabytes.toFixed(0)].map((text) => text.padStart(16)).join('');
      console.log(`${`${trusts} × ${count} to .${ending}`.padEnd(24)}${line}   ${aim}`);
      if (!isMet) process.exitCode = 1;
    }
  } finally {
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the bundles where they are not there yet, and measures in a new process. */
function measureApart(folder: string, { trusts, quarters: count, ending }: Size): Measured {
  const bundles = join(folder, `${trusts} x ${count}`);
  const script = fileURLToPath(import.meta.url);
  if (!existsSync(join(bundles, '.done'))) run(script, 'make', bundles, String(trusts), String(count));
  return JSON.parse(run(script, 'measure', bundles, ending)) as Measured;
}

/** With the flags that `npm run planner` gives Node: less room for what is young and soon let go keeps the peak low. */
function run(...words: string[]): string {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    scripts: { planner: string };
  };
  const flags = scripts.planner.split(' ').filter((word) => word.startsWith('--'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function make([bundles = '', trusts, count]: readonly string[]): Promise<void> {
  rmSync(bundles, { recursive: true, force: true });
  mkdirSync(bundles, { recursive: true });
  await writeReturns(bundles, Number(trusts), quarters(Number(count)));
  writeFileSync(join(bundles, '.done'), '');
}

async function measure([bundles = '', ending = 'json']: readonly string[]): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'planner-compile-store-'));
  const opened = openPlanner(data, join(import.meta.dirname, '../..'));
  if (opened.kind === 'refused') throw new Error(opened.message);
  try {
    const out = join(data, `system.${ending}`);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { answer } = await compileForCommandLine(opened.context, {
      folder: bundles,
      out,
      asSent: false,
      tables: null,
      period: null,
      passphraseFile: undefined,
      replace: false,
    });
    const { user, system } = process.cpuUsage(used);
    const measured: Measured = {
      wall: (performance.now() - began) / 1000,
      cpu: (user + system) / 1e6,
      megabytes: process.resourceUsage().maxRSS / 1024,
      returns: answer.read.length,
    };
    if (answer.refused.length > 0 || readFileSync(out).length === 0) throw new Error('Not everything was compiled');
    console.log(JSON.stringify(measured));
  } finally {
    opened.close();
    rmSync(data, { recursive: true, force: true });
  }
}

const [task, ...rest] = process.argv.slice(2);
if (task === 'make') void make(rest);
else if (task === 'measure') void measure(rest);
else main();
