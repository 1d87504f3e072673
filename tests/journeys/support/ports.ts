import type { Page } from 'playwright';

/** What the window answers to one message of the page, sent over a connection of the test's own. */
export function askWindow<T>(
  page: Page,
  message: { kind: string; bytes?: number[]; [key: string]: unknown },
): Promise<T> {
  return page.evaluate(
    ({ bytes, ...rest }) =>
      new Promise<unknown>((resolve) => {
        window.addEventListener('message', function take({ data, ports }) {
          const port = ports[1];
          if (data !== 'planner-ports' || port === undefined) return;
          window.removeEventListener('message', take);
          port.addEventListener('message', (event) => resolve(event.data));
          port.start();
          port.postMessage({ ...rest, bytes: new Uint8Array(bytes ?? []) });
        });
        (window as unknown as { plannerWindow: { connect(): void } }).plannerWindow.connect();
      }),
    message,
  ) as Promise<T>;
}
