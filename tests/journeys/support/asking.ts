import type { Page, Request } from 'playwright';

const underWay = new WeakMap<Page, Set<Request>>();

/** Notes from now on what the page asks for and has no answer to yet. */
export function noteAsking(page: Page): void {
  const asked = new Set<Request>();
  underWay.set(page, asked);
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/** Whether the page waits for an answer, or for a part of the app. The desktop app's calls are none that a browser knows of. */
export const isAsking = (page: Page): boolean => (underWay.get(page)?.size ?? 0) > 0;
