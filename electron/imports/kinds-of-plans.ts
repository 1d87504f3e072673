import type { ActionEntry } from '../features/retention/entries.ts';
import { actionRowParser } from '../features/retention/parse.ts';
import { actionInserter } from '../features/retention/repository.ts';
import type { VacancyEntry } from '../features/vacancies/entries.ts';
import { vacancyRowParser } from '../features/vacancies/parse.ts';
import { vacancyInserter } from '../features/vacancies/repository.ts';
import { comparedActions, comparedVacancies } from './compare/identity.ts';
import type { ImportKind } from './kinds.ts';
import { tablesOf } from './tables.ts';

/** The theme of the delivery plan that trusts' retention plans answer to. */
const workforce = 2;

export const vacancyTracker: ImportKind<VacancyEntry> = {
  parser: (settings, _, { today }) => vacancyRowParser({ ...settings, day: settings.period?.last ?? today }),
  placeOf: ({ day }) => ({ unit: null, date: day }),
  ofUnits: false,
  tables: tablesOf.vacancy_tracker,
  compared: comparedVacancies,
  inserter: vacancyInserter,
};

export const retentionPlan: ImportKind<ActionEntry> = {
  parser: (settings, _, { today, reference }) =>
    actionRowParser({
      ...settings,
      day: settings.period?.last ?? today,
      rules: reference.retention,
      lines: new Set(reference.plan.lines.flatMap(({ theme, reference: line }) => (theme === workforce ? [line] : []))),
    }),
  placeOf: ({ day }) => ({ unit: null, date: day }),
  ofUnits: false,
  tables: tablesOf.retention_plan,
  compared: comparedActions,
  inserter: actionInserter,
};
