import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'rolldown';
import { afterwards } from './afterwards.ts';
import { temporaryFolder } from './database.ts';

const project = join(import.meta.dirname, '../..');
const threads = ['imports-worker', 'backups-worker'];

/** How often a planner is killed: a few times in the gate; `npm run test:kills` asks for more by `KILL_RUNS`. */
export const killsOf = (few: number) => Number(process.env['KILL_RUNS'] ?? few);

const bundles = new Map<string, Promise<string>>();

/** `tests/support/NAME.ts` bundled with the planner's threads beside it: what is started often is read and compiled once. */
function bundleOf(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const folder = temporaryFolder();
  const inputs = threads.map((thread) => [thread, join(project, 'electron', `${thread}.ts`)]);
  const made = build({
    cwd: project,
    input: Object.fromEntries([...inputs, [name, join(import.meta.dirname, `${name}.ts`)]]),
    platform: 'node',
    external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', '@aws-sdk/client-s3'],
    logLevel: 'silent',
    output: { dir: folder, format: 'cjs', entryFileNames: '[name].cjs' },
  }).then(() => join(folder, `${name}.cjs`));
  bundles.set(name, made);
  afterwards(() => bundles.delete(name));
  return made;
}

/** Starts `tests/support/NAME.ts` as a process of its own, in the project's folder. */
export async function startProcess(name: string, ...words: string[]): Promise<ChildProcess> {
  return spawn(process.execPath, [await bundleOf(name), ...words], {
    cwd: project,
    env: { ...process.env, NODE_PATH: join(project, 'node_modules') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** A moment at random: up to `within` milliseconds after the process said its first line that begins with `since`. */
export interface Phase {
  readonly since: string;
  readonly within: number;
}

/** What a process said, each line with the milliseconds since its first. */
export interface Life {
  readonly said: readonly string[];
  readonly at: readonly number[];
}

/** Runs `tests/support/NAME.ts` in a process of its own until it ends, or kills it without warning somewhere in that phase. */
export async function liveUntilKilled(name: string, words: readonly string[], phase: Phase | null): Promise<Life> {
  const child = await startProcess(name, ...words);
  const closed = once(child, 'close');
  const [said, at]: [string[], number[]] = [[], []];
  let began: number | undefined;
  let isSet = false;
  createInterface({ input: child.stdout! }).on('line', (line) => {
    began ??= performance.now();
    said.push(line);
    at.push(performance.now() - began);
    if (phase === null || isSet || !line.startsWith(phase.since)) return;
    isSet = true;
    killAfter(child, Math.random() * phase.within);
  });
  await closed;
  return { said, at };
}

/** A timer counts whole milliseconds: what is left of one is waited for on the spot. */
function killAfter(child: ChildProcess, milliseconds: number): void {
  const until = performance.now() + milliseconds;
  setTimeout(() => {
    while (performance.now() < until);
    child.kill('SIGKILL');
  }, Math.floor(milliseconds));
}

/** The phases that a process went through undisturbed: each lasts until the next line, the last one `after` milliseconds. */
export const phasesOf = ({ said, at }: Life, after: number): Phase[] =>
  said.map((since, index) => ({ since, within: (at[index + 1] ?? at[index]! + after) - at[index]! }));

/** How many kills fell after which line, for whoever reads the log of a long run. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(...words: string[]): void {
    const key = words.join(', ');
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Says it where a long run was asked for. */
  say(what: string): void {
    if (process.env['KILL_RUNS'] === undefined) return;
    const counts = [...this.#counts].sort().map(([key, count]) => `  ${String(count).padStart(4)} ${key}\n`);
    process.stdout.write(`${what}, by what was said last and what was found:\n${counts.join('')}`);
  }
}
