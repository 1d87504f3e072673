import type { MeasureDefinition } from '#contract';
import { definitionText, isOwn } from '../../returns/calculations/own-measures.ts';
import type { Standing } from './standing-values.ts';

/** What has to be the same for numbers to be added up. */
export const unitsOf = ({ unit, denominatorPer, denominator }: MeasureDefinition): string =>
  `${unit} ${denominatorPer} ${denominator === null}`;

/**
 * Whether the trust at a place counts a measure as `definition` does, so that its numbers can be added: a measure of a pack in
 * the same units; one that a trust or an LMNS defines itself by the same definition, word for word.
 */
export function sharedMeaning(
  definition: MeasureDefinition,
  standings: readonly (Standing | undefined)[],
): (place: number) => boolean {
  const alike = standings.map((standing) => {
    const own = standing?.latest.definitions.find(({ id }) => id === definition.id);
    if (own === undefined || own === definition) return true;
    if (isOwn(own) || isOwn(definition))
      return isOwn(own) === isOwn(definition) && definitionText(own) === definitionText(definition);
    return unitsOf(own) === unitsOf(definition);
  });
  return (place) => alike[place] ?? true;
}
