import type { RunningDesktop } from './desktop.ts';

/** The plain page, once it is there. */
export const plainPage = async ({ app }: RunningDesktop) => {
  const isPlain = (url: string) => url.startsWith('app://trouble/');
  return app.windows().find((page) => isPlain(page.url())) ?? app.waitForEvent('window', (page) => isPlain(page.url()));
};
