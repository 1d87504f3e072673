import type { EnteredMeasure, MeasureDefinition, TypedMeasure } from '#contract';
import { measureDefinition } from '../../../contract/return-measures.ts';
import type { Context } from '../../../context.ts';
import { recordChange } from '../../../database/history.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { periodTitle } from '../calculations/periods.ts';
import type { ReturnRow } from '../repository.ts';
import { fingerprintOf } from './measures-file.ts';
import {
  deleteEntered,
  deleteMeasure,
  enteredIn,
  ownMeasuresOf,
  putEntered,
  putMeasure,
  type StoredMeasure,
} from './repository.ts';

/** True where a pack of the planner has a measure of that id, which goes before any own one. */
export const isOfPack = ({ reference }: Pick<Context, 'reference'>, id: string): boolean =>
  reference.measures.measures.some((one) => one.id === id);

/** What a trust has not typed of its measure is as the guidance has it: nothing divides the denominator. */
export const ownDefinition = (
  typed: TypedMeasure,
  definedBy: NonNullable<MeasureDefinition['definedBy']>,
): MeasureDefinition => measureDefinition.parse({ ...typed, definedBy });

export const sameMeasure = (one: MeasureDefinition, other: MeasureDefinition): boolean =>
  fingerprintOf(one) === fingerprintOf(other) && JSON.stringify(one.definedBy) === JSON.stringify(other.definedBy);

/** The free texts of a definition by field. */
export const textsOf = (definition: TypedMeasure): Record<string, string> =>
  Object.fromEntries(
    Object.entries(definition).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

type MeasureOutcome =
  | { readonly kind: 'kept'; readonly label: string | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'id taken' }
  | { readonly kind: 'handed on' };

/** Adds a measure that the trust defines, or with an id changes one; its history of values stays. */
export function setMeasure(context: Context, trust: TrustRow, id: number | null, typed: TypedMeasure): MeasureOutcome {
  const { database, now } = context;
  const all = ownMeasuresOf(database, trust.id);
  const before = all.find((one) => one.id === id);
  if (id !== null && !before) return { kind: 'gone' };
  if (before && before.definition.definedBy?.code !== trust.code) return { kind: 'handed on' };
  const isTaken = all.some((one) => one.id !== id && one.definition.id === typed.id) || isOfPack(context, typed.id);
  if (isTaken) return { kind: 'id taken' };
  const definition = ownDefinition(typed, { kind: 'trust', code: trust.code, name: trust.name });
  if (before && sameMeasure(before.definition, definition)) return { kind: 'kept', label: null };
  const label = `${before ? 'Change' : 'Add'} the measure ${definition.shortName}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () => putMeasure(database, trust.id, id, definition));
  return { kind: 'kept', label };
}

export function removeMeasure({ database, now }: Context, trust: TrustRow, { id, definition }: StoredMeasure): string {
  const label = `Remove the measure ${definition.shortName}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteMeasure(database, id));
  return label;
}

/** Enters what a measure is in a period; with neither number and no note there is nothing left of it. */
export function enterMeasure(
  { database, now }: Context,
  trust: TrustRow,
  { period }: ReturnRow,
  { id, definition }: StoredMeasure,
  typed: EnteredMeasure,
): string | null {
  const entered = definition.denominator === null ? { ...typed, denominator: null } : typed;
  const before = enteredIn(database, trust.id, period).find(({ measureId }) => measureId === id);
  const isNothing = entered.numerator === null && entered.denominator === null && entered.note === '';
  const text = ({ numerator, denominator, on, note }: EnteredMeasure) =>
    JSON.stringify([numerator, denominator, on, note]);
  if (before ? text(before) === text(entered) : isNothing) return null;
  const label = `${definition.shortName}, ${periodTitle(period)}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () => {
    // What was submitted once stays there, empty, so that a correction can be given up.
    if (isNothing && before?.submitted === null) deleteEntered(database, before.id);
    else putEntered(database, id, period, entered);
  });
  return label;
}

/**
 * Takes in measures that somebody handed on. What was handed on before is replaced; a measure that the trust defines itself,
 * or the pack, keeps its id.
 */
export function addMeasures(
  context: Context,
  trust: TrustRow,
  fileName: string,
  measures: readonly MeasureDefinition[],
): { kind: 'kept'; label: string | null } | { kind: 'id taken'; id: string } {
  const { database, now } = context;
  const all = ownMeasuresOf(database, trust.id);
  const known = new Map(all.map((one) => [one.definition.id, one]));
  const isFrom = ({ definedBy: one }: MeasureDefinition, { definedBy: other }: MeasureDefinition) =>
    one?.kind === other?.kind && (one?.code ?? one?.name) === (other?.code ?? other?.name);
  for (const measure of measures) {
    const before = known.get(measure.id);
    if (isOfPack(context, measure.id) || (before && !isFrom(before.definition, measure)))
      return { kind: 'id taken', id: measure.id };
  }
  const changed = measures.filter((measure) => {
    const before = known.get(measure.id);
    return !before || !sameMeasure(before.definition, measure);
  });
  if (changed.length === 0) return { kind: 'kept', label: null };
  const label = `Measures of ${fileName}: ${changed.map(({ shortName }) => shortName).join(', ')}`.slice(0, 200);
  recordChange(database, { trustId: trust.id, label, at: now() }, () => {
    for (const measure of changed) putMeasure(database, trust.id, known.get(measure.id)?.id ?? null, measure);
  });
  return { kind: 'kept', label };
}
