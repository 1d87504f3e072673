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
 * Reads every cell of invented rosters with our reader and with others, and imports them into a store, each run in a
 * process of its own. Prints the median CPU seconds of three interleaved runs, their ratio to inflating the file and the
 * largest memory, and in the end what the program aims at. SheetJS runs once; the slow readers not at all beyond 150,000 rows.
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
/** Ours have the young generation of the thread that imports: 12 MB, three times a semi-space. */
const OURS = new Set(['ours', 'import']);
/** A year's roster. */
const AIMED_AT = 150_000;
const found: Found[] = [];

const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
try {
  for (const rows of sizes.length > 0 ? sizes : [10_000, 150_000, 500_000]) {
    for (const form of ['shared', 'inline'] as const) await compare(rows, form);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printAims(found);

async function compare(rows: number, form: TextForm): Promise<void> {
  const file = join(folder, `${rows}-${form}.xlsx`);
  await writeRosterFile(file, rows, form);
  const measures = new Map(names.map((name) => [name, [] as Measure[]]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      const enough = SLOW.has(name) && (rows > AIMED_AT || (run > 0 && name === 'sheetjs'));
      if (!enough) measures.get(name)!.push(measure(name, file));
    }
  }
  rmSync(file);
  print(rows, form, measures);
  const cpu = (name: string) => median(measures.get(name) ?? [], 'cpu');
  const megabytes = largest(measures.get('ours') ?? []);
  found.push({ rows, form, cpu, megabytes });
}

function measure(yardstick: string, file: string): Measure {
  const script = fileURLToPath(new URL('yardsticks.ts', import.meta.url));
  const flags = OURS.has(yardstick) ? ['--max-semi-space-size=4'] : [];
  const child = spawnSync(process.execPath, [...flags, script, yardstick, file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  if (child.status !== 0) throw new Error(`${yardstick} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measure;
}

interface Found {
  readonly rows: number;
  readonly form: TextForm;
  /** Median CPU seconds of a yardstick; 0 where it did not run. */
  cpu(name: string): number;
  /** The most that our reader took. */
  readonly megabytes: number;
}

function print(rows: number, form: TextForm, measures: ReadonlyMap<string, readonly Measure[]>): void {
  const inflating = median(measures.get('inflate') ?? [], 'cpu');
  console.log(`\n${rows.toLocaleString('en-GB')} rows, ${form} strings`);
  console.log('yardstick          CPU s   x inflating   wall s   µs/row   peak MB   cells or rows');
  for (const [name, list] of measures) {
    if (list.length === 0) continue;
    const cpu = median(list, 'cpu');
    const columns = [
      name.padEnd(16),
      cpu.toFixed(2).padStart(8),
      ratio(cpu, inflating).padStart(14),
      median(list, 'wall').toFixed(2).padStart(9),
      ((cpu / rows) * 1e6).toFixed(1).padStart(9),
      largest(list).toFixed(0).padStart(10),
      String(list[0]!.count).padStart(16),
    ];
    console.log(columns.join(''));
  }
}

/** Each aim beside what was found: for a year's roster, and for how both grow with the rows. */
function printAims(all: readonly Found[]): void {
  for (const { form, cpu } of all.filter(({ rows }) => rows === AIMED_AT)) {
    console.log(`\nA year's roster of ${AIMED_AT.toLocaleString('en-GB')} rows, ${form} strings`);
    console.log(`  every cell, our reader to inflating (aim 2.5 or less): ${ratio(cpu('ours'), cpu('inflate'))}`);
    console.log(`  every cell, exceljs streaming to our reader (aim 8 or more): ${ratio(cpu('exceljs'), cpu('ours'))}`);
    console.log(`  every cell, SheetJS to our reader: ${ratio(cpu('sheetjs'), cpu('ours'))}`);
    console.log(
      `  file to stored rows, to inflating and inserting (aim 2.5 or less): ${ratio(cpu('import'), cpu('insert'))}`,
    );
  }
  console.log('\nGrowth: peak memory of our reader (aim under 150 MB and flat), and CPU for each row');
  for (const { rows, form, megabytes, cpu } of all) {
    const each = (name: string) => `${((cpu(name) / rows) * 1e6).toFixed(1)} µs`;
    const size = `${rows.toLocaleString('en-GB').padStart(9)} rows, ${form}`.padEnd(23);
    console.log(`  ${size}: ${megabytes.toFixed(0)} MB, every cell ${each('ours')}, to stored rows ${each('import')}`);
  }
}

function ratio(one: number, other: number): string {
  return one > 0 && other > 0 ? (one / other).toFixed(2) : '-';
}

function largest(list: readonly Measure[]): number {
  return list.reduce((most, { megabytes }) => Math.max(most, megabytes), 0);
}

function median(list: readonly Measure[], figure: 'cpu' | 'wall'): number {
  const sorted = list.map((one) => one[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
