import { BrowserWindow, clipboard } from 'electron';
import type { BuiltFile } from '../transport/built-files.ts';
import { escapeHtml, plainPage } from '../transport/plain-page.ts';
import { isAt, TROUBLE_HOST, TROUBLE_URL } from './origin.ts';
import { troubleStyle } from './trouble-style.ts';

/** What went wrong, for the person and for whoever helps. */
export interface Trouble {
  readonly title: string;
  readonly sentence: string;
  readonly details: string;
  /** A way out, beside trying again: what its button says; null where there is none. */
  readonly recover: string | null;
  /** True where what can still be read of a damaged store may be saved. */
  readonly salvage?: boolean;
  /** What is to be typed to go on, such as a passphrase; null where nothing is. */
  readonly asks: string | null;
}

export type TroubleChoice = 'again' | 'recover' | 'salvage' | 'close' | { readonly typed: string };

const button = (action: string, label: string) =>
  `<form action="${TROUBLE_URL}${action}"><button type="submit">${label}</button></form>`;

/** Without script, what is typed travels in the address that the form asks for, which is never loaded. */
const field = (label: string) =>
  `<form class="asks" action="${TROUBLE_URL}open"><label for="typed">${escapeHtml(label)}</label><input id="typed" name="typed" type="password" autocomplete="off" autofocus required><button type="submit">Open the store</button></form>`;

function body({ sentence, details, recover, salvage, asks }: Trouble, copied: boolean): string {
  return `<p>${escapeHtml(sentence)}</p>
${asks === null ? '' : field(asks)}<div class="actions">${recover === null ? '' : button('recover', escapeHtml(recover))}${salvage ? button('salvage', 'Save what can still be read') : ''}${button('again', 'Try again')}${button('copy', 'Copy details')}${button('close', 'Close the planner')}</div>
<p role="status">${copied ? 'Details copied.' : ''}</p>
<h2>Details</h2>
<pre tabindex="0" aria-label="Details">${escapeHtml(details)}</pre>`;
}

let shown: Trouble | null = null;

/** The files of the plain page: written here, so that it can be shown when nothing else can. */
export function troubleFiles(path: string): BuiltFile | undefined {
  if (path === '/style.css') return { type: 'text/css; charset=utf-8', bytes: Buffer.from(troubleStyle) };
  if (shown === null || (path !== '/' && path !== '/copied')) return undefined;
  const page = plainPage(shown.title, body(shown, path === '/copied'), '/style.css');
  return { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) };
}

/**
 * Shows the plain page in a window of its own and settles with what the person chose; closing the window is 'close'.
 * It runs no script: its buttons ask for addresses, and asking is all that they can do.
 */
export function showTrouble(trouble: Trouble, parent: BrowserWindow | null): Promise<TroubleChoice> {
  shown = trouble;
  const options = parent === null ? {} : { parent };
  const webPreferences = { sandbox: true, contextIsolation: true, javascript: false, spellcheck: false };
  const window = new BrowserWindow({ ...options, width: 720, height: 560, title: trouble.title, webPreferences });
  window.removeMenu();
  void window.loadURL(TROUBLE_URL);
  return new Promise((resolve) => {
    window.once('closed', () => resolve('close'));
    const act = ({ pathname, searchParams }: URL) => {
      const action = pathname.slice(1);
      if (action === 'copy') {
        clipboard.writeText(`${trouble.title}\n${trouble.sentence}\n\n${trouble.details}`);
        void window.loadURL(`${TROUBLE_URL}copied`);
      } else if (action === 'open') {
        resolve({ typed: searchParams.get('typed') ?? '' });
        window.destroy();
      } else if (action === 'again' || action === 'recover' || action === 'salvage' || action === 'close') {
        resolve(action);
        window.destroy();
      }
    };
    window.webContents.on('will-frame-navigate', ({ url }) => {
      // After the navigation has been denied: a window cannot go away or elsewhere in the middle of one.
      if (isAt(TROUBLE_HOST, url)) setImmediate(act, new URL(url));
    });
  });
}
