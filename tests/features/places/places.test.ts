import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded, foldedWords, type Place } from '../../../electron/contract/index.ts';
import { findPlaces, indexOfPlaces } from '../../../electron/features/places/calculations.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { addSmallTrust } from '../today/trust.ts';

const person = (key: string, title: string, detail: string | null = null): Place => ({
  kind: 'person',
  key,
  title,
  detail,
});
const titles = (places: readonly Place[]) => places.map(({ title }) => title);

it('O’Néill-Łukasz is found by oneill, by o’neill and by lukasz, and St Mary’s by st marys', () => {
  const index = indexOfPlaces([person('1', 'Siân O’Néill-Łukasz'), person('2', "St Mary's & St John's – Women’s")]);
  for (const typed of ['oneill', "O'NEILL", 'o neill', 'lukasz sian', 'ill-łuk'])
    expect(titles(findPlaces(index, typed, 10).places), typed).toEqual(['Siân O’Néill-Łukasz']);
  for (const typed of ['st marys', 'womens john', 'Mary’s'])
    expect(titles(findPlaces(index, typed, 10).places), typed).toEqual(["St Mary's & St John's – Women’s"]);
  expect(findPlaces(index, ' –’ ', 10)).toEqual({ found: 0, places: [] });
});

it('what is called so comes before what has it within, and a title before what stands beside it', () => {
  const index = indexOfPlaces([
    person('1', 'Edward Osei', 'Rowan'),
    person('2', 'Ward Hughes'),
    person('3', 'Amy Wardle'),
    person('4', 'Joy Lee', 'Ward 2'),
    person('5', 'Ann Steward', 'Delivery suite'),
    { ...person('6', 'Ward'), kind: 'unit' },
  ]);
  expect(titles(findPlaces(index, 'ward', 10).places)).toEqual([
    'Ward',
    'Ward Hughes',
    'Amy Wardle',
    'Ann Steward',
    'Edward Osei',
    'Joy Lee',
  ]);
  expect(findPlaces(index, 'ward', 2)).toMatchObject({
    found: 6,
    places: [{ title: 'Ward' }, { title: 'Ward Hughes' }],
  });
});

it('finds exactly those of which every word typed is a part, in any order', () => {
  const word = fc.stringMatching(/^[a-cé’-]{1,4}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.option(text)), { maxLength: 12 }), text, (rows, typed) => {
      const all = rows.map(([title, detail], at) => person(String(at), title, detail));
      const words = foldedWords(typed);
      const within = ({ title, detail }: Place) =>
        words.every((one) => `${folded(title)} ${folded(detail ?? '')}`.includes(one));
      const wanted = words.length === 0 ? [] : all.filter(within).map(({ key }) => key);
      const { found, places } = findPlaces(indexOfPlaces(all), typed, 100);
      expect(places.map(({ key }) => key).sort()).toEqual(wanted.sort());
      expect(found).toBe(wanted.length);
      const turned = findPlaces(indexOfPlaces(all), [...words].reverse().join(' '), 100);
      expect(turned.places.map(({ key }) => key).sort()).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

it('a trust holds its units, preceptees, posts, actions, courses and lines, each under the key of its screen, and no other trust’s', async () => {
  const { planner, context } = openTestPlanner();
  const held = await addSmallTrust(planner, context.today());
  await planner.organisation.addTrust({
    code: 'RX9',
    name: 'Elsewhere',
    system: null,
    sites: [],
    units: [{ name: 'Juniper ward', kind: 'other', site: null }],
  });
  const find = async (words: string, trust = held.trust) =>
    (await planner.places.find({ trust, words, limit: 200 })).places.map(({ kind, key }) => `${kind} ${key}`);
  expect(await find('juniper')).toEqual([]);
  expect(await find('JUNI', 'RX9')).toHaveLength(1);
  expect(await find('suite deliv')).toContain(`unit ${held.unit}`);
  expect(await find('osei')).toContain(`preceptee ${held.preceptee}`);
  expect(await find('midwife delivery')).toContain(`post ${held.post}`);
  expect(await find('rostering')).toEqual([`action ${held.action}`]);
  expect(await find('fetal monitoring')).toContain('course fetal_monitoring');
  expect(await find('5.1')).toContain('line 5.1');
  // What is added a moment ago is there at the next letter, and what is undone is gone.
  await planner.organisation.addUnit({ trust: held.trust, name: 'Señor’s Court', kind: 'other', site: null });
  expect(await find('senors')).toHaveLength(1);
  await planner.history.undo({ trust: held.trust });
  expect(await find('senors')).toEqual([]);
  expect((await refusalOf(planner.places.find({ trust: 'NONE', words: 'a' }))).code).toBe('TRUST_UNKNOWN');
});

it.skipIf(!samplesAreHere)(
  `everybody on the newest staff list is found once, and the file that named them${ifSamples}`,
  async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const find = async (words: string) => (await trust.client.places.find({ trust: 'T1', words, limit: 200 })).places;
    const { rows } = await trust.client.staff.people({ trust: 'T1', which: 'all', limit: 40 });
    for (const { person: number, name } of rows) {
      const found = (await find(number)).filter(({ kind }) => kind === 'person');
      expect(found.map(({ key, title }) => [key, title])).toEqual([[number, name]]);
    }
    expect((await find('esr staff xlsx')).map(({ kind }) => kind)).toEqual(['import']);
  },
);
