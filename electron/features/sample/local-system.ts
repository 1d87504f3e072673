import type { Context } from '../../context.ts';
import { inTransaction } from '../../database/database.ts';
import { insertLmns } from '../lmns/repository.ts';
import { systemId } from '../organisation/repository.ts';
import { readBundle } from '../returns/bundle/read.ts';
import { bundleFileName, writeBundle } from '../returns/bundle/write.ts';
import { corrected, otherTrusts, returnOfOther } from './other-trusts.ts';
import { plannerOn, tellSteps } from './story.ts';

/** The day on which each quarter’s returns were received and read; the newest is still to come. */
const periods = [
  { period: '2026-Q1', due: '2026-07-15', day: '2026-07-13', read: '2026-07-27' },
  { period: '2026-Q2', due: '2026-10-15', day: '2026-10-14', read: '2026-10-26' },
  { period: '2026-Q3', due: '2027-01-15', day: null, read: '2026-10-29' },
] as const;
const NEWEST = '2026-Q3';
/** Saltmarsh corrects its return of the quarter before a week after it sent it. */
const CORRECTED = { code: 'SM0', period: '2026-Q2', day: '2026-10-21' } as const;

type Planner = Awaited<ReturnType<typeof plannerOn>>;

/**
 * The LMNS of the sample trust: it expects returns of four trusts, received those of two quarters, agreed actions, keeps its own
 * records and answers its own lines; and the trust took in the workbook that it sends out. Without a record in the history, as
 * the trust itself.
 */
export async function setUpLocalSystem(
  context: Context,
  trust: { code: string; name: string },
  system: { name: string; kind: 'LMNS' | 'ICB' },
) {
  const { database } = context;
  const lmns = inTransaction(database, () => insertLmns(database, systemId(database, system) ?? 0));
  for (const { period, due, day } of periods) {
    const planner = await plannerOn(context, day ?? '2026-10-30');
    if (period === '2026-Q1')
      for (const { code, name } of [trust, ...otherTrusts])
        await planner.lmns.setTrust({ lmns, code, name, hasPlanner: true });
    await planner.lmns.setPeriod({ lmns, period, due });
    if (day !== null) await receiveAll(context, planner, { lmns, trust: trust.code, period });
  }

  await tellSteps(context, 'local-system.json', { lmns });

  for (const { period, read } of periods) await keepFigures(await plannerOn(context, read), { lmns, period });

  await takeWorkbook(await plannerOn(context, '2026-10-30'), lmns, trust.code);
}

interface OfPeriod {
  readonly lmns: number;
  readonly period: string;
}

/** Receives the return of the trust, and those of the others. */
async function receiveAll(context: Context, planner: Planner, { lmns, trust, period }: OfPeriod & { trust: string }) {
  const own = await planner.returns.bundle({ trust, period, namesNobody: true });
  await planner.lmns.receive({ lmns, ...own, namesNobody: true });
  const reading = await readBundle(Buffer.from(own.contents, 'base64'), { namesNobody: true });
  if (reading.kind !== 'read') throw new Error('The sample’s own return cannot be read.');
  for (const other of otherTrusts) {
    // The last of them has not sent its newest one yet: there is something to chase.
    if (other.turn === 3 && period === '2026-Q2') continue;
    const document = returnOfOther(reading.document, other);
    const receive = async (by: Planner, sent: typeof document) =>
      by.lmns.receive({
        lmns,
        fileName: bundleFileName(sent),
        contents: (await writeBundle(sent)).toString('base64'),
        namesNobody: true,
      });
    await receive(planner, document);
    if (other.code !== CORRECTED.code || period !== CORRECTED.period) continue;
    const later = await plannerOn(context, CORRECTED.day);
    await receive(later, corrected(document, `${CORRECTED.day}T09:00:00.000Z`));
  }
}

/** Takes into the evidence of each line what the compile and the records know for it, in the planner’s own words. */
async function keepFigures(planner: Planner, { lmns, period }: OfPeriod): Promise<void> {
  for (const { plan, figures } of await planner.lmns.answers({ lmns, period }))
    for (const { key, sentence } of figures)
      await planner.lmns.keepFigure({ lmns, period, reference: plan.reference, key, sentence });
}

/** The LMNS’s own workbook: made there, and at the trust pointed at as the planner suggests and as a person adds. */
async function takeWorkbook(planner: Planner, lmns: number, trust: string): Promise<void> {
  const workbook = await planner.lmns.blank({ lmns, period: NEWEST, code: null });
  const { id } = await planner.returns.addLmnsWorkbook({ trust, ...workbook });
  const { suggested } = await planner.returns.lmnsWorkbook({ trust, period: NEWEST, id });
  const points = suggested.map(({ sheet, cell, field }) => ({ sheet, cell, field }));
  // The cover asks for the trust’s code in words of its own, which nothing is suggested for.
  points.push({ sheet: 'Cover', cell: 'B5', field: 'trust code' });
  await planner.returns.pointLmnsWorkbook({ trust, period: NEWEST, id, points });
}
