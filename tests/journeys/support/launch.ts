import { launchBrowser } from './browser.ts';
import { launchDesktop } from './desktop.ts';
import { launchPackaged } from './packaged.ts';
import { type Launch, type Running, untilReady } from './running.ts';
import { showIfFailed } from './shown.ts';
import type { Target } from './targets.ts';

const launchers: Record<Target, (launch?: Launch) => Promise<Running>> = {
  desktop: launchDesktop,
  packaged: launchPackaged,
  browser: launchBrowser,
};

/** Starts the planner in `target` and waits until its first screen can be used. */
export async function open(target: Target, launch?: Launch): Promise<Running> {
  const running = await launchers[target](launch);
  try {
    showIfFailed(running.page);
    await untilReady(running.page);
    return running;
  } catch (error) {
    const shown = await running.page.textContent('body').catch(() => 'nothing');
    await running.close();
    throw new Error(`${target} did not become ready. It shows: ${shown}`, { cause: error });
  }
}
