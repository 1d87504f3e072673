import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import { checkAfterStart, damageBehind } from './backups/check.ts';
import { newestOpenBackup, recoverStore } from './backups/recover.ts';
import { type Salvaged, salvageSentence, salvageStore } from './backups/salvage.ts';
import type { OpenRefusal } from './database/open.ts';
import type { StoreKey } from './database/store-key.ts';
import { policyOrNone, readPolicy } from './policy/policy.ts';
import { keyOfStore, type Tried } from './protection/open-locked.ts';
import { readStoreLock, writeStoreLock } from './protection/store-lock.ts';
import type { SystemStore } from './protection/system-store.ts';
import type { Answer, Order } from './shell/backend-messages.ts';
import { writeFileWhole } from './exports/write-file.ts';
import { type OpenPlanner, openPlanner } from './open-planner.ts';
import { router } from './router.ts';
import { beginAtScreen } from './profiles/begin.ts';
import { failureFile } from './transport/failure-file.ts';
import { serveMessagePort } from './transport/message-port.ts';
import { prepareTraining, warmUp } from './transport/warm-up.ts';

/** The desktop app's second process: it alone opens the store. Started as `backend DATA_FOLDER APP_FOLDER [recover]`. */
const main = process.parentPort;
const [dataFolder = '', appFolder = '', wish] = process.argv.slice(2);
const tell = (answer: Answer) => main.postMessage(answer);

const sealing = new Map<number, (sealed: string | null) => void>();
let seals = 0;
/** The system's store of secrets, which only the window's process can reach. */
const system: SystemStore = {
  seal: (secret) =>
    new Promise((settle) => {
      seals += 1;
      sealing.set(seals, settle);
      tell({ kind: 'seal', call: seals, secret });
    }),
};
/** Until the store is open, orders wait. */
const early: [Order, MessagePortMain | undefined][] = [];
let obey = (order: Order, port: MessagePortMain | undefined): void => void early.push([order, port]);
let takeKey: (tried: Tried) => void = () => undefined;

/** The person has agreed to replace a file of that name, where there was one, in the dialog that gave the path. */
async function write(call: number, path: string, bytes: Uint8Array): Promise<void> {
  const outcome = await writeFileWhole(path, bytes, true);
  tell({ kind: 'written', call, problem: outcome.kind === 'written' ? null : outcome.message });
}

/** Serves the store, or says why not where damage shows at once in one that was not looked through. */
function serve(opened: OpenPlanner): void {
  const { file, key } = opened.context.database;
  try {
    serveStore(opened);
  } catch (error) {
    const refusal = damageBehind(error, file);
    if (refusal === undefined) throw error;
    void refuse(refusal, key);
  }
}

function serveStore({ context, isChecked, close }: OpenPlanner): void {
  const record = failureFile(dataFolder, context.now);
  obey = (order, port) => {
    if (order.kind === 'serve' && port !== undefined) serveMessagePort(router, context, record, port);
    if (order.kind === 'write') void write(order.call, order.path, order.bytes);
    if (order.kind === 'stop') {
      void Promise.resolve(close()).finally(() => process.exit(0));
    }
  };
  // What is not a call of ours, in a port, must not end the process that holds the store.
  process.on('unhandledRejection', (error) => record({ reference: 'none', procedure: 'backend', error }));
  for (const [order, port] of early.splice(0)) obey(order, port);
  beginAtScreen(context);
  context.backups.keepAutomatically();
  if (salvaged?.kind === 'salvaged')
    context.backups.problem = `${salvageSentence(salvaged.tables)} What was lost is listed in ${salvaged.report}, beside the damaged file.`;
  tell({ kind: 'ready' });
  if (!isChecked) checkAfterStart(context, (refusal) => void refuse(refusal, context.database.key));
  void warmUp(context, record);
  prepareTraining(context, record);
}

const bundled = join(appFolder, 'dist', 'electron');
const policy = readPolicy(undefined);
const openWith = (key: StoreKey | undefined) =>
  openPlanner(
    dataFolder,
    appFolder,
    undefined,
    { imports: join(bundled, 'imports-worker.cjs'), backups: join(bundled, 'backups-worker.cjs') },
    // What a person wants mended is known to be damaged.
    { key, system, policy: policyOrNone(policy), check: wish === undefined ? 'after' : 'first' },
  );

function askForKey(): Promise<Tried> {
  tell({ kind: 'key wanted', sealed: readStoreLock(dataFolder)?.bySystem ?? null });
  return new Promise((resolve) => {
    takeKey = resolve;
  });
}

/** What the system could not open here, it opens the next time. */
async function sealForNextTime({ bytes }: StoreKey): Promise<void> {
  const [lock, bySystem] = [readStoreLock(dataFolder), await system.seal(bytes)];
  if (lock !== null && bySystem !== null) writeStoreLock(dataFolder, { ...lock, bySystem });
}

async function openLocked(): Promise<void> {
  const tried = await askForKey();
  const key = await keyOfStore(dataFolder, tried);
  if ('kind' in key) return refuse(key);
  await recoverWhereWished(key);
  const opened = openWith(key);
  if (opened.kind === 'refused') return refuse(opened, key);
  if (tried.bySystem === null) await sealForNextTime(key);
  serve(opened);
}

/** Says why the store was not opened, and which backup could take its place where it is damaged. */
async function refuse(refusal: OpenRefusal, key?: StoreKey): Promise<void> {
  const isDamaged = refusal.code === 'damaged' || refusal.code === 'not_ours';
  const details = salvaged?.kind === 'none' ? `${refusal.details}\nNot one row could be read` : refusal.details;
  tell({ ...refusal, details, newestBackup: isDamaged ? await newestOpenBackup(dataFolder, key) : null });
}

/** What became of the wish to save what can still be read; undefined where that was not wished. */
let salvaged: Salvaged | undefined;

/** Started so after the person chose it: then all that matters is whether the store opens. */
async function recoverWhereWished(key?: StoreKey): Promise<void> {
  const migrationsFolder = join(appFolder, 'drizzle', 'migrations');
  const order = { dataFolder, migrationsFolder, at: new Date().toISOString(), key };
  if (wish === 'recover') await recoverStore(order).catch(() => undefined);
  if (wish === 'salvage') salvaged = salvageStore(order);
}

async function open(): Promise<void> {
  if (policy !== null && 'kind' in policy) return refuse(policy);
  const opened = openWith(undefined);
  if (opened.kind === 'opened') return serve(opened);
  if (opened.code === 'locked') return openLocked();
  if (wish === undefined) return refuse(opened);
  await recoverWhereWished();
  const recovered = openWith(undefined);
  if (recovered.kind === 'opened') serve(recovered);
  else await refuse(recovered);
}

main.on('message', ({ data, ports }) => {
  const order = data as Order;
  if (order.kind === 'key') takeKey(order);
  else if (order.kind === 'sealed') {
    sealing.get(order.call)?.(order.sealed);
    sealing.delete(order.call);
  } else obey(order, ports[0]);
});
void open();
