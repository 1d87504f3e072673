import type { AssessmentShown, AssessmentSummary } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { addMonths, partsOf } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { workbookFileName } from '../../exports/workbook.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { changeInWords } from './assessment-changes.ts';
import { copyOf, defaultsShown, startingInputs } from './assessment-defaults.ts';
import {
  deleteAssessment,
  insertAssessment,
  listAssessments,
  setStatus,
  updateAssessment,
} from './assessment-repository.ts';
import { birthrateTool, planLines, useLines } from './assessment-use.ts';
import { assessmentName, definitions } from './assessment-words.ts';
import { assessmentWorkbook } from './assessment-workbook.ts';
import { workOut } from './calculations/assessment.ts';
import { listLines } from './repository.ts';

const on = implementation.establishment;

/** How old a report is on a day; `years` is how long it is good for. */
export function ageOf(date: string | null, today: string, years: number): AssessmentShown['age'] {
  if (date === null) return null;
  const [from, to] = [partsOf(date), partsOf(today)];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  return { months, years, past: addMonths(date, years * 12) < today };
}

function find(context: Pick<Context, 'database'>, trust: TrustRow, id: number) {
  return listAssessments(context.database, trust.id).find((each) => each.id === id);
}

function describe(context: Context, trust: TrustRow, id: number): AssessmentShown | undefined {
  const { reference, today } = context;
  const found = find(context, trust, id);
  if (!found) return undefined;
  return {
    ...found,
    name: assessmentName(found),
    age: ageOf(found.head.date, today(), reference.theme2Return.assessmentYears),
    result: workOut(found, reference.birthrate),
    definitions,
    defaults: defaultsShown(reference.birthrate),
  };
}

/** Whether every area is of one of the trust's units, or of none. */
function areOfTrust(
  { database }: Context,
  trust: TrustRow,
  areas: readonly { readonly unit: number | null }[] | undefined,
): boolean {
  const own = new Set(describeTrust(database, trust).units.map(({ id }) => id));
  return (areas ?? []).every(({ unit }) => unit === null || own.has(unit));
}

export const assessmentHandlers = {
  assessments: on.assessments.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const lines = listLines(database, trust.id).filter(({ requiredTool }) => requiredTool === birthrateTool);
    return listAssessments(database, trust.id).map((each): AssessmentSummary => {
      const { births, clinical, specialist, total, findings } = workOut(each, reference.birthrate);
      const { provider, reference: report, date, basis } = each.head;
      const name = assessmentName(each);
      return {
        id: each.id,
        name,
        provider,
        reference: report,
        date,
        basis,
        status: each.status,
        age: ageOf(date, today(), reference.theme2Return.assessmentYears),
        births,
        clinical,
        specialist,
        total,
        findings: findings.length,
        lines: lines.filter(({ requiredSource }) => requiredSource === name).length,
      };
    });
  }),

  assessment: on.assessment.handler(({ input, context, errors }) => {
    const shown = describe(context, requireTrust(context.database, input.trust), input.id);
    if (!shown) throw errors.NOT_THERE();
    return shown;
  }),

  addAssessment: on.addAssessment.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const copied = input.copyOf ? find(context, trust, input.copyOf) : undefined;
    if (input.copyOf && !copied) throw errors.NOT_THERE();
    const start = copied ? copyOf(copied) : startingInputs(reference.birthrate, describeTrust(database, trust).units);
    const inputs = { ...start, ...input.inputs };
    if (!areOfTrust(context, trust, inputs.areas)) throw errors.NOT_THERE();
    const label = copied ? `Copy of ${assessmentName(copied)}` : 'New Birthrate+ assessment';
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertAssessment(database, trust.id, inputs),
    );
    return { id, label };
  }),

  changeAssessment: on.changeAssessment.handler(({ input, context, errors }) => {
    const { trust: code, id, ...wanted } = input;
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const found = find(context, trust, id);
    if (!found) throw errors.NOT_THERE();
    if (found.status !== 'draft') throw errors.NOT_DRAFT();
    if (!areOfTrust(context, trust, wanted.areas)) throw errors.NOT_THERE();
    const label = changeInWords(found, wanted);
    if (label === null) return { label };
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateAssessment(database, id, wanted));
    return { label };
  }),

  setAssessmentStatus: on.setAssessmentStatus.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const all = listAssessments(database, trust.id);
    const found = all.find(({ id }) => id === input.id);
    const superseded = input.supersedes.map((other) => all.find(({ id }) => id === other && id !== input.id));
    if (!found || superseded.includes(undefined)) throw errors.NOT_THERE();
    const name = assessmentName(found);
    const labels = {
      agreed: `Agree ${name}`,
      draft: `Make ${name} a draft again`,
      superseded: `${name} is superseded`,
    };
    const leaving = superseded.flatMap((each) => (each && each.status !== 'superseded' ? [each] : []));
    if (found.status === input.status && leaving.length === 0) return { label: null };
    const label = labels[input.status];
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      setStatus(database, found.id, input.status);
      for (const { id } of leaving) setStatus(database, id, 'superseded');
    });
    return { label };
  }),

  removeAssessment: on.removeAssessment.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = find(context, trust, input.id);
    if (!found) throw errors.NOT_THERE();
    if (found.status !== 'draft')
      throw errors.NOT_DRAFT({
        message: 'An agreed or superseded assessment is kept. Make it a draft again to remove it.',
      });
    const label = `Remove ${assessmentName(found)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteAssessment(database, found.id));
    return { label };
  }),

  requiredLines: on.requiredLines.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const found = find(context, trust, input.id);
    if (!found) throw errors.NOT_THERE();
    const result = workOut(found, context.reference.birthrate);
    const planned = planLines(context.database, describeTrust(context.database, trust), found, result, input.options);
    if (planned.kind === 'refused') throw errors.CANNOT_USE({ message: planned.message });
    return { lines: planned.lines, total: planned.total };
  }),

  adoptAssessment: on.adoptAssessment.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = find(context, trust, input.id);
    if (!found) throw errors.NOT_THERE();
    const result = workOut(found, context.reference.birthrate);
    const planned = planLines(database, describeTrust(database, trust), found, result, input.options);
    if (planned.kind === 'refused') throw errors.CANNOT_USE({ message: planned.message });
    const label = useLines(database, { trustId: trust.id, at: now() }, found, planned);
    return { label, lines: planned.lines.length };
  }),

  exportAssessment: on.exportAssessment.handler(async ({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const shown = describe(context, trust, input.id);
    if (!shown) throw errors.NOT_THERE();
    const { units } = describeTrust(context.database, trust);
    const bytes = await assessmentWorkbook(shown, { trust: trust.name, units, at: context.now() });
    return {
      fileName: workbookFileName(`${trust.name} ${shown.name}`),
      contents: Buffer.from(bytes).toString('base64'),
    };
  }),
};
