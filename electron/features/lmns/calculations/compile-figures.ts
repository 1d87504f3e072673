import type { ReturnFigure, ReturnMeasure, SystemCompile, SystemFigure } from '../../../contract/index.ts';
import { percentInWords } from '../../../core/words.ts';
import { wteInWords } from '../../returns/calculations/words.ts';

/** Lines that trusts answer and that tell an LMNS about its own line. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  '4.4': ['4.1', '4.2'],
  '4.6': ['4.1'],
  '4.7': ['4.2'],
  '5.7': ['5.1', '5.5'],
  '5.8': ['5.1', '5.2', '5.3', '5.4'],
};

/** Which measures serve which of the LMNS's lines; each goes with one line, so that none is counted twice. */
const measuredBy: Readonly<Record<string, readonly string[]>> = {
  '4.4': ['4.1'],
  '4.7': ['4.2', '4.7'],
  '5.8': ['5.1'],
};

/** What the compiled returns say for the LMNS's lines. Numbers that may not be shown make no figure. */
export function compileFigures(system: SystemCompile): ReturnFigure[] {
  return [...statuses(system), ...gaps(system), ...measures(system)];
}

const figure = (system: SystemCompile, cells: Omit<ReturnFigure, 'source' | 'of'>): ReturnFigure => ({
  ...cells,
  source: `Returns of ${system.trusts.filter(({ returned }) => returned).length} of ${system.trusts.length} trusts`,
  of: system.title,
});

const missingOf = (system: SystemCompile, codes: readonly string[]): string[] => {
  const names = codes.map((code) => system.trusts.find((trust) => trust.code === code)?.name ?? code);
  return names.length > 0 ? [`Not in the figure: ${names.join(', ')}.`] : [];
};

function statuses(system: SystemCompile): ReturnFigure[] {
  return Object.entries(toldBy).flatMap(([reference, lines]) => {
    const its = system.lines.filter((line) => lines.includes(line.reference));
    if (its.length === 0) return [];
    const said = its.map(({ reference: line, counts: { blue, green, amber, red } }) => ({
      line,
      well: blue + green,
      all: blue + green + amber + red,
    }));
    const words = said.map(({ line, well, all }) => `${line}: ${well} of ${all}`).join('; ');
    return figure(system, {
      key: `${reference}-lines`,
      reference,
      title: 'How trusts stand with their lines',
      measures: said.map(
        ({ line, well, all }): ReturnMeasure => ({
          key: line,
          title: `Trusts on track or done with ${line}`,
          kind: 'rate',
          value: { numerator: well, denominator: all },
          formula: 'trusts with the status on track or complete / trusts with a status',
          inputs: [
            { title: 'on track or complete', kind: 'count', value: well },
            { title: 'with a status', kind: 'count', value: all },
          ],
          note: null,
        }),
      ),
      warnings: missingOf(system, system.missing),
      sentence: `Trusts on track or done, ${system.title}: ${words}.`,
    });
  });
}

function gaps(system: SystemCompile): ReturnFigure[] {
  const all = system.gaps.find(({ staffGroup }) => staffGroup === null);
  if (!all) return [];
  const of = (reference: string, key: 'requiredLessFunded' | 'requiredLessInPost', title: string): ReturnFigure[] => {
    const { net, gross, missing, summed } = all[key];
    const inputs = summed.flatMap((code): ReturnMeasure['inputs'] => {
      const own = all.trusts.find(({ trust }) => trust === code);
      return own ? [{ title: code, kind: 'wte', value: own[key] }] : [];
    });
    if (net === null) return [];
    const part = (name: string, value: number | null, formula: string): ReturnMeasure => ({
      key: name,
      title: `${title}, ${name}`,
      kind: 'wte',
      value,
      formula,
      inputs,
      note: null,
    });
    return [
      figure(system, {
        key: `${reference}-${key}`,
        reference,
        title,
        measures: [
          part('net', net, 'sum over trusts; those above what is required are set against the others'),
          part('gross', gross, 'sum of gaps above nought alone'),
        ],
        warnings: missingOf(system, missing),
        sentence: `${title}, ${system.title}: ${wteInWords(net)} net, ${wteInWords(gross ?? 0)} counting gaps alone, over ${summed.length} of ${system.trusts.length} trusts.`,
      }),
    ];
  };
  return [
    ...of('4.4', 'requiredLessInPost', 'Required less in post'),
    ...of('4.6', 'requiredLessFunded', 'Required less funded'),
  ];
}

function measures(system: SystemCompile): ReturnFigure[] {
  return system.measures.flatMap(({ definition, groups }) => {
    const line = Object.entries(measuredBy).find(([, lines]) =>
      definition.references.some((one) => lines.includes(one)),
    );
    const [table] = groups.find(({ group }) => group === null)?.tables.slice(-1) ?? [];
    const share = table && definition.unit !== 'days' ? shareOf(table.system, definition.denominatorPer) : null;
    if (!line || !table || !share) return [];
    const { summed } = table.system;
    const [reference] = line;
    return figure(system, {
      key: `${reference}-${definition.id}`,
      reference,
      title: definition.shortName,
      measures: [
        {
          key: definition.id,
          title: definition.shortName,
          kind: 'rate',
          value: share,
          inputs: inputsOf(definition, table.system),
          note: null,
          formula: `sum of ${definition.numerator} / sum of ${definition.denominator ?? ''}`,
        },
      ],
      warnings: [
        ...missingOf(system, [...table.system.missing, ...table.system.leftOut]),
        ...table.warnings.map(({ sentence }) => sentence),
      ],
      sentence: `${definition.shortName} of the system, ${system.title}: ${percentInWords(share)}, over ${summed.length} of ${system.trusts.length} trusts.`,
    });
  });
}

/** Numerator and denominator of a share; null where one is not shown or there is nothing to divide by. */
function shareOf({ numerator, denominator }: SystemFigure, per: number) {
  if (numerator === null || !denominator) return null;
  return { numerator: numerator * per, denominator };
}

/** The sums that a share was made of. */
function inputsOf(
  { numerator: counted, denominator: ofWhat, unit }: SystemCompile['measures'][number]['definition'],
  { numerator, denominator }: SystemFigure,
): ReturnMeasure['inputs'] {
  const kind = unit === 'wte' || unit === 'minutes' ? unit : 'count';
  return [
    { title: counted, kind, value: numerator },
    { title: ofWhat ?? '', kind, value: denominator },
  ];
}
