import { RPCLink } from '@orpc/client/message-port';
import type { CommandId, HereMessage, SaveOutcome, SaveRequest, WindowMessage } from '#contract';
import { ConnectionLost } from './connection-lost.ts';
import { listeners } from './listeners.ts';
import type { Platform } from './platform.ts';
import { askForPorts } from './ports.ts';

/**
 * Calls over `port`, and a way to give up those under way. oRPC would hear that from the port's own `close` event, which
 * ends the whole page in Electron 25 when the page is loaded again; the window tells us of a lost backend anyway.
 */
function callsOver(port: MessagePort) {
  const closing: (() => void)[] = [];
  const quiet = {
    postMessage: (message: unknown) => port.postMessage(message),
    addEventListener(type: string, listener: (event: MessageEvent) => void) {
      if (type === 'message') port.addEventListener('message', listener);
      else closing.push(() => listener(new MessageEvent('close')));
    },
  };
  const link = new RPCLink({ port: quiet as Pick<MessagePort, 'addEventListener' | 'postMessage'> });
  port.start();
  return { link, giveUp: () => closing.forEach((close) => close()) };
}

/** The desktop app: calls go to the backend, and requests to the window, each over a port of its own. */
export function desktop(): Platform {
  const commands = listeners<CommandId>();
  const files = listeners<File>(true);
  const connection = listeners<'lost' | 'back'>();
  const saving = new Map<number, (outcome: SaveOutcome) => void>();
  let saves = 0;
  let lost = false;
  let current = connect();

  async function connect() {
    const { calls, requests } = await askForPorts();
    requests.addEventListener('message', ({ data }) => void hear(data as WindowMessage));
    requests.start();
    requests.postMessage({ kind: 'here' } satisfies HereMessage);
    return { requests, ...callsOver(calls) };
  }

  async function hear(message: WindowMessage): Promise<void> {
    if (message.kind === 'command') commands.tell(message.command);
    if (message.kind === 'file') files.tell(new File([message.bytes.slice()], message.name));
    if (message.kind === 'save-answer') {
      saving.get(message.call)?.(message.outcome);
      saving.delete(message.call);
    }
    if (message.kind === 'backend-lost') {
      lost = true;
      (await current).giveUp();
      connection.tell('lost');
    }
    if (message.kind === 'backend-back') {
      current = connect();
      lost = false;
      connection.tell('back');
    }
  }

  return {
    link: {
      async call(path, input, options) {
        if (lost) throw new ConnectionLost();
        const { link } = await current;
        return link.call(path, input, options).catch((error: unknown) => {
          throw lost ? new ConnectionLost() : error;
        });
      },
    },
    async saveFile({ suggestedName, bytes }) {
      const { requests } = await current;
      saves += 1;
      const request: SaveRequest = { kind: 'save', call: saves, suggestedName, bytes };
      return new Promise((resolve) => {
        saving.set(request.call, resolve);
        requests.postMessage(request);
      });
    },
    onCommand: commands.add,
    onFile: files.add,
    onConnection: connection.add,
  };
}
