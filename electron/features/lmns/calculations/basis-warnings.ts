import type { CompileWarning } from '#contract';
import { addMonths, dateInWords } from '../../../core/dates.ts';
import { roundedPercent } from '../../../core/rates.ts';
import type { CompileOptions } from './options.ts';
import type { Standing } from './standing-values.ts';

/** Where trusts differ in uplift, tool, age of assessment or census: what each has, those without an answer left out. */
export function basisWarnings(
  standings: readonly (Standing | undefined)[],
  codes: readonly string[],
  { assessmentYears }: CompileOptions,
): CompileWarning[] {
  const said = (read: (standing: Standing) => string | null) =>
    standings.flatMap((standing, place) => {
      const value = standing ? read(standing) : null;
      return value === null ? [] : [{ trust: codes[place] ?? '', value }];
    });
  const differing = (kind: CompileWarning['kind'], sentence: string, trusts: CompileWarning['trusts']) =>
    new Set(trusts.map(({ value }) => value)).size > 1 ? [{ kind, sentence, trusts }] : [];
  const uplift = said(({ latest: { basis } }) => {
    if (basis.uplift === null) return null;
    const { numerator, denominator } = basis.uplift;
    const isExact = Number.isSafeInteger(numerator * 100) && Number.isSafeInteger(denominator) && denominator > 0;
    const percent = isExact ? roundedPercent({ numerator, denominator }) : (numerator / denominator) * 100;
    return `${percent} %${basis.upliftIs === null ? '' : basis.upliftIs === 'divisor' ? ' as a divisor' : ' added on'}`;
  });
  const ages = said(({ latest: { basis } }) => (basis.assessedOn === null ? null : dateInWords(basis.assessedOn)));
  const old = standings.flatMap((standing, place) => {
    const on = standing?.latest.basis.assessedOn ?? null;
    const isOld = on !== null && standing !== undefined && addMonths(on, 12 * assessmentYears) < standing.latest.last;
    return isOld ? [{ trust: codes[place] ?? '', value: dateInWords(on) }] : [];
  });
  return [
    ...differing('uplift', 'Trusts use different uplifts in what is required.', uplift),
    ...differing(
      'tool',
      'Trusts assess what is required with different tools.',
      said(({ latest }) => latest.basis.tool),
    ),
    ...(old.length > 0 && old.length < ages.length
      ? [
          {
            kind: 'assessment age' as const,
            sentence: `The assessment of required staffing is more than ${assessmentYears} years old in some trusts.`,
            trusts: ages,
          },
        ]
      : old.length > 0
        ? [
            {
              kind: 'assessment age' as const,
              sentence: `Every assessment of required staffing is more than ${assessmentYears} years old.`,
              trusts: old,
            },
          ]
        : []),
    ...differing(
      'census',
      'Trusts counted staff in post on different days.',
      said(({ latest: { basis } }) => (basis.census === null ? null : dateInWords(basis.census))),
    ),
  ];
}

/** Where trusts worked with different editions of the planner or of its packs. */
export function editionWarnings(
  standings: readonly (Standing | undefined)[],
  codes: readonly string[],
): CompileWarning[] {
  const present = standings.flatMap((standing, place) => (standing ? [{ standing, trust: codes[place] ?? '' }] : []));
  const differing = (
    kind: CompileWarning['kind'],
    sentence: string,
    read: (standing: Standing) => string | undefined,
  ) => {
    const trusts = present.flatMap(({ standing, trust }) => {
      const value = read(standing);
      return value === undefined ? [] : [{ trust, value }];
    });
    return new Set(trusts.map(({ value }) => value)).size > 1 ? [{ kind, sentence, trusts }] : [];
  };
  const packs = [...new Set(present.flatMap(({ standing }) => [...standing.latest.packs.keys()]))].sort();
  return [
    ...packs.flatMap((id) =>
      differing('pack', `Trusts follow different editions of the pack “${id}”.`, ({ latest }) => latest.packs.get(id)),
    ),
    ...differing(
      'app',
      'Trusts made their returns with different versions of the planner.',
      ({ latest }) => latest.appVersion,
    ),
  ];
}
