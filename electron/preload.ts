import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

/** The page's own window, of which this file needs no more than this. */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void };
declare const location: { readonly origin: string };

/** This script may run twice for one page, and each time it asks: each takes the ports that it asked for itself. */
function askForPorts(): Promise<unknown[]> {
  const asker = Math.random();
  ipcRenderer.send('connect', asker);
  return new Promise((resolve) => {
    const take = ({ ports }: IpcRendererEvent, answered: unknown) => {
      if (answered !== asker) return;
      ipcRenderer.off('ports', take);
      resolve([...ports]);
    };
    ipcRenderer.on('ports', take);
  });
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
