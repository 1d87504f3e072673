import { join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { screenCalls } from './screen-calls.ts';
const opened = openPlanner(process.argv[2]!, join(import.meta.dirname, '../..'), () => new Date('2026-11-02T09:00:00.000Z'));
if (opened.kind === 'refused') throw new Error(opened.message);
const planner = inProcessClient(router, opened.context, ({ error }) => console.error(JSON.stringify((error as any)?.cause?.issues ?? String(error)).slice(0, 500)));
const trusts = process.argv[4] ? Number(process.argv[4]) : 1;
for (const { name, call } of screenCalls) {
  if (!new RegExp(process.argv[3] ?? '', 'i').test(name)) continue;
  const cpus: number[] = [];
  try {
    for (let run = 0; run < Number(process.argv[5] ?? 6); run++) {
      const before = process.cpuUsage();
      await call(planner as never, `B${String((run * 7) % trusts + 1).padStart(2, '0')}`);
      const { user, system } = process.cpuUsage(before);
      cpus.push((user + system) / 1000);
    }
    console.log(name.padEnd(40), cpus.map((ms) => ms.toFixed(0)).join(' '));
  } catch (error) { console.log(name, String(error)); }
}
opened.close();
