/**
 * `npm run bench:board`: how long the cohort board of 2,000 preceptees over ten years takes from the click to its
 * lines painted, and how many milliseconds a frame takes while all of them scroll, as a table and as a timeline, in
 * Chromium. Beside the clock stands what the page's main thread spent, which a busy machine does not lengthen, and what
 * the browser takes for a table of the same lines without React, which it lengthens alike; and the call alone.
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
import { fillPreceptees } from './preceptees.ts';

const [OPEN_AIM, FRAME_AIM] = [300, 1000 / 60];
const RUNS = 15;
const trust = 'B01';

const sorted = (times: readonly number[]) => [...times].sort((one, other) => one - other);
const median = (times: readonly number[]) => sorted(times)[Math.floor(times.length / 2)]!;
const told = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(52)} median ${median(times).toFixed(1).padStart(7)} ms (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`,
  );

async function backend(folder: string): Promise<void> {
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  fillPreceptees(opened.context, trust, 2000, opened.context.today());
  const planner = inProcessClient(router, opened.context, ({ error }) => console.error(error));
  const [walls, cpus, plain]: [number[], number[], number[]] = [[], [], []];
  for (let run = -3; run < RUNS; run += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const board = await planner.preceptorship.board({ trust, part: 'open' });
    const { user, system } = process.cpuUsage(before);
    if (run < 0) continue;
    walls.push(performance.now() - start);
    cpus.push((user + system) / 1000);
    const then = performance.now();
    JSON.parse(JSON.stringify(board));
    plain.push(performance.now() - then);
  }
  await opened.close();
  told('Board of 2,000 in the backend, those in a programme', walls);
  told('The same, CPU', cpus);
  told('The same answer written and read as JSON', plain);
  console.log(`Backend ratio ${(median(walls) / median(plain)).toFixed(2)}`);
}

/** Frames of three seconds of a turned wheel, 120 pixels a frame, in milliseconds each. Runs in the page. */
const scrolling = (place: string) => `(async () => {
  const place = ${place};
  const times = [];
  let before = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 180; frame += 1) {
    place.scrollTop += 120;
    const now = await new Promise(requestAnimationFrame);
    times.push(now - before);
    before = now;
  }
  return times;
})()`;

/** A table of as many lines, of plain cells, in the place of the page. Runs in the page. */
const bare = `(async () => {
  const start = performance.now();
  const make = (name, text, ...within) => {
    const element = document.createElement(name);
    element.append(text, ...within);
    return element;
  };
  const rows = Array.from({ length: 2000 }, (_, at) => make('tr', make('th', 'Person ' + at, make('small', 'Midwifery, core')),
    ...Array.from({ length: 8 }, () => make('td', 'a cell of words', make('small', 'and more')))));
  const table = make('table', make('tbody', '', ...rows));
  const place = make('div', table);
  place.id = 'bare';
  place.style.cssText = 'height: 340px; overflow: auto; background: white';
  document.querySelector('main').replaceChildren(place);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
})()`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-board-'));
  try {
    await backend(folder);
    const { page, close } = await open('browser', { dataFolder: folder });
    try {
      const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
      const spent = await mainThread(page);
      const opens: number[] = [];
      const ofPage: number[] = [];
      for (let run = 0; run < 9; run += 1) {
        // A page on another screen that has asked nothing about preceptees yet.
        await link('Establishment').click();
        await page.reload();
        await link('Preceptorship').waitFor();
        await page.waitForTimeout(300);
        const before = await spent();
        const took = await page.evaluate<number>(`(async () => {
          const start = performance.now();
          [...document.querySelectorAll('nav a')].find((link) => link.textContent === 'Preceptorship').click();
          while (!document.querySelector('[data-line]')) await new Promise((next) => setTimeout(next, 1));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        })()`);
        ofPage.push((await spent()) - before);
        opens.push(took);
      }
      console.log(`The first opening since the start: ${opens[0]?.toFixed(0)} ms`);
      told('From the click to the lines, painted', opens);
      told('The same, CPU of the page', ofPage);
      await page.getByLabel('Show').selectOption('all');
      await page.getByText('2,000 preceptees', { exact: true }).waitFor();
      const scrolled = async (name: string, place: string) => {
        const before = await spent();
        const frames = await page.evaluate<number[]>(scrolling(place));
        told(name, frames);
        console.log(`${''.padEnd(52)} CPU ${(((await spent()) - before) / frames.length).toFixed(1)} ms a frame`);
        return median(frames);
      };
      const table = await scrolled('A frame while the table scrolls', "document.querySelector('.board-list')");
      await page.getByRole('button', { name: 'Timeline' }).click();
      const timeline = await scrolled('A frame while the timeline scrolls', "document.querySelector('.board-list')");
      const made = await page.evaluate<number>(bare);
      const plain = await scrolled('A frame of a plain table of as many lines', "document.querySelector('#bare')");
      console.log(
        `Opening ratio ${(median(opens) / made).toFixed(2)} of a plain table (${made.toFixed(0)} ms); frames ${(table / plain).toFixed(2)} and ${(timeline / plain).toFixed(2)}. Aims: ${OPEN_AIM} ms, ${FRAME_AIM.toFixed(1)} ms.`,
      );
      if (median(opens) > OPEN_AIM || Math.max(table, timeline) > FRAME_AIM * 1.1) process.exitCode = 1;
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
