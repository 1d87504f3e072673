import { RPCLink } from '@orpc/client/fetch';
import { ConnectionLost } from './connection-lost.ts';
import { listeners } from './listeners.ts';
import type { FileToSave, Platform } from './platform.ts';

/** A download needs its address for as long as the browser takes to begin. */
const DOWNLOAD_TIME_MS = 60_000;

function download({ suggestedName, bytes }: FileToSave): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_TIME_MS);
}

/** Browser mode: calls go over HTTP to where the page came from. */
export function browser(): Platform {
  const connection = listeners<'lost' | 'back'>();
  let lost = false;
  const link = new RPCLink({
    url: `${location.origin}/rpc`,
    fetch: async (request, init) => {
      const response = await fetch(request, init).catch((error: unknown) => {
        // A call that the page itself gave up says nothing of the connection.
        if (request.signal.aborted) throw error;
        return null;
      });
      if (lost !== (response === null)) {
        lost = !lost;
        connection.tell(lost ? 'lost' : 'back');
      }
      if (response === null) throw new ConnectionLost();
      return response;
    },
  });
  return {
    link,
    saveFile(file) {
      download(file);
      return Promise.resolve({ kind: 'saved', path: file.suggestedName });
    },
    onCommand: () => () => undefined,
    onFile: () => () => undefined,
    onConnection: connection.add,
  };
}
