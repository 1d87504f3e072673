import type { EnteredMeasure, MeasureDefinition } from '#contract';
import type { MeasuredSource } from './measure-values.ts';

/** The definition without who gave it, always in one order of fields: two measures are the same where this is. */
export function definitionText({ definedBy: _definedBy, ...definition }: MeasureDefinition): string {
  return JSON.stringify(Object.entries(definition).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** True for a measure that stands in no pack of the planner. */
export const isOwn = ({ definedBy }: MeasureDefinition): boolean => definedBy !== undefined;

/** The first line of a return that a measure serves; the first of all where it serves none that the trust answers. */
export const lineOfMeasure = (
  { references }: MeasureDefinition,
  lines: readonly { readonly reference: string }[],
): string => references.find((one) => lines.some(({ reference }) => reference === one)) ?? lines[0]?.reference ?? '';

/** "Thistledown (RX1)", or the LMNS by its name; null for a measure of a pack. */
export function definerInWords({ definedBy }: MeasureDefinition): string | null {
  if (definedBy === undefined) return null;
  return definedBy.code === null ? definedBy.name : `${definedBy.name} (${definedBy.code})`;
}

/**
 * What was entered of a measure as a source of a return: where it counts people, its numbers are protected with what is
 * left of the denominator, unless the numerator is no part of it.
 */
export function enteredSource(
  { id, ofPeople, denominator: of }: MeasureDefinition,
  { numerator, denominator, on, note }: EnteredMeasure,
  lastDay: string,
): MeasuredSource {
  const keys = { done: `${id} numerator`, not: `${id} rest`, all: `${id} denominator` };
  const measured = (people: boolean) => [
    {
      measure: id,
      group: null,
      from: null,
      on: on ?? lastDay,
      numerator: { value: numerator, ...(people && numerator !== null ? { people: keys.done } : {}) },
      denominator: {
        value: of === null ? null : denominator,
        ...(people && of !== null && denominator !== null ? { people: keys.all } : {}),
      },
      ...(note === '' ? {} : { note }),
    },
  ];
  if (!ofPeople) return { measured: measured(false) };
  const counts = new Map<string, number>();
  if (numerator !== null) counts.set(keys.done, numerator);
  if (of !== null && denominator !== null) counts.set(keys.all, denominator);
  const isPart = of !== null && numerator !== null && denominator !== null && numerator <= denominator;
  if (isPart) counts.set(keys.not, denominator - numerator);
  return {
    measured: measured(true),
    people: { counts, sums: isPart ? [{ total: keys.all, parts: [keys.done, keys.not] }] : [] },
  };
}
