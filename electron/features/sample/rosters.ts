import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { addDays } from '../../core/dates.ts';
import { isRefusal } from '../../imports/refusal.ts';
import { performFor } from '../../imports/work.ts';
import { type Random, randomNumbers } from './random.ts';

/** Roster periods of four weeks before the one of the file: from 23 March 2026, so that two quarters are covered. */
const EARLIER = 7;
const WEEKS = 28;
const SEED = 20_261_005;
const NAME = 'duty-roster.csv';
/** How many in a hundred duties that were worked in October stayed empty in each period, the earliest first: most in August. */
const EMPTY = [1, 0, 1, 2, 3, 4, 2];
/** And of those that stayed empty in October, how many the bank took. */
const TAKEN = [55, 60, 45, 40, 30, 25, 45];

/** Imports the rosters of half a year and more, the earliest first, as files that a person chose. */
export async function importRosters(context: Context, trust: string): Promise<void> {
  const newest = readFileSync(join(context.resourcesFolder, 'sample', NAME), 'utf8');
  const random = randomNumbers(SEED);
  const folder = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  try {
    for (let back = EARLIER; back >= 0; back -= 1) {
      const { first, text } = back === 0 ? { first: '2026-10-05', text: newest } : earlierRoster(newest, back, random);
      const path = join(folder, `duty-roster ${first}.csv`);
      writeFileSync(path, text, { mode: 0o600 });
      const outcome = await performFor(context, path, 'importFromDisk', { path, trust });
      if (isRefusal(outcome)) throw new Error(`The sample roster of ${first} was refused: ${outcome.message}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const moved = (day: string, back: number) => addDays(day, -WEEKS * back);
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const inHeading = (day: string) => `${day.slice(8)}-${MONTHS[Number(day.slice(5, 7)) - 1]}-${day.slice(0, 4)}`;

/** The same units and shifts so many periods before, with gaps of its own. */
function earlierRoster(newest: string, back: number, random: Random): { first: string; text: string } {
  const first = moved('2026-10-05', back);
  const period = `Roster period: ${inHeading(first)} to ${inHeading(addDays(first, WEEKS - 1))}`;
  const place = EARLIER - back;
  const lines = newest.split('\r\n').map((line, row) => {
    if (row === 1) return period;
    const dated = line.replace(
      /,(\d\d)\/(\d\d)\/(\d{4}),/,
      (_, day: string, month: string, year: string) =>
        `,${moved(`${year}-${month}-${day}`, back).split('-').reverse().join('/')},`,
    );
    return changed(dated, (EMPTY[place] ?? 0) / 100, (TAKEN[place] ?? 0) / 100, random);
  });
  return { first, text: lines.join('\r\n') };
}

/** Now and then a duty that was worked stayed empty, or the bank took one that did; who is in charge is always there. */
function changed(line: string, empty: number, taken: number, random: Random): string {
  const worked =
    /^([^,]*),\d+,"[^"]*",(.*,\d\d\/\d\d\/\d{4},(?:LD|N|CD),\w+,[\d:]+,[\d:]+,\d+,[\d.]+),Substantive,Worked,,,.*,(\d+)$/;
  if (worked.test(line))
    return random.chance(empty) ? line.replace(worked, '$1,,,$2,Substantive,Unfilled,,,,,,,,,$3') : line;
  const unfilled =
    /^([^,]*),,,(.*,\d\d\/\d\d\/\d{4},(?:LD|N|CD),\w+,)([\d:]+),([\d:]+),(\d+),([\d.]+),Substantive,Unfilled,,,,,,,,,(\d+)$/;
  if (!unfilled.test(line) || !random.chance(taken)) return line;
  const number = random.whole(31_090_000, 31_099_999);
  return line.replace(unfilled, `$1,${number},"BANK, Midwife",$2$3,$4,$5,$6,Bank,Worked,,,$3,$4,$5,$6,,,$7`);
}
