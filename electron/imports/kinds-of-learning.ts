import type { PrecepteeEntry } from '../features/preceptorship/entries.ts';
import { precepteeRowParser } from '../features/preceptorship/parse.ts';
import { precepteeInserter } from '../features/preceptorship/repository.ts';
import type { RowSettings } from '../features/rosters/parse.ts';
import type { TrainingEntry } from '../features/training/entries.ts';
import { trainingRowParser } from '../features/training/parse.ts';
import { trainingInserter } from '../features/training/repository.ts';
import { peopleInPost } from '../features/training/staff-list.ts';
import { comparedPreceptees, comparedTraining } from './compare/identity.ts';
import type { ImportKind, Known } from './kinds.ts';

/** The day on which a file was made: the one that it states, else the day of the import. */
function dayMade({ period }: RowSettings, { today }: Known): string {
  return period?.last ?? today;
}

export const training: ImportKind<TrainingEntry> = {
  parser: (settings, _, known) => {
    const day = dayMade(settings, known);
    const inPost = peopleInPost(known.database, known.trustId, day);
    return trainingRowParser({ ...settings, day, rules: known.reference.training, inPost });
  },
  placeOf: ({ day }) => ({ unit: null, date: day }),
  ofUnits: false,
  remarks: (settings, known) => {
    if (peopleInPost(known.database, known.trustId, dayMade(settings, known)) !== null) return [];
    const message =
      'No staff list was imported yet, so nobody could be told to be in post or not, and compliance has no one to be counted against. Import the staff list: the figures follow.';
    return [{ code: 'no_staff_list', message }];
  },
  tables: ['training_record'],
  compared: comparedTraining,
  inserter: trainingInserter,
};

export const preceptees: ImportKind<PrecepteeEntry> = {
  parser: (settings, _, known) => precepteeRowParser({ ...settings, day: dayMade(settings, known) }),
  placeOf: ({ day }) => ({ unit: null, date: day }),
  ofUnits: false,
  tables: ['preceptee'],
  compared: comparedPreceptees,
  inserter: precepteeInserter,
};
