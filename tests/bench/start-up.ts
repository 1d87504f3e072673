/**
 * `npm run bench [-- RUNS]`: how long the desktop app takes from its start to its first usable screen, as a ratio to an
 * empty window of the same Electron. Both are started in turn, so that whatever else the machine does meets both.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../journeys/support/running.ts';
import { project, why } from '../journeys/support/targets.ts';
import { median } from './median.ts';
import { timeToReady } from './time-to-ready.ts';

const AIM = 1.5;
const RUNS = Number(process.argv[2] ?? 7);

/** The least that an Electron app can be: one window with one word in it. */
function writeEmptyApp(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'));
`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en" data-ready><title>Empty</title><p>Empty</p></html>',
  );
}

const describeTimes = (name: string, times: readonly number[]) =>
  `${name}: median ${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`;

async function compare(folder: string): Promise<void> {
  const profile = join(folder, 'empty-profile');
  const data = join(folder, 'data');
  const emptyApp = join(folder, 'empty');
  writeEmptyApp(emptyApp);
  const empty = () => timeToReady([emptyApp, `--user-data-dir=${profile}`], profile);
  const planner = () => timeToReady([project, '--data', data], join(data, 'window'));
  // The first start of each makes profile and data; what a person meets every day is every other one.
  await empty();
  await planner();
  const times: { empty: number[]; planner: number[] } = { empty: [], planner: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.empty.push(await empty());
    times.planner.push(await planner());
  }
  const ratio = median(times.planner) / median(times.empty);
  console.log(describeTimes('Empty window', times.empty));
  console.log(describeTimes('Planner, to its first usable screen', times.planner));
  console.log(`Start-up ratio ${ratio.toFixed(2)} (aim ${AIM} or better) over ${RUNS} runs of each.`);
}

const reason = why('desktop');
if (reason === null) {
  runScript('build.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'planner-bench-'));
  await compare(folder).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
} else {
  console.log(`Start-up was not measured: ${reason}`);
}
