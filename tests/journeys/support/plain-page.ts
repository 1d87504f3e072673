import { setTimeout as pause } from 'node:timers/promises';
import type { RunningDesktop } from './desktop.ts';

/** The plain page, once it is there: a window is told of before it has an address. */
export async function plainPage({ app }: RunningDesktop) {
  for (;;) {
    const plain = app.windows().find((page) => page.url().startsWith('app://trouble/'));
    if (plain !== undefined) return plain;
    await pause(50);
  }
}
