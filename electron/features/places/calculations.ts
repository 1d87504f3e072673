import { folded, foldedWords, type Place, placeKinds } from '#contract';

interface Entry {
  readonly place: Place;
  /** Folded title and detail, each after a space, so that a word's start is found by the space before it. */
  readonly text: string;
  /** Characters of it that are the title. */
  readonly title: number;
}

/** Places ready to be searched, in the order in which equals are told. */
export type PlaceIndex = readonly Entry[];

/** Makes an index: by kind, then by title. */
export function indexOfPlaces(places: readonly Place[]): PlaceIndex {
  const rank = new Map(placeKinds.map((kind, position) => [kind, position]));
  return places
    .map((place): Entry => {
      const title = ` ${folded(place.title)}`;
      const detail = place.detail === null ? '' : ` ${folded(place.detail)}`;
      return { place, text: title + detail, title: title.length };
    })
    .sort(
      (one, other) =>
        (rank.get(one.place.kind) ?? 0) - (rank.get(other.place.kind) ?? 0) ||
        (one.text < other.text ? -1 : one.text > other.text ? 1 : 0),
    );
}

/** How far a word is from the start of the title; undefined where it is no part of the entry. */
function distance({ text, title }: Entry, word: string, atStart: string): number | undefined {
  const part = text.indexOf(word);
  if (part < 0) return undefined;
  if (part === 1) return 0;
  const start = text.indexOf(atStart);
  if (start >= 0 && start < title) return 1;
  if (part + word.length <= title) return 2;
  return start >= 0 ? 3 : 4;
}

/** The first `limit` places of which every word is a part, the nearest first, and how many there are in all. */
export function findPlaces(index: PlaceIndex, typed: string, limit: number): { found: number; places: Place[] } {
  const words = foldedWords(typed);
  if (words.length === 0) return { found: 0, places: [] };
  const starts = words.map((word) => ` ${word}`);
  // By how far they are: no more than four for each word, so nothing needs sorting.
  const near: Place[][] = Array.from({ length: words.length * 4 + 2 }, () => []);
  const whole = ` ${words.join(' ')}`;
  let found = 0;
  for (const entry of index) {
    let far = 0;
    for (let at = 0; at < words.length; at += 1) {
      const of = distance(entry, words[at] ?? '', starts[at] ?? '');
      if (of === undefined) {
        far = -1;
        break;
      }
      far += of;
    }
    if (far < 0) continue;
    found += 1;
    // What is called just so comes before all else.
    const group = near[entry.text.startsWith(whole) && entry.title === whole.length ? 0 : far + 1];
    if (group && group.length < limit) group.push(entry.place);
  }
  const places: Place[] = [];
  for (const group of near) {
    if (places.length >= limit) break;
    places.push(...group.slice(0, limit - places.length));
  }
  return { found, places };
}
