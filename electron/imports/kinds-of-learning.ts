import type { Remark } from '#contract';
import type { PrecepteeEntry } from '../features/preceptorship/entries.ts';
import { patientFinder } from '../features/preceptorship/free-text.ts';
import { precepteeRowParser } from '../features/preceptorship/parse.ts';
import { precepteeInserter } from '../features/preceptorship/repository.ts';
import type { RowSettings } from '../features/rosters/parse/source.ts';
import type { TrainingEntry } from '../features/training/entries.ts';
import { trainingRowParser } from '../features/training/parse.ts';
import { coursesOf as trustCourses } from '../features/training/calculations/courses.ts';
import { ownCourses } from '../features/training/hand-repository.ts';
import { coursesOf, matrixRowParser } from '../features/training/parse/matrix.ts';
import { trainingInserter } from '../features/training/repository.ts';
import { peopleInPost } from '../features/training/staff-list.ts';
import { comparedPreceptees, comparedTraining } from './compare/identity.ts';
import type { ImportKind, Known } from './kinds.ts';
import { tablesOf } from './tables.ts';

/** What is to be said of a file with a column for each course: how it is counted, and which columns count for nothing. */
function matrixRemarks(settings: RowSettings, rules: Known['reference']['training']): Remark[] {
  const courses = coursesOf({ ...settings, rules });
  if (courses.length === 0) return [];
  const not = courses.filter(({ course }) => course === undefined).map(({ competence }) => competence);
  const read = `Each row is a person and each of ${courses.length} columns or pairs of columns a course: an empty cell says that the training was not done.`;
  const remarks = [{ code: 'courses_in_columns', message: read }];
  if (not.length > 0) {
    const message = `No figure counts these courses: ${not.join(', ')}. If one of them is a course of yours, say which, beside its column.`;
    remarks.push({ code: 'courses_not_counted', message });
  }
  return remarks;
}

/** The courses as the trust has them, its own among them, with the names that the staff record gives them. */
function trainingRulesOf({ database, reference, trustId }: Known): Known['reference']['training'] {
  const { training: rules } = reference;
  return { ...rules, courses: trustCourses(rules.courses, ownCourses(database, trustId)) };
}

/** The day on which a file was made: the one that it states, else the day of the import. */
function dayMade({ period }: RowSettings, { today }: Known): string {
  return period?.last ?? today;
}

export const training: ImportKind<readonly TrainingEntry[]> = {
  parser: (settings, layout, known) => {
    const day = dayMade(settings, known);
    const inPost = peopleInPost(known.database, known.trustId, day);
    const rowParser = layout.startsWith('matrix') ? matrixRowParser : trainingRowParser;
    return rowParser({ ...settings, day, rules: trainingRulesOf(known), inPost });
  },
  placeOf: ([entry]) => ({ unit: null, date: entry?.day ?? '' }),
  ofUnits: false,
  remarks: (settings, known) => {
    const remarks = matrixRemarks(settings, trainingRulesOf(known));
    if (peopleInPost(known.database, known.trustId, dayMade(settings, known)) !== null) return remarks;
    const message =
      'No staff list was imported yet, so nobody could be told to be in post or not, and compliance has no one to be counted against. Import the staff list: the figures follow.';
    return [...remarks, { code: 'no_staff_list', message }];
  },
  tables: tablesOf.training,
  compared: comparedTraining,
  inserter: trainingInserter,
};

export const preceptees: ImportKind<PrecepteeEntry> = {
  parser: (settings, _, known) =>
    precepteeRowParser({
      ...settings,
      day: dayMade(settings, known),
      patientsIn: patientFinder(known, known.trustId),
    }),
  placeOf: ({ day }) => ({ unit: null, date: day }),
  ofUnits: false,
  tables: tablesOf.preceptees,
  compared: comparedPreceptees,
  inserter: precepteeInserter,
};
