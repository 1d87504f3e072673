import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedTables } from '../../../electron/core/protected-tables.ts';
import { type SharedBefore, withSharedBefore } from '../../../electron/core/shared-before.ts';
import { protect, type ProtectedCount, type SharingMemory } from '../../../electron/core/small-numbers.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { sharedSystem } from '../../../electron/features/retention/shared-system.ts';
import { attack } from '../../support/attack-tables.ts';
import { workedOut } from '../../support/work-out.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
const SMALLEST = 5;

/** A shared file that shows the counts of these keys; what it told is kept for the next. */
function share(tables: PublishedTables, before: readonly SharedBefore[], shows: (key: string) => boolean) {
  const told: SharedBefore[] = [];
  const note: SharingMemory['note'] = ({ own, asked }) => {
    const known = [...own].flatMap(([key, { kind }]): [string, 'shown' | 'small' | 'withheld'][] =>
      tables.counts.has(key) && kind !== 'not known' && (kind !== 'shown' || asked.has(key)) ? [[key, kind]] : [],
    );
    told.push({ at: '', tables, told: new Map(known) });
  };
  let answers: ReadonlyMap<string, ProtectedCount> = new Map();
  const shown = protect(tables, {
    hideBelow: SMALLEST,
    roundTo: 1,
    memory: {
      own: before,
      beside: before,
      note: (noted) => {
        note(noted);
        answers = noted.own;
      },
    },
  });
  const cells = new Map([...tables.counts.keys()].filter(shows).map((key) => [key, shown(key)]));
  // Noted before it was asked: what it told is known at the end.
  const [first] = told;
  const asked = new Map([...cells].flatMap(([key, { kind }]) => (kind === 'shown' ? [[key, kind] as const] : [])));
  return {
    cells,
    answers,
    tables,
    before,
    told: { at: '', tables, told: new Map([...(first?.told ?? []), ...asked]) },
  };
}

/** By everything that both files show, solved, with no look at how they were protected. */
function solvesNothing({ answers, tables, before }: ReturnType<typeof share>, isLarge = false) {
  const all = withSharedBefore(tables, before, SMALLEST);
  if (isLarge) {
    const { hidden, settled } = workedOut(all, answers, SMALLEST);
    // A large count that is left out for another may follow, as long as none that has to be left out does.
    const isFew = (count: number) => count > 0 && count < SMALLEST;
    expect(settled.filter((key) => isFew(all.counts.get(key) ?? 0) || all.changed?.has(key))).toEqual([]);
    return hidden;
  }
  // Where all but what is known is left out, nobody is told anything; counts that did not change are taken for known ones.
  const isNew = (key: string) => answers.get(key)?.kind === 'shown' && all.settled?.get(key) !== 'shown';
  if (![...tables.counts].some(([key, count]) => count !== 0 && isNew(key))) return 0;
  const ranges = attack(all, answers, SMALLEST);
  for (const [key, [least, most]] of ranges) expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
  return ranges.size;
}

/** What both files show of one count may differ by none, or by so many that nobody is told by it. */
function differByMany(one: ReturnType<typeof share>, other: ReturnType<typeof share>) {
  for (const [key, now] of other.cells) {
    const then = one.cells.get(key);
    if (then?.kind !== 'shown' || now.kind !== 'shown') continue;
    const difference = Math.abs(now.count - then.count);
    expect(difference === 0 || difference >= SMALLEST, `${key} tells ${difference}`).toBe(true);
  }
}

/** People by unit, band and age, a digit each. */
const peopleOf = (text: string) =>
  text.split(' ').map((one) => ({ unit: Number(one[0]), band: Number(one[1]), age: Number(one[2]) }));
type Correction = [place: number, to: ReturnType<typeof peopleOf>[number], isGone: boolean];
const correction = (place: number, to: string, isGone = false): Correction => [place, peopleOf(to)[0]!, isGone];
/** What has once told too much: lists, with what was corrected before the second file and before the third. */
const tellingLists: [ReturnType<typeof peopleOf>, Correction[], Correction[], boolean][] = [
  // The only one of unit 2 in band 0 leaves: the nought told all the others.
  [
    peopleOf('100 210 220 000 010 100 020 010 000 200 010 000 210 000 000 210 100 100 210 100 100 010 100 100 010'),
    [correction(0, '000', true), correction(8, '000')],
    [correction(0, '000')],
    false,
  ],
  // Small numbers that were told as such before cannot be blurred, and one who came is withheld anyway.
  [
    peopleOf('200 200 200 020 002 102 100 000 000 000 000 200 010 102 100 000 100'),
    [correction(3, '002'), correction(7, '222')],
    [correction(0, '000')],
    false,
  ],
];

it('a table that is shared again after a correction tells nobody by the difference, however few were corrected', () => {
  const person = fc.record({ unit: fc.nat(2), band: fc.nat(2), age: fc.nat(2) });
  const tablesOf = (people: readonly { unit: number; band: number; age: number }[]): PublishedTables => {
    const counts = new Map([['all', people.length]]);
    const sums = (['unit', 'band', 'age'] as const).map((of) => {
      const parts = [0, 1, 2].map((key) => `${of} ${key}`);
      for (const [key, part] of parts.entries()) counts.set(part, people.filter((one) => one[of] === key).length);
      return { total: 'all', parts };
    });
    const crossed = [0, 1, 2].map((unit) => {
      const parts = [0, 1, 2].map((band) => `unit ${unit} band ${band}`);
      for (const [band, part] of parts.entries())
        counts.set(part, people.filter((one) => one.unit === unit && one.band === band).length);
      return { total: `unit ${unit}`, parts };
    });
    return { counts, sums: [...sums, ...crossed] };
  };
  let attacked = 0;
  const people = fc.array(person, { minLength: 12, maxLength: 60 });
  const corrections = fc.array(fc.tuple(fc.nat(11), person, fc.boolean()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(people, corrections, corrections, fc.boolean(), (list, first, second, isAll) => {
      const corrected = (some: typeof list, by: typeof first) =>
        by.reduce(
          (now, [place, to, isGone]) => [...now.slice(0, place), ...(isGone ? [] : [to]), ...now.slice(place + 1)],
          some,
        );
      const shows = (key: string) => isAll || key === 'all' || key.startsWith('unit');
      const before: SharedBefore[] = [];
      const files: ReturnType<typeof share>[] = [];
      for (const some of [list, corrected(list, first), corrected(corrected(list, first), second)]) {
        const tables = tablesOf(some);
        const file = share(tables, [...before], shows);
        attacked += solvesNothing(file);
        for (const earlier of files) differByMany(earlier, file);
        before.push(file.told);
        files.push(file);
      }
    }),
    { numRuns: 40, examples: tellingLists },
  );
  expect(attacked).toBeGreaterThan(300);
});

describe.skipIf(!samplesAreHere)(`everything that a trust shares of a staff list${ifSamples}`, () => {
  let opened: Awaited<ReturnType<typeof openImportingTrust>>;
  beforeAll(async () => {
    opened = await openImportingTrust();
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'g_leavers_24_months.xlsx'])
      await opened.import(sampleFile(file));
    opened.sqlite.exec(
      'CREATE TEMP TABLE every_assignment AS SELECT * FROM assignment; CREATE TEMP TABLE every_leaver AS SELECT * FROM leaver',
    );
  });

  it('solves no small number over lists of any make, nor when a corrected list is shared again', async () => {
    const { sqlite, context, client } = opened;
    const { id } = await client.retention.addSnapshot({ trust, day: '2026-10-31' });
    const groups = (['white', 'bme', 'unknown'] as const).map((group, at) => ({ group, counted: [6, 2, 0][at]! }));
    await client.retention.setEqualityCounts({
      trust,
      id,
      indicator: 'disciplinary',
      groups: groups.map((one) => ({ ...one, outOf: null })),
    });
    const units = ['Delivery Suite', 'Birth Centre', 'Community Midwifery'];
    const systemNow = () => sharedSystem(context, requireTrust(context.database, trust)).published;
    let attacked = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 8 }),
        fc.nat(2),
        fc.nat(2),
        fc.integer({ min: 1, max: 6 }),
        (every, rest, unit, few) => {
          sqlite.exec(`DELETE FROM assignment; INSERT INTO assignment SELECT * FROM every_assignment WHERE id % ${every} = ${rest};
          DELETE FROM leaver; INSERT INTO leaver SELECT * FROM every_leaver WHERE id % ${every} = ${rest}`);
          sqlite.prepare(`UPDATE assignment SET unit = ?, age_band = '56-60' WHERE id % 13 = ?`).run(units[unit], rest);
          const tables = systemNow();
          const first = share(tables, [], (key) => !key.startsWith('staff'));
          attacked += solvesNothing(first, true);
          // So few are put right: gone, in another unit, or leavers of another reason.
          sqlite.exec(`DELETE FROM assignment WHERE id IN (SELECT id FROM assignment ORDER BY id LIMIT ${few % 3});
          UPDATE assignment SET unit = '${units[(unit + 1) % 3]}' WHERE id IN (SELECT id FROM assignment WHERE unit = '${units[unit]}' ORDER BY id LIMIT ${few});
          UPDATE leaver SET reason = 'Retirement Age' WHERE id IN (SELECT id FROM leaver ORDER BY id LIMIT ${few % 4})`);
          const again = systemNow();
          differByMany(
            first,
            share(again, [first.told], () => true),
          );
        },
      ),
      { numRuns: 3 },
    );
    expect(attacked).toBeGreaterThan(1000);
  });
});
