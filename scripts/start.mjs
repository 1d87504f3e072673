// `npm start [-- --browser] [--data DIR] [--no-open] [FILE…]`: builds what is stale and opens the planner, as the
// desktop app where Electron can be had and in the default browser where it cannot.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildOrEnd } from './build.mjs';
import { findElectron } from './electron-runtime.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
/** An Electron that ends sooner, and not well, could not start at all. */
const STARTING_MS = 10_000;

function readOptions() {
  const options = { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' }, data: { type: 'string' } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(`${error.message} Use: npm start -- [--browser] [--no-open] [--data DIR] [FILE]`);
    return process.exit(1);
  }
}

/** npm changes to the project's folder; a path is meant from where the person is. */
const fromWhereTyped = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

function openInBrowser(address) {
  const [command, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}

async function endWith(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exit(code ?? 1);
}

async function startBrowserMode(dataArgs, open) {
  const script = join(project, 'electron', 'headless.ts');
  const child = spawn(process.execPath, [script, ...dataArgs], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).once('line', (address) => {
    console.log(`The planner is at ${address}`);
    if (open) openInBrowser(address);
  });
  await endWith(child);
}

/** Settles, with the reason, only where this Electron cannot start here. */
async function startDesktop(electron, args) {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const started = performance.now();
  const child = spawn(electron, [project, ...(root ? ['--no-sandbox'] : []), ...args], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const [code, signal] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [1, null])]);
  for (const name of signals) process.off(name, pass);
  const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM' && signal !== 'SIGHUP';
  if (!failed || performance.now() - started > STARTING_MS) process.exit(code ?? 1);
  return `Electron cannot start on this machine (${signal ?? `exit code ${code}`}).`;
}

const { values, positionals } = readOptions();
const dataArgs = values.data === undefined ? [] : ['--data', fromWhereTyped(values.data)];
await buildOrEnd();
if (!values.browser) {
  const { found, missing } = await findElectron(console.log);
  const problem =
    found === undefined ? missing : await startDesktop(found, [...dataArgs, ...positionals.map(fromWhereTyped)]);
  console.log(`${problem} Starting in the browser instead.`);
}
await startBrowserMode(dataArgs, !values['no-open']);
