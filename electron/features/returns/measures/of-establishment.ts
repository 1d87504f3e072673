import type { GapPosition, ReturnBasis } from '#contract';
import type { Context } from '../../../context.ts';
import { addMonths } from '../../../core/dates.ts';
import { lastBy } from '../../../core/in-force.ts';
import { listAssessments } from '../../establishment/assessment-repository.ts';
import { birthrateTool } from '../../establishment/assessment-use.ts';
import { upliftOf } from '../../establishment/calculations/assessment-uplift.ts';
import { answerGap, gapDays } from '../../establishment/gap-service.ts';
import { shownGap } from '../../establishment/gap-shown.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { maternityGroups } from '../../staff/calculations/as-expected.ts';
import { namesOfGroups } from '../../staff/group-names.ts';
import { type Measured, type MeasuredSource, plain } from '../calculations/measure-values.ts';

interface Established extends MeasuredSource {
  readonly basis: ReturnBasis;
}

/**
 * Vacancies, fill and gaps by staff group and of midwives and support together, on the newest ledger or staff list by a
 * day; and what the requirement rests on. WTE in hundred-thousandths.
 */
export function ofEstablishment(context: Context, trust: TrustRow, day: string): Established {
  const { database, reference } = context;
  const { bands, staffGroups, unmapped } = reference.organisation;
  const names = { group: namesOfGroups(context), bands, staffGroups };
  const on = lastBy(gapDays(database, trust).reverse(), day) ?? day;
  const answer = answerGap(context, trust, on);
  const shown = shownGap(answer, trust, names);
  const together = shownGap(answer, trust, names, maternityGroups['midwives_and_support']);
  const parts = shown.byGroup.filter(({ group }) => group !== unmapped.key);
  const places = [
    { group: null, position: together.all },
    ...parts.map(({ groupName, position }) => ({ group: groupName, position })),
  ];
  const { assessmentYears } = reference.theme2Return;
  const required = answer.lines.filter((line) => line.required !== null);
  const oldest = addMonths(on, -12 * assessmentYears);
  const inDate = required.filter(({ requiredDate }) => requiredDate !== null && requiredDate >= oldest);
  return {
    measured: [
      ...places.flatMap(({ group, position }) => gapsOf(position, group, on)),
      ...(required.length > 0
        ? [
            {
              measure: 'requirements-in-date',
              group: null,
              from: null,
              on,
              ...plain(inDate.length, required.length),
            },
          ]
        : []),
    ],
    basis: {
      ...requirementOf(context, trust, day, shown.requirements),
      census: shown.staffCensus,
    },
  };
}

/** Each gap over the lines that say both of its sides; none where no line does. */
function gapsOf(position: GapPosition, group: string | null, on: string): Measured[] {
  const { vacancy, requiredLessFunded, requiredLessInPost } = position;
  const of = (measure: string, numerator: number | null, denominator: number | null): Measured[] =>
    denominator === null ? [] : [{ measure, group, from: null, on, ...plain(numerator, denominator) }];
  return [
    ...of('vacancy-rate', vacancy.wte, vacancy.from),
    ...of('establishment-fill', vacancy.less, vacancy.from),
    ...of('funding-gap', requiredLessFunded.wte, requiredLessFunded.from),
    ...of('staffing-gap', requiredLessInPost.wte, requiredLessInPost.from),
  ];
}

/** By the newest agreed assessment of the day or before; else by the newest requirement that lines name, without an uplift. */
function requirementOf(
  { database }: Context,
  trust: TrustRow,
  day: string,
  named: readonly { readonly tool: string | null; readonly date: string | null }[],
): Omit<ReturnBasis, 'census'> {
  const agreed = listAssessments(database, trust.id).find(
    ({ status, head }) => status === 'agreed' && head.date !== null && head.date <= day,
  );
  if (!agreed) {
    const [newest] = [...named].sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1));
    return { uplift: null, upliftIs: null, tool: newest?.tool ?? null, assessedOn: newest?.date ?? null };
  }
  const { share } = upliftOf(agreed);
  return {
    uplift: share && { numerator: Number(share.numerator), denominator: Number(share.denominator) },
    upliftIs: share && (agreed.head.upliftMode === 'divisor' ? 'divisor' : 'add-on'),
    tool: birthrateTool,
    assessedOn: agreed.head.date,
  };
}
