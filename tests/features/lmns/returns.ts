import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureDefinition, MeasureValue, ReturnDocument } from '#contract';
import { returnDocument } from '../../../electron/contract/return-document.ts';
import type { Database } from '../../../electron/database/database.ts';
import { documentOf, receiptsOf } from '../../../electron/features/lmns/receipt-repository.ts';
import { periodDays, periodTitle } from '../../../electron/features/returns/calculations/periods.ts';

/** Vacancy rate in the shape of the technical guidance. */
export const vacancyRate: MeasureDefinition = {
  id: 'T2-vacancy',
  shortName: 'Vacancy rate',
  description: 'Posts without somebody in them',
  type: 'progress',
  references: ['4.1'],
  source: 'Establishment',
  numerator: 'funded less in post, WTE',
  denominator: 'funded, WTE',
  exclusions: 'none',
  standardisation: 'none',
  levels: ['trust', 'system'],
  direction: 'down',
  link: null,
  unit: 'wte',
  denominatorPer: 1,
  ofPeople: false,
  reliesOn: [],
};

export const leaverRate: MeasureDefinition = {
  ...vacancyRate,
  id: 'T2-leavers',
  shortName: 'Leaver rate',
  description: 'Midwives who left',
  references: ['5.1'],
  numerator: 'leavers',
  denominator: 'midwives in post',
  unit: 'heads',
  ofPeople: true,
};

interface Plan {
  readonly objectives: readonly { number: number; title: string }[];
  readonly lines: readonly {
    reference: string;
    title: string;
    sentence: string;
    objective: number;
    theme: number;
    owner: string;
  }[];
}

const plan = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/reference/three-year-delivery-plan.json'), 'utf8'),
) as Plan;

interface OfTrust {
  readonly code: string;
  readonly name: string;
  readonly period?: string;
  /** ISO 8601 in UTC. */
  readonly madeAt?: string;
  /** WTE in hundred-thousandths. */
  readonly funded?: number;
  readonly inPost?: number;
  readonly leavers?: number;
  readonly midwives?: number;
  readonly status?: 'blue' | 'green' | 'amber' | 'red';
  /** Of lines that stand otherwise than `status`. */
  readonly statuses?: Readonly<Record<string, 'blue' | 'green' | 'amber' | 'red' | null>>;
  readonly progress?: string;
  readonly pack?: string;
  readonly restates?: { readonly of: string; readonly reason: string };
}

/** The return of an invented trust, whole as a trust would submit it: its twelve lines and two measures. */
export function returnOf(trust: OfTrust): ReturnDocument {
  const { code, name, period = '2026-Q2', madeAt = '2026-10-05T09:00:00.000Z', status = 'green' } = trust;
  const { funded = 10_000_000, inPost = 9_000_000, leavers = 12, midwives = 100, pack = '1' } = trust;
  const { first, last } = periodDays(period);
  const title = periodTitle(period);
  const value = (measure: string, numerator: number, denominator: number): MeasureValue => ({
    measure,
    group: null,
    numerator,
    denominator,
    numeratorState: 'shown',
    denominatorState: 'shown',
    from: null,
    on: last,
    formula: `${measure} as the pack says`,
    pack: `staff-rules ${pack}`,
  });
  const lines = plan.lines
    .filter(({ theme, owner }) => theme === 2 && owner === 'trust')
    .map(({ reference, title: heading, sentence, objective }) => ({
      reference,
      title: heading,
      sentence,
      published: null,
      dates: '',
      objective: plan.objectives.find(({ number }) => number === objective)?.title ?? '',
      status: trust.statuses?.[reference] === undefined ? status : trust.statuses[reference],
      progress: trust.progress ?? `Progress of ${code}`,
      evidence: 'Board paper',
      lead: 'Head of Midwifery',
      due: '2028-03-31',
      risk: '',
      helpNeeded: '',
    }));
  const row = {
    level: 'trust',
    unit: null,
    staffGroup: null,
    band: null,
    required: funded,
    funded,
    inPost,
    requiredLessFunded: 0,
    vacancy: funded - inPost,
    grossVacancy: funded - inPost,
    requiredLessInPost: funded - inPost,
    vacancyRate: { numerator: funded - inPost, denominator: funded },
    establishmentFill: { numerator: inPost, denominator: funded },
    requiredTool: 'Birthrate+',
    requiredSource: null,
    requiredDate: '2025-03-01',
  };
  return returnDocument.parse({
    format: 'maternity-workforce-planner/theme-2-return',
    version: 1,
    trust: { code, name },
    system: { name: 'Mallowmere LMNS', kind: 'LMNS' },
    period,
    title,
    first,
    last,
    madeAt,
    appVersion: '0.1.0',
    packs: [{ id: 'staff-rules', title: 'Staff rules', version: pack }],
    definitions: [],
    lines,
    figures: [],
    workforce: { on: last, rows: [{ ...row, level: 'staff group', staffGroup: 'Midwives' }, row] },
    rosters: { fill: [], temporary: [], sources: [] },
    shared: {
      practices: [
        {
          title: `Self-rostering at ${code}`,
          text: 'Teams write their own roster.',
          element: 'Flexible working',
          references: ['5.1'],
          escalateTo: null,
          approvedBy: 'Head of Midwifery',
          approvedOn: '2026-09-20',
        },
      ],
      challenges: [],
    },
    measures: {
      definitions: [vacancyRate, leaverRate],
      values: [value('T2-vacancy', funded - inPost, funded), value('T2-leavers', leavers, midwives)],
      basis: { uplift: null, upliftIs: null, tool: 'Birthrate+', assessedOn: '2025-03-01', census: last },
    },
    signatures: { checked: null, signedOff: null, submitted: { role: 'Director of Midwifery', at: madeAt } },
    restatements: trust.restates
      ? [
          {
            at: madeAt,
            by: 'Director of Midwifery',
            reason: trust.restates.reason,
            of: trust.restates.of,
            changes: [{ place: 'Vacancy rate', from: 'was', to: 'is' }],
          },
        ]
      : [],
  });
}

/** What the store keeps of a received return. */
export function keptOf({ database }: { database: Database }, lmns: number, id: number | undefined): ReturnDocument {
  return documentOf(database, receiptsOf(database, lmns).find((receipt) => receipt.id === id)!);
}
