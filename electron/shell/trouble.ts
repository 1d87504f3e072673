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
}

export type TroubleChoice = 'again' | 'recover' | 'close';

const button = (action: string, label: string) =>
  `<form action="${TROUBLE_URL}${action}"><button type="submit">${label}</button></form>`;

function body({ sentence, details, recover }: Trouble, copied: boolean): string {
  return `<p>${escapeHtml(sentence)}</p>
<div class="actions">${recover === null ? '' : button('recover', escapeHtml(recover))}${button('again', 'Try again')}${button('copy', 'Copy details')}${button('close', 'Close the planner')}</div>
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
    const act = (action: string) => {
      if (action === 'copy') {
        clipboard.writeText(`${trouble.title}\n${trouble.sentence}\n\n${trouble.details}`);
        void window.loadURL(`${TROUBLE_URL}copied`);
      } else if (action === 'again' || action === 'recover' || action === 'close') {
        resolve(action);
        window.destroy();
      }
    };
    window.webContents.on('will-frame-navigate', ({ url }) => {
      // After the navigation has been denied: a window cannot go away or elsewhere in the middle of one.
      if (isAt(TROUBLE_HOST, url)) setImmediate(act, new URL(url).pathname.slice(1));
    });
  });
}
