import type { EvidenceItem, HeldEvidence } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { listBatches } from '../../imports/batches.ts';
import { formatsOf } from '../../imports/known-formats.ts';
import { evidenceOf as incentiveEvidence } from '../assurance/incentive-repository.ts';
import { listAssessments } from '../establishment/assessment-repository.ts';
import { assessmentName } from '../establishment/assessment-words.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { snapshotsOf } from '../retention/equality-repository.ts';
import { planShown } from '../retention/plan-shown.ts';
import { roundsOf } from '../retention/self-assessment-repository.ts';
import { analysesOf, approvalsOf } from '../training/needs-repository.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import { counted } from './calculations/words.ts';
import { periodTitle } from './calculations/periods.ts';
import { evidenceOf } from './evidence-repository.ts';
import { returnsOf } from './repository.ts';

type Found = Omit<HeldEvidence, 'key' | 'taken'>;
type World = Pick<Context, 'database' | 'reference' | 'today'>;

const HERE = 'In the planner';
const year = (first: string) => `the year from ${dateInWords(first)}`;

/**
 * What the store of a trust holds that can prove a line: imports that are not undone, plans, meetings at which something was
 * approved, and documents by title and place. The newest of each kind first; `taken` is in the evidence of the line already.
 */
export function heldEvidence(
  context: Context,
  trust: TrustRow,
  { period, reference }: { readonly period: string; readonly reference: string },
): HeldEvidence[] {
  const found = [
    ...imports(context, trust),
    ...plans(context, trust),
    ...meetings(context, trust),
    ...documents(context, trust),
    ...earlier(context, trust),
  ];
  const row = returnsOf(context.database, trust.id).find((one) => one.period === period);
  const items = row ? evidenceOf(context.database, row.id).filter((own) => own.reference === reference) : [];
  const own = new Set(items.map(({ item }) => keyOf(item)));
  const byKey = new Map(found.map((one) => [keyOf(one), one]));
  return [...byKey].map(([key, one]) => ({ ...one, key, taken: own.has(key) }));
}

const keyOf = ({ kind, title, place, day }: Pick<EvidenceItem, 'kind' | 'title' | 'place' | 'day'>) =>
  [kind, title, place, day ?? ''].join('|');

const newestFirst = (one: Found, other: Found) => (other.day ?? '').localeCompare(one.day ?? '');

function imports(context: Context, trust: TrustRow): Found[] {
  const titles = formatsOf(context);
  return listBatches(context.database, trust.id)
    .filter(({ undoneAt }) => undoneAt === null)
    .map((batch) => {
      const { periodFirst: first, periodLast: last } = batch;
      const of =
        first === null || last === null
          ? ''
          : ` of ${first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`}`;
      return {
        kind: 'import',
        title: titles.get(batch.kind)?.title ?? batch.kind,
        place: batch.fileName,
        day: batch.committedAt.slice(0, 10),
        detail: `${counted(batch.rowsAccepted, 'row')}${of}`,
      };
    });
}

function plans({ database, reference, today }: World, trust: TrustRow): Found[] {
  const { posts } = answerPlan({ database, reference, today }, trust);
  const vacancies: Found[] =
    posts.length === 0
      ? []
      : [{ kind: 'plan', title: 'Vacancy plan', place: HERE, day: today(), detail: counted(posts.length, 'post') }];
  const plan = planShown({ database, reference, today }, trust);
  const living = plan.actions.filter(({ gone }) => !gone);
  const analyses = analysesOf(database, trust.id).map(
    ({ first, version, madeOn }): Found => ({
      kind: 'plan',
      title: `Training needs analysis, ${year(first)}, version ${version}`,
      place: HERE,
      day: madeOn,
      detail: '',
    }),
  );
  const retention: Found[] =
    living.length === 0
      ? []
      : [
          {
            kind: 'plan',
            title: 'Retention improvement plan',
            place: HERE,
            day: plan.planDay,
            detail: counted(living.length, 'action'),
          },
        ];
  return [...retention, ...vacancies, ...analyses.reverse()];
}

const bodies = { leads: 'Training leads', board: 'Board', lmns: 'LMNS' } as const;

function meetings({ database }: World, trust: TrustRow): Found[] {
  return analysesOf(database, trust.id)
    .flatMap(({ id, first, version }) =>
      approvalsOf(database, id).map(
        ({ body, date }): Found => ({
          kind: 'meeting',
          title: `${bodies[body]}: approved the training needs analysis`,
          place: `${year(first)}, version ${version}`,
          day: date,
          // Who approved it may be a name, and no name goes into a return.
          detail: '',
        }),
      ),
    )
    .sort(newestFirst);
}

function documents({ database, reference }: World, trust: TrustRow): Found[] {
  const document = (title: string, place: string, day: string | null, detail = ''): Found => ({
    kind: 'document',
    title,
    place,
    day,
    detail,
  });
  const assessments = listAssessments(database, trust.id).map((one) =>
    document(
      assessmentName(one),
      one.head.provider ?? HERE,
      one.head.date,
      `Assessment of required staffing, ${one.status}`,
    ),
  );
  const rounds = roundsOf(database, trust.id).map(({ name, day }) => document(`Self-assessment: ${name}`, HERE, day));
  const snapshots = snapshotsOf(database, trust.id).map(({ day }) =>
    document(`Workforce equality as on ${dateInWords(day)}`, HERE, day),
  );
  const incentive = reference.incentiveSchemes.flatMap((scheme) =>
    incentiveEvidence(database, trust.id, scheme.year).map(({ title, place, dated }) =>
      document(title, place, dated, scheme.title),
    ),
  );
  return [...assessments, ...rounds, ...snapshots, ...incentive].sort(newestFirst);
}

/** What was typed as evidence of any line of any return, to be named once more. */
function earlier({ database }: World, trust: TrustRow): Found[] {
  return returnsOf(database, trust.id).flatMap(({ id, period }) =>
    evidenceOf(database, id).flatMap(({ reference, item: { kind, title, place, day, detail } }): Found[] =>
      kind === 'figure'
        ? []
        : [{ kind, title, place, day, detail: detail || `Evidence of ${reference}, ${periodTitle(period)}` }],
    ),
  );
}
