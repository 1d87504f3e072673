import type { MeasureDefinition, MeasureTable, SystemCompile, SystemGap } from '#contract';
import { input, type Making, makings, wteInput } from '../../components/making.ts';
import { daysOf, figureText, numberText } from '../../components/measure-words.ts';
import { dateText } from '../../components/numbers.ts';

/** Whose returns count, and when each was made. */
const returnsOf = ({ trusts }: SystemCompile, codes: readonly string[]) =>
  trusts
    .filter(({ code, returned }) => returned && codes.includes(code))
    .map(({ name, madeAt, restated }) =>
      [`Return received from ${name}`, madeAt && `made ${dateText(madeAt)}`, restated && 'restated']
        .filter(Boolean)
        .join(', '),
    );

const smallNumbers = ({ hideBelow }: SystemCompile) =>
  `Counts below ${hideBelow} are left out, with what would tell them.`;

/** A gap of a staff group over the system. */
export function systemGapMade(
  system: SystemCompile,
  gap: SystemGap,
  key: 'requiredLessFunded' | 'vacancy' | 'requiredLessInPost',
): Making {
  const formulas = {
    requiredLessFunded: 'required − funded',
    vacancy: 'funded − in post',
    requiredLessInPost: 'required − in post',
  };
  const { summed } = gap[key];
  const nameOf = (code: string) => system.trusts.find((trust) => trust.code === code)?.name ?? code;
  return {
    formula: `sum over trusts of ${formulas[key]}, with its sign`,
    inputs: [
      ...gap.trusts.filter(({ trust }) => summed.includes(trust)).map((one) => wteInput(nameOf(one.trust), one[key])),
      input('Trusts in the sum', `${summed.length} of ${system.trusts.length}`),
    ],
    on: system.title,
    sources: returnsOf(system, summed),
    packs: [],
    packsOfOthers: packsOf(
      system.measures.flatMap(({ groups }) => groups.flatMap(({ tables }) => tables.slice(-1))),
      summed,
    ),
    notes: [smallNumbers(system)],
  };
}

/** The packs that the trusts' returns were worked out with, each once. */
function packsOf(tables: readonly MeasureTable[], codes: readonly string[]): string[] {
  const packs = tables.flatMap(({ cells }) =>
    cells.flatMap(({ trust, pack }) => (pack !== null && codes.includes(trust) ? [pack] : [])),
  );
  const named = [...new Set(packs)];
  return named.length > 0 ? named : ['As each trust’s return says; none of them names a pack'];
}

/** A measure over the system, and beside what it stands. */
export function systemMeasureMade(system: SystemCompile, definition: MeasureDefinition, table: MeasureTable) {
  const { hideBelow, trusts } = system;
  const { cells, system: all, title } = table;
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
  const part = (of: 'numerator' | 'denominator') => numberText(all, of, definition.unit, hideBelow);
  const made = makings({
    on: title,
    sources: returnsOf(
      system,
      cells.flatMap(({ trust, returned }) => (returned ? [trust] : [])),
    ),
    packs: [],
    packsOfOthers: packsOf([table], [...all.summed, ...all.leftOut]),
    notes: [
      definition.exclusions && `Leaves out: ${definition.exclusions}`,
      smallNumbers(system),
      ...table.warnings.map(({ sentence }) => sentence),
    ].filter(Boolean),
  });
  const ofTrusts = cells
    .filter(({ returned }) => returned)
    .map((cell) =>
      input(
        nameOf(cell.trust),
        figureText(cell, definition, hideBelow),
        cell.on === null ? title : daysOf({ from: cell.from, on: cell.on }, dateText),
      ),
    );
  return {
    system: made(
      definition.denominator === null
        ? `sum over trusts of ${definition.numerator}`
        : `sum over trusts of ${definition.numerator} ÷ sum over trusts of ${definition.denominator}`,
      input('Numerator', part('numerator')),
      ...(definition.denominator === null ? [] : [input('Denominator', part('denominator'))]),
      ...ofTrusts,
    ),
    inSum: made(
      'trusts whose return has numerator and denominator of the measure, of all trusts expected',
      input('In the sum', all.summed.length),
      input('No figure', all.missing.length),
      input('Left out', all.leftOut.length),
      input('Trusts', trusts.length),
    ),
    gross: made('sum over trusts of the values above nought, none set against another', ...ofTrusts),
    ranking: made(
      'trusts are ranked where their returns count alike: by the same pack and formula, with the same uplift, tool and days where the measure relies on them',
      ...ofTrusts,
    ),
  };
}
