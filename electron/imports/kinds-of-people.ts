import { ledgerInserter } from '../features/establishment/ledger-repository.ts';
import { fundedRules } from '../features/establishment/calculations/funded-groups.ts';
import type { LedgerEntry } from '../features/establishment/entries.ts';
import { ledgerRowParser } from '../features/establishment/parse/ledger.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from '../features/staff/entries.ts';
import { groupRulesOf } from '../features/staff/occupation-codes.ts';
import { absenceRowParser } from '../features/staff/parse/absences.ts';
import { assignmentRowParser } from '../features/staff/parse/assignments.ts';
import { leaverRowParser } from '../features/staff/parse/leavers.ts';
import { absenceInserter, assignmentInserter, knownPeople, leaverInserter } from '../features/staff/repository.ts';
import type { RowSettings } from '../features/rosters/parse/source.ts';
import { comparedAbsences, comparedAssignments, comparedLeavers, comparedLedger } from './compare/identity.ts';
import type { ImportKind } from './kinds.ts';
import { tablesOf } from './tables.ts';

/** The day of a file that says how things stand on one: it was settled before its rows are read. */
function censusOf({ period }: RowSettings): string {
  if (period === null) throw new Error('A file of one day is read without its day');
  return period.last;
}

export const staffList: ImportKind<AssignmentEntry> = {
  parser: (settings, _, known) =>
    assignmentRowParser({ ...settings, census: censusOf(settings), groups: groupRulesOf(known, known.trustId) }),
  placeOf: ({ census }) => ({ unit: null, date: census }),
  ofUnits: false,
  tables: tablesOf.staff_list,
  compared: comparedAssignments,
  inserter: assignmentInserter,
};

export const leavers: ImportKind<LeaverEntry> = {
  parser: (settings, _, known) => leaverRowParser({ ...settings, groups: groupRulesOf(known, known.trustId) }),
  placeOf: ({ leaving }) => ({ unit: null, date: leaving }),
  ofUnits: false,
  tables: tablesOf.leavers,
  compared: comparedLeavers,
  inserter: leaverInserter,
};

export const absence: ImportKind<AbsenceEntry> = {
  parser: (settings, _, { database, trustId }) =>
    absenceRowParser({ ...settings, people: knownPeople(database, trustId) }),
  placeOf: ({ start }) => ({ unit: null, date: start }),
  ofUnits: false,
  tables: tablesOf.absence,
  compared: comparedAbsences,
  inserter: absenceInserter,
};

export const ledger: ImportKind<LedgerEntry> = {
  parser: (settings, _, { reference }) =>
    ledgerRowParser({ ...settings, census: censusOf(settings), groups: fundedRules(reference.organisation) }),
  placeOf: ({ census }) => ({ unit: null, date: census }),
  ofUnits: false,
  tables: tablesOf.ledger,
  compared: comparedLedger,
  inserter: ledgerInserter,
};
