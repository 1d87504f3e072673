import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedPlaces, placeKey } from '../../../electron/features/establishment/calculations/ledger.ts';
import {
  differs,
  judgePosts,
  type NumberedPost,
  wteOf,
} from '../../../electron/features/establishment/calculations/posts.ts';
import { reconcile, shareReconciled } from '../../../electron/features/establishment/calculations/reconciliation.ts';

const rules = { unmapped: 'unmapped' };
const post = (title: string | null, wte: number, more: Partial<NumberedPost> = {}): NumberedPost => ({
  costCentre: '441101',
  group: 'midwives',
  band: '7',
  title,
  positionNumber: null,
  wte: wte * 100_000,
  row: 5,
  ...more,
});
const verdicts = (funded: NumberedPost[], inPost: NumberedPost[], leftOut: NumberedPost[] = []) =>
  [...judgePosts({ funded, inPost, leftOut }, rules).values()]
    .flat()
    .map(({ title, verdict, matchedBy }) => [title, verdict, matchedBy]);

describe('posts of ledger and staff list', () => {
  test('a position number that both files have matches a post, whatever its title', () => {
    const funded = [post('Fetal wellbeing post', 1, { positionNumber: '0012345' })];
    const inPost = [post('Lead Midwife', 1, { positionNumber: '12345' })];
    expect(verdicts(funded, inPost)).toEqual([['Fetal wellbeing post', 'agreed', 'number']]);
  });

  test('a position number that one file lacks leaves the match to the title', () => {
    const inPost = [post('Matron (Band 7)', 1.2, { positionNumber: '77' })];
    expect(verdicts([post('Matron', 1)], inPost)).toEqual([['Matron', 'over', 'title']]);
  });

  test('the same position number at another cost centre is the same post elsewhere', () => {
    const funded = [post('Matron', 1, { positionNumber: '9' })];
    const inPost = [post('Matron', 1, { positionNumber: '9', costCentre: '441102' }), post('Matron', 1)];
    expect(verdicts(funded, inPost).map(([, verdict]) => verdict)).toEqual(['elsewhere', 'only_staff', 'elsewhere']);
  });

  test('one ledger post that names two titles holds both', () => {
    const inPost = [post('Labour Ward Coordinator', 0.9), post('Senior Midwife', 0.6)];
    expect(verdicts([post('Senior Midwife / Coordinator', 2)], inPost)).toEqual([
      ['Senior Midwife / Coordinator', 'agreed', 'part_of_title'],
    ]);
  });

  test('a title that the whole service shares is no match for a longer one', () => {
    const found = verdicts([post('Midwife', 1)], [post('Bereavement Midwife', 1)]);
    expect(found.map(([, verdict]) => verdict)).toEqual(['not_told', 'not_told']);
  });

  test('a post without a name is never matched with another', () => {
    const found = verdicts([post(null, 1)], [post(null, 1)]);
    expect(found.map(([, verdict, by]) => [verdict, by])).toEqual([
      ['not_told', null],
      ['not_told', null],
    ]);
  });

  test('somebody under a title whose funding ended is only in the staff list', () => {
    const found = verdicts(
      [post('Coordinator', 3)],
      [post('Retention Midwife', 1), post('Lead', 1)],
      [post('Retention Midwife', 1)],
    );
    expect(found).toContainEqual(['Retention Midwife', 'only_staff', null]);
    expect(found).toContainEqual(['Coordinator', 'not_told', null]);
  });
});

const anyPost = record({
  costCentre: constantFrom('441101', '0441101', '441102', null),
  group: constantFrom('midwives', 'support', 'medical', 'unmapped'),
  band: constantFrom('3', '6', '7'),
  title: constantFrom('Midwife', 'midwife band 6', 'Senior Midwife / Coordinator', 'Senior Midwife', 'Matron', null),
  positionNumber: constantFrom(null, null, '1', '2', '3'),
  wte: integer({ min: 0, max: 300_000 }),
  row: integer({ min: 2, max: 99 }),
});
const files = record({ funded: array(anyPost, { maxLength: 25 }), inPost: array(anyPost, { maxLength: 25 }) });

test('every row is in exactly one post of its place, so that posts sum to their line and lines to the trust', () => {
  assert(
    property(files, ({ funded, inPost }) => {
      const posts = judgePosts({ funded, inPost, leftOut: [] }, rules);
      const places = comparedPlaces(funded, inPost, rules);
      expect([...posts.keys()].sort()).toEqual(places.map(placeKey).sort());
      for (const place of places) {
        const own = posts.get(placeKey(place)) ?? [];
        expect(own.reduce((sum, { ledger }) => sum + wteOf(ledger), 0)).toBe(place.funded);
        expect(own.reduce((sum, { staff }) => sum + wteOf(staff), 0)).toBe(place.inPost);
        expect(new Set(own.map(({ key, staff }) => `${key} ${staff.length > 0}`)).size).toBe(own.length);
      }
      const rows = [...posts.values()].flat().flatMap(({ ledger, staff }) => [...ledger, ...staff]);
      expect(new Set(rows).size).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});

test('the order of the rows is irrelevant to every verdict, sum and share', () => {
  const told = (funded: readonly NumberedPost[], inPost: readonly NumberedPost[]) => {
    const posts = judgePosts({ funded, inPost, leftOut: [] }, rules);
    const places = comparedPlaces(funded, inPost, rules);
    const { places: reconciled } = reconcile({ census: '2026-10-31', places, posts }, [], new Map());
    const lines = reconciled.map(({ key, kind, funded: paid, inPost: held, posts: own }) => [
      key,
      kind,
      paid,
      held,
      own.map(({ key: name, verdict, matchedBy, funded: one, inPost: other }) => [
        name,
        verdict,
        matchedBy,
        one,
        other,
      ]),
    ]);
    return { lines, share: shareReconciled(reconciled) };
  };
  assert(
    property(files, ({ funded, inPost }) => {
      expect(told([...funded].reverse(), [...inPost].reverse())).toEqual(told(funded, inPost));
    }),
    { numRuns: 300 },
  );
});

test('a difference is carried from the first month of an unbroken run, and the share is of what is done over all', () => {
  assert(
    property(array(files, { minLength: 2, maxLength: 4 }), (months) => {
      const [now, ...before] = months
        .map(({ funded, inPost }, month) => ({
          census: `2026-0${month + 1}-28`,
          places: comparedPlaces(funded, inPost, rules),
          posts: judgePosts({ funded, inPost, leftOut: [] }, rules),
        }))
        .reverse();
      const earlier = [...before].reverse();
      const { places } = reconcile(now!, earlier, new Map());
      for (const place of places) {
        expect(place.since === null).toBe(place.kind === 'agreed');
        for (const one of place.posts) {
          expect(one.since === null).toBe(!differs(one));
          if (one.since === null) continue;
          for (const month of earlier.filter(({ census }) => census >= one.since!))
            expect(month.posts.get(place.key)?.some((each) => each.key === one.key && differs(each))).toBe(true);
        }
      }
      const { lines, posts } = shareReconciled(places);
      expect(lines.numerator + places.filter(({ kind }) => kind !== 'agreed').length).toBe(lines.denominator);
      const told = places.flatMap(({ posts: own }) => own).filter(({ verdict }) => verdict !== 'not_told');
      expect(posts.numerator + told.filter(differs).length).toBe(told.length);
    }),
    { numRuns: 100 },
  );
});
