import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { builtFiles } from '../transport/built-files.ts';
import { type Backend, startBackend } from './backend-process.ts';
import { listenForPage } from './connection.ts';
import { switchedOffByPolicy } from '../policy/place.ts';
import { setMenu } from './menu.ts';
import { readOpenedFile } from './opened-file.ts';
import { makePageWindow } from './page-window.ts';
import { serveScheme } from './protocol.ts';
import { saveAs } from './save-as.ts';
import { showTrouble, type Trouble, troubleFiles } from './trouble.ts';

export interface Planner {
  /** Hands a file that was opened from outside on to the page. */
  open(file: string): void;
  /** Brings what is shown to the front. */
  focus(): void;
}

const build = () =>
  `${app.name} ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`;

const untouched = (dataFolder: string) => `Everything that was saved is untouched, in ${dataFolder}.`;

/** What the button says that puts the newest backup in the place of a damaged store. */
const recoverLabel = (madeAt: string | null) =>
  madeAt &&
  `Put back the backup of ${new Date(madeAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}`;

/** Runs window and backend together, and keeps them together when either fails. `appFolder` is where this app lies. */
export function runPlanner(appFolder: string, dataFolder: string, placeFile: string): Planner {
  const bundled = join(appFolder, 'dist', 'electron');
  serveScheme(builtFiles(join(appFolder, 'dist', 'renderer')), troubleFiles);
  let backend = begin(null, null);
  let troubled = false;
  let wasReady = false;
  /** Whether other data have taken the place of those that the page has. */
  let isMended = false;
  const window = makePageWindow(
    join(bundled, 'preload.cjs'),
    join(appFolder, 'resources', 'icons', 'icon.png'),
    placeFile,
  );
  const page = listenForPage(window, {
    serve: (port) => backend.serve(port),
    save: async (request) => {
      const outcome = await saveAs(window, request, backend.write);
      return { kind: 'save-answer', call: request.call, outcome };
    },
  });
  setMenu((command) => page.tell({ kind: 'command', command }), dataFolder, switchedOffByPolicy());
  window.once('ready-to-show', () => {
    if (!troubled) window.show();
  });

  function begin(mend: 'recover' | 'salvage' | null, typed: string | null): Backend {
    const script = join(bundled, 'backend.cjs');
    return startBackend(
      { script, dataFolder, appFolder, mend, typed },
      {
        ready() {
          if (troubled) recover();
          wasReady = true;
        },
        refused: ({ code, title, message, details, newestBackup }) =>
          void withoutBackend({
            title,
            sentence: message,
            details,
            recover: recoverLabel(newestBackup),
            salvage: code === 'damaged',
            asks: code === 'locked' ? 'Passphrase or recovery code' : null,
          }),
        died(details) {
          const title = wasReady ? 'The planner has stopped working' : 'The planner could not start';
          void withoutBackend({ title, sentence: untouched(dataFolder), details, recover: null, asks: null });
        },
      },
    );
  }

  /** A page that has been in use keeps what was typed into it; one that never worked, or shows other data, begins again. */
  function recover(): void {
    // Closed while the backend was starting anew.
    if (window.isDestroyed()) return;
    troubled = false;
    if (wasReady && !isMended) page.tell({ kind: 'backend-back' });
    else page.beginAgain();
    isMended = false;
    window.show();
  }

  async function withoutBackend({ details, ...trouble }: Trouble): Promise<void> {
    if (window.isDestroyed()) return;
    troubled = true;
    page.tell({ kind: 'backend-lost' });
    if (!wasReady) window.hide();
    const choice = await showTrouble({ ...trouble, details: `${build()}\n${details}` }, wasReady ? window : null);
    if (choice === 'close') app.quit();
    else {
      const mend = choice === 'recover' || choice === 'salvage' ? choice : null;
      isMended ||= mend !== null;
      backend = begin(mend, typeof choice === 'object' ? choice.typed : null);
    }
  }

  async function withoutPage(reason: string): Promise<void> {
    const details = `${build()}\nThe window's process is gone: ${reason}`;
    const choice = await showTrouble(
      { title: 'The window has stopped working', sentence: untouched(dataFolder), details, recover: null, asks: null },
      null,
    );
    if (choice === 'again') window.reload();
    else app.quit();
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void withoutPage(reason);
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void backend.stop().then(() => app.exit(0));
  });
  return {
    open(path) {
      const file = readOpenedFile(path);
      if (file !== null) page.tell({ kind: 'file', ...file });
    },
    focus() {
      if (window.isMinimized()) window.restore();
      if (!troubled) window.show();
      for (const shown of BrowserWindow.getAllWindows()) if (shown.isVisible()) shown.focus();
    },
  };
}
