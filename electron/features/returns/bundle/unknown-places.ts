import type { Json } from '../calculations/records.ts';

/** Places of what was read that its shape does not know, such as `document.lines[0].nurse`. */
export function unknownPlaces(raw: Json, known: Json, place = ''): string[] {
  if (Array.isArray(raw) && Array.isArray(known))
    return raw.flatMap((one: Json, index) => unknownPlaces(one, (known[index] ?? null) as Json, `${place}[${index}]`));
  if (!isRecord(raw)) return [];
  if (!isRecord(known)) return [place];
  return Object.entries(raw).flatMap(([step, one]) => {
    const here = place === '' ? step : `${place}.${step}`;
    return step in known ? unknownPlaces(one, known[step] ?? null, here) : [here];
  });
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
