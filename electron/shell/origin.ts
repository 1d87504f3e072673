/** The page lives at this address; `app:` is served from the built files and from nowhere else. */
export const SCHEME = 'app';
export const PAGE_HOST = 'planner';
export const PAGE_URL = `${SCHEME}://${PAGE_HOST}/`;
/** The plain page that needs neither the built files nor the backend. */
export const TROUBLE_HOST = 'trouble';
export const TROUBLE_URL = `${SCHEME}://${TROUBLE_HOST}/`;

/** By scheme and host: the `origin` of such an address is 'null' in Node. */
export function isAt(host: string, url: string): boolean {
  try {
    const { protocol, host: given } = new URL(url);
    return protocol === `${SCHEME}:` && given === host;
  } catch {
    return false;
  }
}
