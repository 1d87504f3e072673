import type { ReturnDocument } from '#contract';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../database/database.ts';
import { insertLmns } from '../lmns/repository.ts';
import { systemId } from '../organisation/repository.ts';
import { readBundle } from '../returns/bundle/read.ts';
import { bundleFileName, writeBundle } from '../returns/bundle/write.ts';
import { plannerOn } from './story.ts';

/** The other three of the invented system. */
const others = [
  { code: 'SM0', name: 'Saltmarsh Hospitals (sample)', share: 0.72, turn: 1 },
  { code: 'OK0', name: 'Oakhanger and Downs (sample)', share: 1.31, turn: 2 },
  { code: 'SB0', name: 'St Brannoc’s & St Kew’s – Women’s (sample)', share: 0.55, turn: 3 },
] as const;
type Other = (typeof others)[number];

const periods = [
  { period: '2026-Q1', due: '2026-07-15', day: '2026-07-13' },
  { period: '2026-Q2', due: '2026-10-15', day: '2026-10-14' },
  { period: '2026-Q3', due: '2027-01-15', day: null },
] as const;
const statuses = ['green', 'amber', 'green', 'blue', 'red', 'green', 'amber'] as const;

/**
 * The LMNS of the sample trust: it expects returns of four trusts, received those of two quarters, agreed actions and keeps
 * its own records. Without a record in the history, as the trust itself.
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
      for (const { code, name } of [trust, ...others])
        await planner.lmns.setTrust({ lmns, code, name, hasPlanner: true });
    await planner.lmns.setPeriod({ lmns, period, due });
    if (day === null) continue;
    const own = await planner.returns.bundle({ trust: trust.code, period, namesNobody: true });
    await planner.lmns.receive({ lmns, ...own, namesNobody: true });
    const reading = await readBundle(Buffer.from(own.contents, 'base64'), { namesNobody: true });
    if (reading.kind !== 'read') throw new Error('The sample’s own return cannot be read.');
    for (const other of others) {
      // The last of them has not sent its newest one yet: there is something to chase.
      if (other.turn === 3 && period === '2026-Q2') continue;
      const document = returnOfOther(reading.document, other);
      const contents = (await writeBundle(document)).toString('base64');
      await planner.lmns.receive({ lmns, fileName: bundleFileName(document), contents, namesNobody: true });
    }
  }
  await keepRecords(context, lmns);
}

/** What another trust of the system returned: the same lines with its own statuses, and figures of its own size. */
function returnOfOther(document: ReturnDocument, { code, name, share, turn }: Other): ReturnDocument {
  const scaled = (value: number) => Math.round(value * share);
  const wider = (value: number) => Math.round(value * share * (1 + turn / 40));
  return {
    ...document,
    trust: { code, name },
    lines: document.lines.map((line, index) => ({
      ...line,
      status: statuses[(index * turn + turn) % statuses.length] ?? 'green',
      sharing: false,
    })),
    figures: [],
    workforce: { ...document.workforce, rows: [] },
    measures: {
      ...document.measures,
      values: document.measures.values.map((value) => ({
        ...value,
        numerator: value.numerator === null ? null : scaled(value.numerator),
        denominator: value.denominator === null ? null : wider(value.denominator),
      })),
    },
  };
}

/** What the LMNS itself keeps: judgements, a level agreed, places, practice to share, actions with trusts. */
async function keepRecords(context: Context, lmns: number): Promise<void> {
  const planner = await plannerOn(context, '2026-10-29');
  const keep = (cells: Parameters<typeof planner.lmns.setRecord>[0]['cells']) =>
    planner.lmns.setRecord({ lmns, id: null, cells });
  const period = '2026-Q2';
  for (const [code, judgement] of [
    ['FH0', 'assured'],
    ['SM0', 'partly assured'],
    ['OK0', 'assured'],
  ] as const)
    await keep({
      kind: 'assurance',
      code,
      period,
      judgement,
      basis: 'Board report, shift fill and red flags of the quarter',
      by: 'Chief midwife of the LMNS',
      on: '2026-10-22',
    });
  await keep({
    kind: 'level',
    code: 'FH0',
    profession: 'Obstetric medical',
    agreed: 'Nine consultants with the labour ward in their job plan',
    wte: 900_000,
    guidance: 'College workforce guidance',
    by: 'Medical lead of the LMNS',
    agreedOn: '2025-09-30',
    reviewOn: '2026-11-30',
  });
  await keep({
    kind: 'capacity',
    code: 'SM0',
    period,
    service: 'Births',
    of: 'births',
    commissioned: 2400,
    staffedFor: 2250,
    note: 'Two rooms are closed at night.',
  });
  await keep({
    kind: 'placements',
    code: 'FH0',
    period,
    university: 'University of Fernhollow',
    learners: 'Student midwives',
    places: 24,
    filled: 21,
    quality: 'Students praise the welcome on the ward.',
  });
  await keep({
    kind: 'practice',
    code: 'FH0',
    title: 'Self-rostering on every unit',
    words: 'Requests are answered within four weeks, and fewer people leave for want of hours that suit them.',
    references: '5.1',
    sharedWith: 'The three other trusts',
    sharedOn: '2026-10-08',
  });
  await keep({
    kind: 'action',
    code: 'SM0',
    reference: '4.1',
    what: 'Bring the assessment of required staffing up to date',
    owner: 'Head of midwifery',
    due: '2026-11-30',
    doneOn: null,
    followUp: 'Asked for in October',
  });
  await keep({
    kind: 'action',
    code: 'OK0',
    reference: '6.1',
    what: 'Fund the backfill of two study days',
    owner: 'Director of midwifery',
    due: '2026-10-15',
    doneOn: null,
    followUp: '',
  });
}
