import type { Page } from 'playwright';
import { launchDesktop } from '../journeys/support/desktop.ts';
import { untilReady } from '../journeys/support/running.ts';

/** What one person does with one screen, in the page: shows it, asks for its help and its history, goes elsewhere by a word, and back. */
const aRound = `(async (title) => {
  const until = async (is) => { for (let turn = 0; turn < 4000; turn += 1) { const found = is(); if (found) return found; await new Promise((next) => setTimeout(next, 5)); } throw new Error('Nothing came of ' + title); };
  const press = (key, more = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const open = () => document.querySelector('dialog[open]');
  const leave = async () => { open().dispatchEvent(new Event('cancel', { cancelable: true })); await until(() => !open()); };
  let actions = 0;
  const link = await until(() => [...document.querySelectorAll('nav a')].find((one) => one.textContent.replace(/ *\\d+$/, '') === title));
  link.click(); actions += 1;
  await until(() => document.querySelector('h1')?.textContent.startsWith(title) && !/Loading…|Drawing the chart…/.test(document.querySelector('main').innerText));
  const history = [...document.querySelectorAll('main button')].find((one) => one.textContent === 'History of this page');
  if (history) { history.click(); await until(open); await leave(); actions += 2; }
  const heading = document.querySelector('main thead th button');
  if (heading) { heading.click(); await new Promise(requestAnimationFrame); heading.click(); actions += 2; }
  press('k', { ctrlKey: true, code: 'KeyK' }); await until(open); await leave(); actions += 2;
  return actions;
})`;

interface Held {
  /** Megabytes that each kind of process has in memory, by Electron's own count. */
  readonly processes: Readonly<Record<string, number>>;
  /** Megabytes of the page's scripts once nothing is left to collect, and its elements. */
  readonly heap: number;
  readonly elements: number;
}

/**
 * Actions one after the other in the real desktop app, by what a person presses: screens, their history, a sort, Go anywhere.
 * `told` hears what every process holds after each tenth.
 */
export async function pageActions(dataFolder: string, count: number, told: (done: number, held: Held) => void) {
  const running = await launchDesktop({ dataFolder });
  try {
    const { page, app } = running;
    await untilReady(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    // Once: so much code evaluated anew each time would stay in the page.
    await page.evaluate(`window.aRound = ${aRound}`);
    const round = (title: string) => page.evaluate<number>(`window.aRound(${JSON.stringify(title)})`);
    const held = async (): Promise<Held> => {
      // Always the same screen, so that what one of them holds is not taken for what stays.
      await round('About');
      await session.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(1000);
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
      const own = await app.evaluate(({ app: main }) =>
        main.getAppMetrics().map(({ type, name, memory }) => [name ?? type, memory.workingSetSize / 1000] as const),
      );
      return { processes: Object.fromEntries(own), heap: metric('JSHeapUsedSize') / 1e6, elements: metric('Nodes') };
    };
    const titles = await titlesOf(page);
    const tenth = count / 10;
    for (let done = 0, turn = 0, next = tenth; done < count; turn += 1) {
      done += await round(titles[turn % titles.length]!);
      if (done < next && done < count) continue;
      told(done, await held());
      next += tenth;
    }
  } finally {
    await running.close();
  }
}

const titlesOf = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('nav a')].map((link) => link.textContent.replace(/ *\\d+$/, '')).filter((title) => title !== 'Imports')`,
  );
