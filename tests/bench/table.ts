/**
 * `node tests/bench/table.ts`: how many milliseconds a frame takes while a table of 10,000 rows scrolls, in Chromium, as the
 * clock sees it and as the page's main thread spends it, which a busy machine does not lengthen. 60 frames a second are
 * 16.7 ms a frame. The yardstick is a plain table of as many rows like it, drawn once and scrolled by the browser alone. Beside
 * it: how long the same table takes to sort, to filter, and to draw whole, and how long the window keeps a person waiting meanwhile,
 * beside the plain table drawn at once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction } from '../../electron/database/database.ts';
import { postWith } from '../../electron/features/vacancies/calculations/plan.ts';
import { insertPost } from '../../electron/features/vacancies/plan-repository.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { open } from '../journeys/support/launch.ts';
import { project } from '../journeys/support/targets.ts';
import { mainThread } from './main-thread.ts';

const ROWS = 10_000;
const FRAME = 1000 / 60;
const middle = (times: readonly number[], part: number) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? 0;

async function fill(folder: string): Promise<void> {
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { context } = opened;
  const planner = inProcessClient(router, context, ({ error }) => console.error(error));
  const units = ['Delivery Suite', 'Maternity Ward', 'Community'].map((name) => ({ name, kind: 'other', site: null }));
  const trust = await planner.organisation.addTrust({ code: 'B10', name: 'Bench', system: null, sites: [], units });
  inTransaction(context.database, () => {
    for (let row = 0; row < ROWS; row += 1)
      insertPost(
        context.database,
        trust.id,
        postWith({
          post: `Midwife ${row}`,
          unit: units[row % units.length]!.name,
          band: String(5 + (row % 3)),
          wte: 60_000 + (row % 5) * 10_000,
          stage: 'advertised',
          since: `2026-0${1 + (row % 9)}-01`,
        }),
      );
  });
  await opened.close();
}

/** Frames of three seconds of a turned wheel, 120 pixels a frame, in milliseconds each. Runs in the page. */
const scrolling = (selector: string) => `(async () => {
  const place = document.querySelector('${selector}');
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

/** Notes the longest time between two frames from now on. Runs in the page. */
const waits = `(() => {
  window.longestWait = 0;
  let before = performance.now();
  const note = () => {
    const now = performance.now();
    window.longestWait = Math.max(window.longestWait, now - before);
    before = now;
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
})()`;

/**
 * Puts the plain table in the place of the page: copies of the rows that are drawn, as often as it takes. Answers how long it took to
 * the next frame. Runs in the page.
 */
const plainTable = `(() => {
  const long = document.querySelector('.table-scroll--long');
  const plain = long.cloneNode(true);
  plain.className = 'table-scroll plain';
  plain.style.maxHeight = getComputedStyle(long).maxHeight;
  plain.style.overflow = 'auto';
  const body = plain.querySelector('tbody');
  const rows = [...body.querySelectorAll('[data-line]')];
  document.querySelector('main').replaceChildren(plain);
  const start = performance.now();
  body.replaceChildren(...Array.from({ length: ${ROWS} }, (_, at) => rows[at % rows.length].cloneNode(true)));
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const took = performance.now() - start;
      setTimeout(() => done(took), 500);
    })));
})()`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-table-'));
  try {
    await fill(folder);
    const { page, close } = await open('browser', { dataFolder: folder });
    try {
      await page.getByRole('navigation').getByRole('link', { name: 'Vacancies', exact: true }).click();
      await page.locator('.table-scroll--long [data-line]').first().waitFor({ timeout: 60_000 });
      const table = page.getByRole('table', { name: 'Vacancies', exact: true });
      const around = await table.locator('thead tr, tfoot tr').count();
      if ((await table.getAttribute('aria-rowcount')) !== String(ROWS + around))
        throw new Error('Not all rows are counted.');
      const spent = await mainThread(page);
      const before = await spent();
      const frames = await page.evaluate<number[]>(scrolling('.table-scroll--long'));
      const cpu = ((await spent()) - before) / frames.length;
      console.log(
        `A frame while ${ROWS.toLocaleString('en-GB')} rows scroll: median ${middle(frames, 0.5).toFixed(1)} ms, nine in ten below ${middle(frames, 0.9).toFixed(1)} ms, ${cpu.toFixed(1)} ms of it the page's own. Aim: ${FRAME.toFixed(1)} ms.`,
      );
      const timed = async (what: string, act: () => Promise<unknown>) => {
        const start = performance.now();
        await act();
        console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
      };
      await timed('Sorted by a heading', () => table.getByRole('button', { name: 'WTE', exact: true }).click());
      await timed('Filtered to one row', async () => {
        await page.getByRole('searchbox', { name: 'Filter Vacancies' }).fill('Midwife 9876');
        await page.getByText('1 of 10,000 rows').waitFor();
      });
      await page.getByRole('searchbox', { name: 'Filter Vacancies' }).fill('');
      await page.evaluate(waits);
      await timed('Drawn whole, in parts', async () => {
        await page.getByRole('button', { name: 'Show all 10,000 rows' }).click();
        await page.locator(`[data-line="${ROWS - 1}"]`).waitFor({ state: 'attached', timeout: 60_000 });
      });
      const wait = await page.evaluate<number>('window.longestWait');
      await page.reload();
      await page.locator('.table-scroll--long [data-line]').first().waitFor();
      const atOnce = await page.evaluate<number>(plainTable);
      console.log(
        `Meanwhile the window answers within ${wait.toFixed(0)} ms. A plain table of as many rows, drawn at once, keeps it ${atOnce.toFixed(0)} ms. Ratio ${(wait / atOnce).toFixed(2)}.`,
      );
      const start = await spent();
      const plain = await page.evaluate<number[]>(scrolling('.plain'));
      const plainCpu = ((await spent()) - start) / plain.length;
      console.log(
        `A plain table of as many rows, drawn whole: median ${middle(plain, 0.5).toFixed(1)} ms, nine in ten below ${middle(plain, 0.9).toFixed(1)} ms, ${plainCpu.toFixed(1)} ms of it the page's own. Ratio ${(cpu / plainCpu).toFixed(2)}.`,
      );
      if (middle(frames, 0.5) > FRAME * 1.1 || cpu > FRAME) process.exitCode = 1;
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

void main();
