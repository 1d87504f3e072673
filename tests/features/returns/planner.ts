import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '../../../electron/context.ts';
import { AuditTrail } from '../../../electron/audit/trail.ts';
import { Backups } from '../../../electron/backups/backups.ts';
import { jobsHere } from '../../../electron/backups/work.ts';
import { WriteLock } from '../../../electron/database/write-lock.ts';
import { workHere } from '../../../electron/imports/work.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { Session } from '../../../electron/profiles/session.ts';
import { router } from '../../../electron/router.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { openTestDatabase, temporaryFolder } from '../../support/database.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The router on a real store, with a clock that the test sets. */
export function openTestPlanner(clock = { now: '2026-10-03T09:30:00.000Z' }) {
  const database = openTestDatabase();
  const dataFolder = temporaryFolder();
  const context: Context = {
    database,
    writeLock: new WriteLock(database),
    imports: workHere(() => context),
    system: null,
    policy: null,
    reference: loadReference(join(root, 'resources')),
    backups: new Backups({ database, dataFolder, version: '0.1.0', now: () => clock.now, jobs: jobsHere }),
    audit: new AuditTrail(database),
    session: new Session(database),
    version: '0.1.0',
    dataFolder,
    migrationsFolder: join(root, 'drizzle', 'migrations'),
    resourcesFolder: join(root, 'resources'),
    today: () => clock.now.slice(0, 10),
    now: () => clock.now,
  };
  const client = inProcessClient(router, context, ({ error }) => {
    throw error;
  });
  return { client, context, database, clock };
}

export type TestPlanner = ReturnType<typeof openTestPlanner>;

/** A trust with two units and an establishment whose sums are easy to follow. */
export async function addTestTrust({ client }: TestPlanner): Promise<void> {
  const trust = await client.organisation.addTrust({
    code: 'RX1',
    name: 'Thistledown & Mallowmere',
    system: { name: 'Mallowmere LMNS', kind: 'LMNS' },
    sites: ['Main'],
    units: [
      { name: 'Delivery Suite', kind: 'delivery_suite', site: 'Main' },
      { name: 'Postnatal', kind: 'postnatal', site: null },
    ],
  });
  const unit = (name: string) => trust.units.find((own) => own.name === name)?.id ?? 0;
  const birthratePlus = { requiredTool: 'Birthrate+', requiredSource: 'Report 12', requiredDate: '2025-03-01' };
  const lines = [
    {
      unit: unit('Delivery Suite'),
      staffGroup: 'midwives',
      band: '6',
      required: 6_000_000,
      funded: 5_600_000,
      inPost: 5_000_000,
      ...birthratePlus,
    },
    {
      unit: unit('Postnatal'),
      staffGroup: 'midwives',
      band: '6',
      required: 3_000_000,
      funded: 3_000_000,
      inPost: 3_040_000,
      ...birthratePlus,
    },
    { unit: unit('Postnatal'), staffGroup: 'support', band: '3', required: null, funded: 1_000_000, inPost: 850_000 },
  ];
  for (const line of lines) await client.establishment.addLine({ trust: 'RX1', ...line });
}

/** Takes a return that has been started from a draft to what the LMNS has. */
export async function submitReturn({ client }: TestPlanner, of: { trust: string; period: string }): Promise<void> {
  await client.returns.check({ ...of, role: 'Maternity workforce lead' });
  await client.returns.signOff({ ...of, role: 'Director of midwifery' });
  await client.returns.submit({ ...of, role: 'Head of midwifery' });
}

/** What a call refuses with. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { code: String(error.code), message: error.message };
    throw error;
  }
  throw new Error('The call was not refused');
}
