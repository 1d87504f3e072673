import type { MeasureDefinition } from '#contract';
import type { Standing } from './standing-values.ts';

/** What has to be the same for numbers to be added up. */
export const unitsOf = ({ unit, denominatorPer, denominator }: MeasureDefinition): string =>
  `${unit} ${denominatorPer} ${denominator === null}`;

/** Whether the trust at a place counts a measure in the units of `definition`, so that its numbers can be added. */
export function sharedMeaning(
  definition: MeasureDefinition,
  standings: readonly (Standing | undefined)[],
): (place: number) => boolean {
  const alike = standings.map((standing) => {
    const own = standing?.latest.definitions.find(({ id }) => id === definition.id);
    return own === undefined || own === definition || unitsOf(own) === unitsOf(definition);
  });
  return (place) => alike[place] ?? true;
}
