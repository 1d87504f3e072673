import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { refusalOf } from '../support/planner.ts';
import { openWorkerPlanner } from '../support/worker-planner.ts';

/** Waits so long, and answers by how much it was longer: nobody else was answered in that time either. */
async function lateness(milliseconds: number): Promise<number> {
  const before = performance.now();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return performance.now() - before - milliseconds;
}

describe('while a year of shifts is imported', () => {
  it('every call is answered, and what is saved meanwhile waits its turn and is kept', {
    timeout: 120_000,
    // Whoever else works on this machine can make an answer late; a thread that is blocked makes it late each time.
    retry: 2,
  }, async () => {
    const { client, upload } = await openWorkerPlanner();
    const file = await upload(writeLargeRoster(150_000));
    const phases = new Map<string, number>();
    let settled = false;
    const start = performance.now();
    const committing = client.imports.commit({ trust: 'T1', file }).finally(() => {
      settled = true;
    });
    const saving: Promise<unknown>[] = [];
    let longest = 0;
    for (let call = 0; !settled; call++) {
      longest = Math.max(longest, await lateness(20));
      const began = performance.now();
      const { trusts } = await client.organisation.overview();
      expect(trusts).toHaveLength(1);
      const progress = await client.imports.progress({ file });
      if (progress) phases.set(progress.phase, (phases.get(progress.phase) ?? 0) + 1);
      longest = Math.max(longest, performance.now() - began);
      if (call % 10 === 0)
        saving.push(client.organisation.addSite({ trust: 'T1', name: `Site ${String(call).padStart(4, '0')}` }));
    }
    expect(await committing).toMatchObject({ kind: 'committed', batch: { accepted: 150_000 } });
    await Promise.all(saving);
    const [trust] = (await client.organisation.overview()).trusts;
    expect(trust?.sites).toHaveLength(saving.length);
    expect(phases.get('storing')).toBeGreaterThan(10);
    const took = performance.now() - start;
    process.stdout.write(`Longest wait for an answer: ${longest.toFixed(0)} ms of ${took.toFixed(0)} ms\n`);
    // Storing on the thread that answers takes half of that time in one piece.
    expect(longest / took).toBeLessThan(1 / 5);
    const { undoing, wait, time } = await whileUndoing(client);
    process.stdout.write(`Longest wait while it is undone: ${wait.toFixed(0)} ms of ${time.toFixed(0)} ms\n`);
    expect(undoing.undone).toMatchObject([{ accepted: 150_000 }]);
    expect(wait / time).toBeLessThan(1 / 3);
  });

  it('it tells how far it is, in rows and seconds left', { timeout: 60_000 }, async () => {
    const { client, upload, until } = await openWorkerPlanner();
    const file = await upload(writeLargeRoster(40_000));
    const committing = client.imports.commit({ trust: 'T1', file });
    await until(file, 'storing', 1000);
    const progress = await client.imports.progress({ file });
    expect(progress).toMatchObject({ phase: 'storing', of: 40_000 });
    expect(progress?.rows).toBeGreaterThanOrEqual(1000);
    expect(progress?.secondsLeft).toBeGreaterThanOrEqual(0);
    await committing;
    expect(await client.imports.progress({ file })).toBeNull();
  });

  it('cancelled in the middle of storing it leaves nothing', { timeout: 60_000 }, async () => {
    const { client, context, upload, until } = await openWorkerPlanner();
    const file = await upload(writeLargeRoster(40_000));
    const before = dump(context.database.sqlite, { history: true });
    const committing = client.imports.commit({ trust: 'T1', file });
    await until(file, 'storing', 5000);
    await client.imports.cancel({ file });
    expect(await committing).toEqual({ kind: 'cancelled' });
    expect(dump(context.database.sqlite, { history: true })).toBe(before);
    expect(await client.imports.commit({ trust: 'T1', file })).toMatchObject({ batch: { accepted: 40_000 } });
  });

  it('a thread that is lost in the middle of storing leaves nothing, and is said in words', {
    timeout: 60_000,
  }, async () => {
    const script = join(import.meta.dirname, '../support/dying-worker.ts');
    const { client, context, upload, until } = await openWorkerPlanner({ script });
    const { sqlite } = context.database;
    const file = await upload(writeLargeRoster(5000));
    const before = dump(sqlite, { history: true });
    const committing = refusalOf(client.imports.commit({ trust: 'T1', file }));
    await until(file, 'storing', 1);
    const refusal = await committing;
    expect(refusal.code).toBe('WORK_LOST');
    expect(refusal.message).toMatch(/stopped before it was finished, and nothing of it was changed\. Try it again/);
    expect(dump(sqlite, { history: true })).toBe(before);
    // The store is free, and the next job finds a new thread.
    await client.organisation.addSite({ trust: 'T1', name: 'Rowan' });
    expect(await client.imports.preview({ trust: 'T1', file })).toMatchObject({ accepted: 5000 });
    await client.imports.discard({ file });
  });

  it('a planner that is closed in the middle of storing leaves nothing', { timeout: 60_000 }, async () => {
    const { client, dataFolder, close, upload, until } = await openWorkerPlanner();
    const file = await upload(writeLargeRoster(40_000));
    const committing = client.imports.commit({ trust: 'T1', file });
    await until(file, 'storing', 2000);
    await close();
    expect(await committing).toEqual({ kind: 'cancelled' });
    const again = await openWorkerPlanner({ dataFolder });
    expect(await again.client.imports.list({ trust: 'T1' })).toEqual([]);
    expect(again.context.database.sqlite.prepare('SELECT count(*) FROM duty').pluck().get()).toBe(0);
  });
});

type Client = Awaited<ReturnType<typeof openWorkerPlanner>>['client'];

async function whileUndoing(client: Client) {
  const [batch] = await client.imports.list({ trust: 'T1' });
  let settled = false;
  const start = performance.now();
  const undoing = client.imports.undo({ batch: batch?.id ?? 0 }).finally(() => {
    settled = true;
  });
  let wait = 0;
  while (!settled) {
    wait = Math.max(wait, await lateness(20));
    await client.organisation.overview();
  }
  return { undoing: await undoing, wait, time: performance.now() - start };
}
