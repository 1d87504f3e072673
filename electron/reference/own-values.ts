import type { ReplaceableValue } from '../contract/reference.ts';
import { assembled, type PackSource, parsePack, type Reference } from './load.ts';
import { type Place, placesAt } from './places.ts';

/** A value that a trust uses in place of a published one, in the unit of the pack. */
export interface OwnValue {
  readonly pack: string;
  readonly path: string;
  readonly value: unknown;
}

/** A value of a pack that can be replaced: what it is called, how it is shown, and what is published. */
export interface Replaceable extends Pick<ReplaceableValue, 'unit' | 'mark' | 'per' | 'choices'> {
  readonly path: string;
  readonly name: string;
  readonly published: number | string | boolean;
}

/** Every value of a pack that a trust may replace, in the order in which the pack names them. */
export function replaceableIn(source: PackSource): Replaceable[] {
  const content: unknown = JSON.parse(source.text);
  return source.pack.values.flatMap(({ path, name, ...how }) =>
    placesAt(content, path).flatMap((place) => {
      const { value } = place;
      if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') return [];
      return [{ ...how, path: place.path, name: nameAt(name, place), published: value }];
    }),
  );
}

/** `{name}: weeks to start` with the words of the innermost element that has them. */
function nameAt(name: string, { around }: Place): string {
  const wordsOf = (field: string) => [...around].reverse().find((element) => field in element)?.[field];
  return name.replace(/\{(\w+)\}/g, (_, field: string) => String(wordsOf(field) ?? ''));
}

/**
 * The reference with a trust's own values in place of the published ones, checked as the files are. A value that the
 * pack of today does not take, since the place is gone or its rules are others, is left out: the published one counts.
 */
export function withOwnValues(reference: Reference, own: readonly OwnValue[]): Reference {
  if (own.length === 0) return reference;
  const known = kept.get(reference) ?? new Map<string, Reference>();
  kept.set(reference, known);
  const key = JSON.stringify(own);
  const found = known.get(key);
  if (found) return found;
  const made = replaced(reference, own);
  // One for each trust in use; what nobody asks for any more is not worth its memory.
  if (known.size >= 40) known.clear();
  known.set(key, made);
  return made;
}

const kept = new WeakMap<Reference, Map<string, Reference>>();

function replaced(reference: Reference, own: readonly OwnValue[]): Reference {
  const sources = reference.sources.map((source) => {
    const ofPack = own.filter(({ pack }) => pack === source.pack.id);
    if (ofPack.length === 0) return source;
    const all = packWith(source, ofPack);
    if (typeof all !== 'string') return all;
    return ofPack.reduce((taken, one) => {
      const next = packWith(taken, [one]);
      return typeof next === 'string' ? taken : next;
    }, source);
  });
  return { ...assembled(sources), published: reference.published };
}

/** A pack with some values replaced, or in words why it cannot be. */
export function packWith(source: PackSource, own: readonly Pick<OwnValue, 'path' | 'value'>[]): PackSource | string {
  const content: unknown = JSON.parse(source.text);
  for (const { path, value } of own) {
    const [place, ...more] = placesAt(content, path);
    if (!place || more.length > 0) return `there is no ${path} in it`;
    if (typeof place.value !== typeof value) return `${path} is of another kind`;
    place.replace(value);
  }
  const pack = parsePack(content);
  return typeof pack === 'string' ? pack : { pack, text: JSON.stringify(content) };
}
