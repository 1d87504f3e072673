import { contextBridge, ipcRenderer } from 'electron';

/** The page's own window, of which this file needs no more than this. */
declare const window: { postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void };
declare const location: { readonly origin: string };

/**
 * The one thing a page can ask for: `connect()`, answered by a message 'planner-ports' that carries two ports, the
 * backend's and the window's. Neither `ipcRenderer` nor an event of it reaches the page.
 */
contextBridge.exposeInMainWorld('plannerWindow', { connect: () => ipcRenderer.send('connect') });
ipcRenderer.on('ports', (event) => window.postMessage('planner-ports', location.origin, [...event.ports]));
