import type { Context } from '../../../context.ts';
import { definitionsOf } from '../../returns/definitions.ts';
import { wholeMeasures } from '../../returns/measures-service.ts';
import { isOfPack } from '../../returns/own-measures/service.ts';
import { trustLines } from '../../returns/register.ts';
import { lmnsMeasuresOf } from '../measure-repository.ts';
import { expectedTrusts, type LmnsRow, periodsDue } from '../repository.ts';
import type { BlankContext } from './read.ts';
import type { BlankReturn } from './write.ts';

/** What a filled-in workbook is read with. */
export function blankContext(context: Context): BlankContext {
  const { reference, now } = context;
  const objectives = new Map(reference.plan.objectives.map(({ number, title }) => [number, title]));
  return {
    lines: trustLines(context).map((plan) => ({ ...plan, objectiveTitle: objectives.get(plan.objective) ?? '' })),
    definitions: definitionsOf(reference),
    measures: wholeMeasures(context),
    assessmentYears: reference.theme2Return.assessmentYears,
    now: now(),
  };
}

/** A blank workbook for one trust that the LMNS expects returns from, or for any. */
export function blankReturn(context: Context, lmns: LmnsRow, period: string, code: string | null): BlankReturn {
  const { database, reference, version, now } = context;
  const trust = expectedTrusts(database, lmns.id).find((own) => own.code === code);
  return {
    system: { name: lmns.name, kind: lmns.kind },
    trust: trust ? { code: trust.code, name: trust.name } : null,
    period,
    due: periodsDue(database, lmns.id).find((own) => own.period === period)?.due ?? null,
    lines: trustLines(context),
    staffGroups: reference.organisation.staffGroups.map(({ name }) => name),
    bands: reference.organisation.bands.map(({ name }) => name),
    measures: [
      ...wholeMeasures(context),
      ...lmnsMeasuresOf(database, lmns.id)
        .map(({ definition }) => definition)
        .filter(({ id }) => !isOfPack(context, id)),
    ],
    appVersion: version,
    at: now(),
  };
}
