/**
 * `node tests/bench/redraw.ts`: how long the forecast of a service of 600 people takes from a key in an assumption to the
 * line, the headlines and the month in which the gap closes drawn anew, in Chromium; beside it what the browser takes to lay
 * out and paint the same page from a copy, so that a busy machine meets both, and the forecast alone in the backend.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { open } from '../journeys/support/launch.ts';
import { project } from '../journeys/support/targets.ts';
import { mainThread } from './main-thread.ts';
import { fillStore, oneTrust, trustCodeOf } from './many-trusts.ts';

const AIM = 100;
const RUNS = 20;

const median = (times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
const told = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(52)} median ${median(times).toFixed(1).padStart(7)} ms (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`,
  );

/** The forecast with another rate of leavers each time, without any screen: wall and CPU time of each. */
async function backend(folder: string): Promise<void> {
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  fillStore(opened.context, oneTrust);
  const planner = inProcessClient(router, opened.context, ({ error }) => console.error(error));
  const [walls, cpus]: [number[], number[]] = [[], []];
  for (let run = -5; run < RUNS; run += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await planner.forecast.run({
      trust: trustCodeOf(0),
      group: 'midwives',
      tried: { leaverRates: { midwives: 900 + run } },
    });
    const { user, system } = process.cpuUsage(before);
    if (run < 0) continue;
    walls.push(performance.now() - start);
    cpus.push((user + system) / 1000);
  }
  await opened.close();
  told('Forecast in the backend', walls);
  told('Forecast in the backend, CPU', cpus);
}

/** Types a rate that was not there, and takes the time until what it changes has been painted. Runs in the page. */
const keyToLine = `(async () => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.startsWith('Leavers a year'));
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const lines = () => [...document.querySelectorAll('.recharts-line path')].map((path) => path.getAttribute('d')).join();
  const changed = (before) => new Promise((done) => {
    const watch = new MutationObserver(() => lines() !== before && (watch.disconnect(), done()));
    watch.observe(document.querySelector('.forecast__chart'), { attributes: true, childList: true, subtree: true });
  });
  const times = [];
  for (let run = -5; run < ${RUNS}; run += 1) {
    await new Promise((rest) => setTimeout(rest, 300));
    const before = lines();
    performance.mark('key');
    set.call(label.control, (9 + (run + 6) / 7).toFixed(2));
    label.control.dispatchEvent(new Event('input', { bubbles: true }));
    await changed(before);
    await painted();
    const { duration } = performance.measure('key to line', 'key');
    if (run >= 0) times.push(duration);
  }
  return times;
})()`;

/** The yardstick: the same page laid out and painted from a copy, without React, chart or backend. Runs in the page. */
const bare = `(async () => {
  const place = document.querySelector('main').cloneNode(true);
  document.body.replaceChildren(place);
  const template = place.cloneNode(true);
  const times = [];
  for (let run = 0; run < ${RUNS}; run += 1) {
    await new Promise((rest) => setTimeout(rest, 100));
    const start = performance.now();
    place.replaceChildren(...template.cloneNode(true).childNodes);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - start);
  }
  return times;
})()`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-redraw-'));
  try {
    await backend(folder);
    const { page, close } = await open('browser', { dataFolder: folder });
    try {
      await page.getByRole('navigation').getByRole('link', { name: 'Forecast' }).click();
      await page.locator('.recharts-line path').first().waitFor({ state: 'attached' });
      const cpu = await mainThread(page);
      const start = await cpu();
      const drawn = await page.evaluate<number[]>(keyToLine);
      const after = await cpu();
      told('From the key to the line, painted', drawn);
      console.log(
        `${'CPU of the page for each, tables below included'.padEnd(52)} mean ${((after - start) / (RUNS + 5)).toFixed(1).padStart(9)} ms`,
      );
      const plain = await page.evaluate<number[]>(bare);
      told('The same page from a copy, painted', plain);
      console.log(
        `${'CPU of the page for each'.padEnd(52)} mean ${(((await cpu()) - after) / RUNS).toFixed(1).padStart(9)} ms`,
      );
      console.log(`Redraw ratio ${(median(drawn) / median(plain)).toFixed(2)}; aim: under ${AIM} ms.`);
      if (median(drawn) > AIM) process.exitCode = 1;
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
