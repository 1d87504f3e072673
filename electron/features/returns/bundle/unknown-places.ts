import type { Json } from '../calculations/records.ts';

/** Places of what was read that its shape does not know, such as `document.lines[0].nurse`. */
export function unknownPlaces(raw: Json, known: Json): string[] {
  return unknownBelow(raw, known).map((place) => place.replace(/^\./, ''));
}

const none: readonly string[] = [];

/** Places from here on, each with its dot or bracket: thousands of returns have none, so none are named on the way down. */
function unknownBelow(raw: Json, known: Json): readonly string[] {
  if (Array.isArray(raw) && Array.isArray(known)) {
    const found: string[] = [];
    for (let index = 0; index < raw.length; index++)
      for (const place of unknownBelow(raw[index] as Json, (known[index] ?? null) as Json))
        found.push(`[${index}]${place}`);
    return found;
  }
  if (!isRecord(raw)) return none;
  if (!isRecord(known)) return [''];
  const found: string[] = [];
  for (const step of Object.keys(raw)) {
    if (!(step in known)) found.push(`.${step}`);
    else for (const place of unknownBelow(raw[step] ?? null, known[step] ?? null)) found.push(`.${step}${place}`);
  }
  return found;
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
