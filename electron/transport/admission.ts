import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { RPC_PATH } from './http.ts';

/** The secrets of one start of browser mode. */
export interface Session {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** Handed out in the printed address, taken back for the cookie. */
  readonly token: string;
  readonly cookieName: string;
  readonly cookieValue: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly headers: IncomingHttpHeaders;
}

export type Admission =
  | { readonly kind: 'call' }
  | { readonly kind: 'file' }
  | { readonly kind: 'exchange' }
  | { readonly kind: 'refused'; readonly status: 403 | 405; readonly sentence: string };

const refused = (status: 403 | 405, sentence: string): Admission => ({ kind: 'refused', status, sentence });

/** Compares without telling by its duration how much was right. */
function same(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function cookie(headers: IncomingHttpHeaders, name: string): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/**
 * Decides about one request before anything else looks at it. `Host` keeps out names that were pointed at this PC
 * (DNS rebinding), `Origin` and `Sec-Fetch-Site` keep out other sites' pages, the cookie keeps out other people and programs.
 */
export function admit({ method, path, token, headers }: Asked, session: Session): Admission {
  if (headers.host !== session.host) return refused(403, 'This address does not belong to the planner.');
  const fromElsewhere = headers.origin !== undefined && headers.origin !== `http://${session.host}`;
  const site = headers['sec-fetch-site'];
  if (fromElsewhere || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    return refused(403, 'The planner answers its own page only.');
  }
  if (token !== null && path === '/' && method === 'GET') {
    if (same(token, session.token)) return { kind: 'exchange' };
    return refused(403, 'This address is from an earlier start. Use the address that the planner printed last.');
  }
  if (!same(cookie(headers, session.cookieName), session.cookieValue)) {
    return refused(403, 'Open the planner with the address that it printed when it started.');
  }
  if (path.startsWith(`${RPC_PATH}/`)) {
    if (method !== 'POST') return refused(405, 'Calls are made with POST.');
    return headers.origin === undefined ? refused(403, 'A call must say which page makes it.') : { kind: 'call' };
  }
  return method === 'GET' || method === 'HEAD' ? { kind: 'file' } : refused(405, 'Files are read with GET.');
}
