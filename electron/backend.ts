import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import { newestOpenBackup, recoverStore } from './backups/recover.ts';
import type { OpenRefusal } from './database/open.ts';
import type { Answer, Order } from './shell/backend-messages.ts';
import { writeFileWhole } from './exports/write-file.ts';
import { type OpenPlanner, openPlanner } from './open-planner.ts';
import { router } from './router.ts';
import { failureFile } from './transport/failure-file.ts';
import { serveMessagePort } from './transport/message-port.ts';
import { warmUp } from './transport/warm-up.ts';

/** The desktop app's second process: it alone opens the store. Started as `backend DATA_FOLDER APP_FOLDER [recover]`. */
const main = process.parentPort;
const [dataFolder = '', appFolder = '', wish] = process.argv.slice(2);
const tell = (answer: Answer) => main.postMessage(answer);

/** The person has agreed to replace a file of that name, where there was one, in the dialog that gave the path. */
async function write(call: number, path: string, bytes: Uint8Array): Promise<void> {
  const outcome = await writeFileWhole(path, bytes, true);
  tell({ kind: 'written', call, problem: outcome.kind === 'written' ? null : outcome.message });
}

function serve({ context, close }: OpenPlanner): void {
  const record = failureFile(dataFolder, context.now);
  const obey = (order: Order, port: MessagePortMain | undefined) => {
    if (order.kind === 'serve' && port !== undefined) serveMessagePort(router, context, record, port);
    if (order.kind === 'write') void write(order.call, order.path, order.bytes);
    if (order.kind === 'stop') {
      void Promise.resolve(close()).finally(() => process.exit(0));
    }
  };
  // What is not a call of ours, in a port, must not end the process that holds the store.
  process.on('unhandledRejection', (error) => record({ reference: 'none', procedure: 'backend', error }));
  main.on('message', ({ data, ports }) => obey(data as Order, ports[0]));
  context.backups.keepAutomatically();
  tell({ kind: 'ready' });
  void warmUp(context, record);
}

const bundled = join(appFolder, 'dist', 'electron');
function open(): void {
  const opened = openPlanner(dataFolder, appFolder, undefined, {
    imports: join(bundled, 'imports-worker.cjs'),
    backups: join(bundled, 'backups-worker.cjs'),
  });
  if (opened.kind === 'opened') serve(opened);
  else void refuse(opened);
}

/** Says why the store was not opened, and which backup could take its place where it is damaged. */
async function refuse(refusal: OpenRefusal): Promise<void> {
  const isDamaged = refusal.code === 'damaged' || refusal.code === 'not_ours';
  tell({ ...refusal, newestBackup: isDamaged ? await newestOpenBackup(dataFolder) : null });
}

const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
// Started so after the person chose it: then all that matters is whether the store opens.
if (wish === 'recover')
  void recoverStore({ dataFolder, migrationsFolder, at: new Date().toISOString() }).then(open, open);
else open();
