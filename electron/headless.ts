import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './data-folder.ts';
import { openPlanner } from './open-planner.ts';
import { router } from './router.ts';
import { builtFiles } from './transport/built-files.ts';
import { failureFile } from './transport/failure-file.ts';
import { httpCalls } from './transport/http.ts';
import { serveLoopback } from './transport/loopback-server.ts';

/** Browser mode: the same app from 127.0.0.1. `node electron/headless.ts [--data DIR]` prints its address on one line. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const dataFolder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
  const appFolder = dirname(dirname(fileURLToPath(import.meta.url)));
  const opened = openPlanner(dataFolder, appFolder, undefined, {
    imports: join(appFolder, 'electron', 'imports-worker.ts'),
    backups: join(appFolder, 'electron', 'backups-worker.ts'),
  });
  if (opened.kind === 'refused') {
    console.error(`${opened.title}: ${opened.message}`);
    process.exitCode = 1;
    return;
  }
  opened.context.backups.keepAutomatically();
  const calls = httpCalls(router, opened.context, failureFile(dataFolder, opened.context.now));
  const server = await serveLoopback(builtFiles(join(appFolder, 'dist', 'renderer')), calls);
  console.log(server.address);
  const stop = () => void server.close().then(opened.close);
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
}

void start();
