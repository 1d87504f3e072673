import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { OpenRefusal } from './database/refusal.ts';
import { readPolicy } from './policy/policy.ts';
import { checkAfterStart, damageBehind } from './backups/check.ts';
import { defaultDataFolder } from './data-folder.ts';
import { type OpenPlanner, openPlanner } from './open-planner.ts';
import { readKeyFile } from './protection/command-line.ts';
import { openWhetherLocked } from './protection/open-locked.ts';
import { router } from './router.ts';
import { browserHelp, browserOptions } from './start-help.ts';
import { beginAtScreen } from './profiles/begin.ts';
import { builtFiles } from './transport/built-files.ts';
import { failureFile } from './transport/failure-file.ts';
import { httpCalls } from './transport/http.ts';
import { keyPageCalls, keyPageFiles } from './transport/key-page.ts';
import { refusalCalls, refusalFiles } from './transport/refusal-page.ts';
import { serveLoopback } from './transport/loopback-server.ts';

const refuse = ({ title, message }: OpenRefusal): void => {
  console.error(`${title}: ${message}`);
  process.exitCode = 1;
};

/** The options; null where all is said already. */
function readOptions() {
  try {
    const { values } = parseArgs({ options: browserOptions });
    if (!values.help) return values;
    console.log(browserHelp);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)} --help says which options there are.`);
    process.exitCode = 1;
  }
  return null;
}

/**
 * Browser mode: the same app from 127.0.0.1. `node electron/headless.ts [--data DIR] [--key-file FILE] [--policy FILE]` prints its
 * address on one line. An encrypted store is asked for its key on a plain page, unless the first line of FILE opens it.
 */
async function start(): Promise<void> {
  const values = readOptions();
  if (values === null) return;
  const policy = readPolicy(values.policy);
  if (policy !== null && 'kind' in policy) return refuse(policy);
  const dataFolder = policy?.dataFolder ?? (values.data === undefined ? defaultDataFolder() : resolve(values.data));
  const appFolder = dirname(dirname(fileURLToPath(import.meta.url)));
  const open = (typed: string | null) =>
    openWhetherLocked(dataFolder, typed, (key) =>
      openPlanner(
        dataFolder,
        appFolder,
        undefined,
        {
          imports: join(appFolder, 'electron', 'imports-worker.ts'),
          backups: join(appFolder, 'electron', 'backups-worker.ts'),
        },
        { key, policy, check: 'after' },
      ),
    );
  const opened = await open(readKeyFile(values['key-file']));
  if (opened.kind === 'refused' && opened.code !== 'locked') return refuse(opened);
  // Read now: what is not built is found before anybody types a key.
  const page = builtFiles(join(appFolder, 'dist', 'renderer'));
  let close: OpenPlanner['close'] = () => undefined;
  const take = (planner: OpenPlanner) => {
    try {
      beginAtScreen(planner.context);
    } catch (error) {
      const damage = damageBehind(error, planner.context.database.file);
      if (damage === undefined) throw error;
      return takeDown(damage);
    }
    planner.context.backups.keepAutomatically();
    files = page;
    calls = httpCalls(router, planner.context, failureFile(dataFolder, planner.context.now));
    close = planner.close;
    if (!planner.isChecked) checkAfterStart(planner.context, takeDown);
  };
  /** Damage was found: nothing more is written, not even at the end, and whoever looks is told. */
  const takeDown = (refusal: OpenRefusal) => {
    refuse(refusal);
    files = refusalFiles(refusal);
    calls = refusalCalls(refusal);
    close = () => undefined;
  };
  let files = keyPageFiles('title' in opened ? opened.title : '', 'message' in opened ? opened.message : '');
  let calls = keyPageCalls(async (typed) => {
    const again = await open(typed);
    if (again.kind === 'refused') return again.message;
    take(again);
    return null;
  });
  if (opened.kind === 'opened') take(opened);
  const server = await serveLoopback(
    (path) => files(path),
    (request, response) => calls(request, response),
  );
  console.log(server.address);
  const stop = () => void server.close().then(close);
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
}

void start();
