import {
  type BrowserWindow,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
  type WebContents,
  type WebFrameMain,
} from 'electron';
import type { SaveRequest, WindowMessage } from '#contract';
import { isAt, PAGE_HOST } from './origin.ts';

/** Gives away the two ports of a page that asks for them; answers its requests. */
export interface ConnectionListener {
  serve(port: MessagePortMain): void;
  save(request: SaveRequest): Promise<WindowMessage>;
}

export interface Connection {
  /** Tells the page now, or as soon as it has connected. */
  tell(message: WindowMessage): void;
  /** Loads the page anew: it has lost nothing that the one before it was to be told of. */
  beginAgain(): void;
}

const isPage = (frame: WebFrameMain | null) => frame !== null && frame.parent === null && isAt(PAGE_HOST, frame.url);

function isSaveRequest(data: unknown): data is SaveRequest {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, call, suggestedName, bytes } = data as Record<string, unknown>;
  return kind === 'save' && Number.isInteger(call) && typeof suggestedName === 'string' && bytes instanceof Uint8Array;
}

/**
 * Waits for the page of `window` to ask for its ports. Any other sender is not answered. Electron may run the preload
 * script twice for one page, and each time it asks: the ports in use are those that the page has spoken through.
 */
export function listenForPage(window: BrowserWindow, listener: ConnectionListener): Connection {
  let waiting: WindowMessage[] = [];
  let toPage: MessagePortMain | null = null;

  function connect(page: WebContents, asker: unknown): void {
    const calls = new MessageChannelMain();
    const requests = new MessageChannelMain();
    requests.port1.on('message', ({ data }) => {
      adopt(requests.port1);
      if (isSaveRequest(data)) void listener.save(data).then((answer) => requests.port1.postMessage(answer));
    });
    requests.port1.on('close', () => {
      if (toPage === requests.port1) toPage = null;
    });
    requests.port1.start();
    listener.serve(calls.port1);
    page.postMessage('ports', asker, [calls.port2, requests.port2]);
  }

  function adopt(port: MessagePortMain): void {
    if (toPage === port) return;
    toPage = port;
    const heard = waiting;
    waiting = [];
    for (const message of heard) port.postMessage(message);
  }

  ipcMain.on('connect', ({ sender, senderFrame }, asker: unknown) => {
    if (sender === window.webContents && isPage(senderFrame)) connect(sender, asker);
  });
  return {
    tell(message) {
      if (toPage !== null) toPage.postMessage(message);
      else waiting.push(message);
    },
    beginAgain() {
      toPage = null;
      waiting = waiting.filter(({ kind }) => kind !== 'backend-lost');
      window.reload();
    },
  };
}
