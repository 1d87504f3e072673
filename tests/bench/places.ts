import { fileURLToPath } from 'node:url';
import { argv } from 'node:process';
import { folded, foldedWords, type Place, placeKinds } from '../../electron/contract/index.ts';
import { findPlaces, indexOfPlaces } from '../../electron/features/places/calculations.ts';
import { randomNumbers } from './random.ts';

const ENTRIES = 10_000;
const AIM_MS = 30;
/** Times what a bare look for the same words in the same texts takes. */
const AIM_RATIO = 15;
const RUNS = 40;

const first =
  'Amara Bethan Callum Déborah Éilís Farah Grace Hana Ifeoma Jörg Katarzyna Łucja Maeve Niamh Oluwaseun Priya'.split(
    ' ',
  );
const last =
  'Osei Pryce Reid Lindqvist O’Neill Smith-Jones Mistry Nowak Abiodun Fernández D’Souza Hughes Wardle Steward'.split(
    ' ',
  );
const wards = ['Delivery suite', 'Rowan ward', 'Community north', 'Triage', 'Antenatal clinic', 'Birth centre'];
/** What people type: a letter, a part of a word, several words in any order, an apostrophe, something that nothing has. */
const typed = [
  'a',
  'ne',
  'oneill',
  "o'neill ama",
  'ward rowan 6',
  'jones smith',
  '5.1',
  'zzz',
  'delivery suite band 7 osei',
];

/** So many places as a large service holds, the same in every run. */
export function manyPlaces(count: number): Place[] {
  const random = randomNumbers(2026);
  return Array.from({ length: count }, (_, at) => ({
    kind: random.chance(0.6) ? 'person' : random.of(placeKinds),
    key: String(at),
    title: `${random.of(first)} ${random.of(last)} ${random.of(last)}`,
    detail: `Midwife, Band ${random.whole(2, 8)}, ${random.of(wards)}, ${20_000_000 + at}`,
  }));
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((one, other) => one - other)[RUNS / 2] ?? 0;
}

/**
 * One search of 10,000 places beside its yardstick `includes`: the same words looked for in the same folded texts by nothing
 * more than String.includes, without ranking or answering them: `node tests/bench/places.ts`.
 */
function main(): void {
  const places = manyPlaces(ENTRIES);
  const began = performance.now();
  const index = indexOfPlaces(places);
  console.log(
    `index of ${ENTRIES} made in ${(performance.now() - began).toFixed(0)} ms, kept until something is written`,
  );
  const texts = places.map(({ title, detail }) => folded(`${title} ${detail ?? ''}`));
  let isMet = true;
  for (const words of typed) medianOf(() => findPlaces(index, words, 40));
  for (const words of typed) {
    const parts = foldedWords(words);
    const ours = medianOf(() => findPlaces(index, words, 40));
    const bare = medianOf(() => texts.filter((text) => parts.every((part) => text.includes(part))).length);
    const met = ours < AIM_MS && ours < AIM_RATIO * bare;
    isMet &&= met;
    const { found } = findPlaces(index, words, 40);
    console.log(
      `${words.padEnd(28)}${String(found).padStart(6)} found ${ours.toFixed(2).padStart(7)} ms  ${(ours / bare).toFixed(1).padStart(5)} × includes  ${met ? 'met' : 'NOT MET'}`,
    );
  }
  if (!isMet) process.exitCode = 1;
}

if (fileURLToPath(import.meta.url) === argv[1]) main();
