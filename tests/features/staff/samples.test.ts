import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fundedRules } from '../../../electron/features/establishment/calculations/funded-groups.ts';
import { ledgerAsExpected } from '../../../electron/features/establishment/calculations/ledger-as-expected.ts';
import { ledgerFigures } from '../../../electron/features/establishment/calculations/ledger.ts';
import { ledgerRowParser } from '../../../electron/features/establishment/parse/ledger.ts';
import {
  leaversAsExpected,
  sicknessAsExpected,
  staffInPostAsExpected,
} from '../../../electron/features/staff/calculations/as-expected.ts';
import { groupRules } from '../../../electron/features/staff/calculations/groups.ts';
import { noBand, staffInPost } from '../../../electron/features/staff/calculations/in-post.ts';
import { leaverFigures } from '../../../electron/features/staff/calculations/leavers.ts';
import { sicknessFigures } from '../../../electron/features/staff/calculations/sickness.ts';
import { spellsOf } from '../../../electron/features/staff/calculations/spells.ts';
import { absenceRowParser } from '../../../electron/features/staff/parse/absences.ts';
import { assignmentRowParser } from '../../../electron/features/staff/parse/assignments.ts';
import { leaverRowParser } from '../../../electron/features/staff/parse/leavers.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { expectedOf, judge, readSample, samplesAreHere, wordsOfFormat } from '../../support/roster-samples.ts';

const census = '2026-10-31';
const twelveMonths = { first: '2025-11-01', last: census };
const { organisation } = loadReference(join(import.meta.dirname, '../../../resources'));
const rules = groupRules(organisation);
const files = {
  staff: 'e_esr_staff_in_post_2026-10-31.xlsx',
  ledger: 'f_ledger_establishment_2026-10.xlsx',
  leavers: 'g_leavers_24_months.xlsx',
  absence: 'h_absence_episodes.xlsx',
};

async function readStaffList() {
  const { date1904, columns, rows } = await readSample(files.staff, 'staff_list');
  return judge(
    rows,
    assignmentRowParser({ date1904, columns, words: wordsOfFormat('staff_list'), census, groups: rules }),
  );
}

async function readLeavers() {
  const { date1904, columns, rows } = await readSample(files.leavers, 'leavers');
  return judge(rows, leaverRowParser({ date1904, columns, words: wordsOfFormat('leavers'), groups: rules }));
}

/** The answers of a sample without its file name and what the figures do not print. */
function answersOf(file: string, ...without: string[]) {
  return Object.fromEntries(
    Object.entries(expectedOf(file)).filter(([name]) => name !== 'file' && !without.includes(name)),
  );
}

describe.skipIf(!samplesAreHere)(
  `the samples of people and posts${samplesAreHere ? '' : ' (skipped: ../shared/samples is not here)'}`,
  () => {
    it('the staff list gives the right rows, warnings and staff in post', async () => {
      const { entries, outcome } = await readStaffList();
      const figures = staffInPostAsExpected(staffInPost(entries, census, rules), null);
      const expected = answersOf(files.staff, 'roster_people_found_in_staff_list', 'roster_people_not_in_staff_list');
      expect({ ...outcome, ...figures }).toEqual(expected);
    });

    it('the ledger gives the right rows, vacancies and disagreements with the staff list', async () => {
      const { date1904, columns, rows } = await readSample(files.ledger, 'ledger');
      const groups = fundedRules(organisation);
      const { entries, outcome } = judge(
        rows,
        ledgerRowParser({ date1904, columns, words: wordsOfFormat('ledger'), census, groups }),
      );
      const { assignments } = staffInPost((await readStaffList()).entries, census, rules);
      const inPost = assignments.map(({ entry, group }) => ({
        costCentre: entry.costCentre,
        group,
        band: entry.band ?? noBand,
        wte: entry.fte,
      }));
      const inPostGroups = new Set([...rules.byOccupationCode.values(), ...rules.byStaffGroup.values()]);
      const figures = ledgerAsExpected(ledgerFigures(entries, inPost, groups, inPostGroups), census);
      expect({ ...outcome, ...figures }).toEqual({ warnings: {}, ...answersOf(files.ledger) });
    });

    it('the leavers give the right rows, leavers, stability and reasons', async () => {
      const { entries, outcome } = await readLeavers();
      const spells = spellsOf((await readStaffList()).entries, census, entries, rules);
      const figures = leaversAsExpected(leaverFigures(spells, entries, twelveMonths, rules));
      expect({ ...outcome, ...figures }).toEqual(answersOf(files.leavers));
    });

    it('the absences give the right rows and sickness of a month and of twelve', async () => {
      const staff = (await readStaffList()).entries;
      const leavers = (await readLeavers()).entries;
      const people = new Set([...staff, ...leavers].map(({ person }) => person));
      const { date1904, columns, rows } = await readSample(files.absence, 'absence');
      const known = { complete: true, has: (person: string) => people.has(person) };
      const { entries, outcome } = judge(
        rows,
        absenceRowParser({ date1904, columns, words: wordsOfFormat('absence'), people: known }),
      );
      const spells = spellsOf(staff, census, leavers, rules);
      const sickness = (period: { first: string; last: string }) =>
        sicknessAsExpected(sicknessFigures(spells, entries, period, known.has));
      const figures = { month: sickness({ first: '2026-10-01', last: census }), twelve_months: sickness(twelveMonths) };
      expect({ ...outcome, ...figures }).toEqual({ warnings: {}, ...answersOf(files.absence) });
    });
  },
);
