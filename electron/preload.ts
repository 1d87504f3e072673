import { contextBridge, ipcRenderer } from 'electron';

/** The page's own window, of which this file needs no more than this. */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void };
declare const location: { readonly origin: string };

function askForPorts(): Promise<unknown[]> {
  ipcRenderer.send('connect');
  return new Promise((resolve) => ipcRenderer.once('ports', ({ ports }) => resolve([...ports])));
}

/** Asked for before the page's own script has arrived, so that it need not wait for them. */
let first: Promise<unknown[]> | null = askForPorts();

async function connect(): Promise<void> {
  const asked = first ?? askForPorts();
  first = null;
  window.postMessage('planner-ports', location.origin, await asked);
}

/**
 * The one thing a page can ask for: `connect()`, answered by a message 'planner-ports' that carries two ports, the
 * backend's and the window's. Neither `ipcRenderer` nor an event of it reaches the page.
 */
contextBridge.exposeInMainWorld('plannerWindow', { connect: () => void connect() });
