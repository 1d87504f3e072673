import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TextForm, writeRosterFile } from './roster-file.ts';
import { type Measure, YARDSTICKS } from './yardsticks.ts';

/**
 * `npm run bench:import [-- 10000 150000 500000] [-- --once] [-- --only=ours,inflate]`
 *
 * Reads every cell of invented rosters with our reader and with others, each run in a process of its own, and prints the
 * median CPU seconds of three interleaved runs, their ratio to inflating the file, and the largest memory. Beyond
 * 150,000 rows the slow readers run once.
 */
const given = process.argv.slice(2);
const sizes = given.filter((argument) => /^\d+$/.test(argument)).map(Number);
const only = given
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const runs = given.includes('--once') ? 1 : 3;
const names = Object.keys(YARDSTICKS).filter((name) => only?.includes(name) ?? true);
const SLOW = new Set(['exceljs', 'sheetjs']);

const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
try {
  for (const rows of sizes.length > 0 ? sizes : [10_000, 150_000, 500_000]) {
    for (const form of ['shared', 'inline'] as const) await compare(rows, form);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(rows: number, form: TextForm): Promise<void> {
  const file = join(folder, `${rows}-${form}.xlsx`);
  await writeRosterFile(file, rows, form);
  const measures = new Map(names.map((name) => [name, [] as Measure[]]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      const enough = SLOW.has(name) && rows > 150_000 && run > 0;
      if (!enough) measures.get(name)!.push(measure(name, file));
    }
  }
  rmSync(file);
  print(rows, form, measures);
}

function measure(yardstick: string, file: string): Measure {
  const script = fileURLToPath(new URL('yardsticks.ts', import.meta.url));
  const child = spawnSync(process.execPath, [script, yardstick, file], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (child.status !== 0) throw new Error(`${yardstick} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measure;
}

function print(rows: number, form: TextForm, measures: ReadonlyMap<string, readonly Measure[]>): void {
  const inflating = median(measures.get('inflate') ?? [], 'cpu');
  console.log(`\n${rows.toLocaleString('en-GB')} rows, ${form} strings`);
  console.log('reader             CPU s   x inflating   wall s   µs/row   peak MB   cells');
  for (const [name, list] of measures) {
    const cpu = median(list, 'cpu');
    const columns = [
      name.padEnd(16),
      cpu.toFixed(2).padStart(8),
      (inflating > 0 ? (cpu / inflating).toFixed(2) : '-').padStart(14),
      median(list, 'wall').toFixed(2).padStart(9),
      ((cpu / rows) * 1e6).toFixed(1).padStart(9),
      Math.max(...list.map((one) => one.megabytes))
        .toFixed(0)
        .padStart(10),
      String(list[0]!.cells).padStart(10),
    ];
    console.log(columns.join(''));
  }
}

function median(list: readonly Measure[], figure: 'cpu' | 'wall'): number {
  const sorted = list.map((one) => one[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
