// `npm start [-- --browser] [--data DIR] [--no-open] [--help] [FILE…]`: builds what is stale and opens the planner, as the
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

const USE = 'Use: npm start -- [--browser] [--no-open] [--data DIR] [FILE]';
/** Options of browser mode alone, which takes them itself. */
const ofBrowserMode = ['key-file', 'policy'];

function readOptions() {
  const [yes, text] = [{ type: 'boolean' }, { type: 'string' }];
  const options = {
    browser: yes,
    'no-open': yes,
    help: { ...yes, short: 'h' },
    data: text,
    'key-file': text,
    policy: text,
  };
  try {
    const read = parseArgs({ options, allowPositionals: true });
    const astray = read.values.browser ? undefined : ofBrowserMode.find((name) => read.values[name] !== undefined);
    if (astray !== undefined) throw new Error(`--${astray} goes with --browser.`);
    return read;
  } catch (error) {
    console.error(`${error.message} ${USE}`);
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

const headless = join(project, 'electron', 'headless.ts');

async function startBrowserMode(args, open) {
  const child = spawn(process.execPath, [headless, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
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
if (values.help) {
  if (values.browser) await endWith(spawn(process.execPath, [headless, '--help'], { stdio: 'inherit' }));
  console.log(`${USE}\nWith --browser it serves the planner to the default browser; --browser --help says how.`);
  process.exit(0);
}
const argsOf = (names) =>
  names.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, fromWhereTyped(values[name])]));
const dataArgs = argsOf(['data']);
await buildOrEnd();
if (!values.browser) {
  const { found, missing } = await findElectron(console.log);
  const problem =
    found === undefined ? missing : await startDesktop(found, [...dataArgs, ...positionals.map(fromWhereTyped)]);
  console.log(`${problem} Starting in the browser instead.`);
}
await startBrowserMode(argsOf(['data', ...ofBrowserMode]), !values['no-open']);
