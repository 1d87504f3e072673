import { type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron';
import type { Answer, Order } from './backend-messages.ts';
import { openBySystem, sealBySystem } from './system-store.ts';

/** What its owner is told. `ready` and `refused` come once each at the most; `died` only when nobody asked it to stop. */
export interface BackendListener {
  ready(): void;
  refused(refusal: Extract<Answer, { kind: 'refused' }>): void;
  died(details: string): void;
}

export interface Backend {
  /** Answers calls that come in over `port`. */
  serve(port: MessagePortMain): void;
  /** Writes a file whole, over an older one too; the problem in a sentence, or null. */
  write(path: string, bytes: Uint8Array): Promise<string | null>;
  /** Closes the store; settles when the process has gone. */
  stop(): Promise<void>;
}

/** The end of what it printed is enough to help with, and short enough to copy. */
const KEPT_OUTPUT = 4000;
/** The last backup of a large store takes its time. */
const STOPPING_TIME_MS = 60_000;
const GONE = 'The part of the planner that writes files has stopped. Nothing was changed.';

function keepOutput(child: UtilityProcess): () => string {
  let kept = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    kept = (kept + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
  });
  return () => kept.trim();
}

/** Where the backend works: `script` is its bundle; `appFolder` holds migrations and reference data. */
export interface BackendPlace {
  readonly script: string;
  readonly dataFolder: string;
  readonly appFolder: string;
  /** What to do to a damaged store first: put the newest backup in its place, or what can still be read of it. */
  readonly mend: 'recover' | 'salvage' | null;
  /** What was typed to open an encrypted store; null where nothing was. */
  readonly typed: string | null;
}

export function startBackend(place: BackendPlace, on: BackendListener): Backend {
  const { script, dataFolder, appFolder, mend, typed } = place;
  const words = [dataFolder, appFolder, ...(mend === null ? [] : [mend])];
  const child = utilityProcess.fork(script, words, { serviceName: 'planner backend', stdio: 'pipe' });
  const output = keepOutput(child);
  child.stdout?.resume();
  const writing = new Map<number, (problem: string | null) => void>();
  let calls = 0;
  let stopping = false;
  let refused = false;
  const order = (what: Order, ports: MessagePortMain[] = []) => child.postMessage(what, ports);

  child.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') on.ready();
    if (answer.kind === 'key wanted')
      order({ kind: 'key', bySystem: answer.sealed === null ? null : openBySystem(answer.sealed), typed });
    if (answer.kind === 'seal') order({ kind: 'sealed', call: answer.call, sealed: sealBySystem(answer.secret) });
    if (answer.kind === 'refused') {
      refused = true;
      child.kill();
      on.refused(answer);
    }
    if (answer.kind === 'written') {
      writing.get(answer.call)?.(answer.problem);
      writing.delete(answer.call);
    }
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const settle of writing.values()) settle(GONE);
      if (!stopping && !refused) on.died([`Exit code: ${code}`, output()].join('\n').trim());
      resolve();
    });
  });

  return {
    serve: (port) => order({ kind: 'serve' }, [port]),
    write: (path, bytes) =>
      new Promise((resolve) => {
        calls += 1;
        writing.set(calls, resolve);
        order({ kind: 'write', call: calls, path, bytes });
      }),
    stop: async () => {
      stopping = true;
      order({ kind: 'stop' });
      const timer = setTimeout(() => child.kill(), STOPPING_TIME_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
