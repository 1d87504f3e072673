import { implementation } from './context.ts';
import { auditHandlers } from './audit/handlers.ts';
import { savingWaits } from './saving-waits.ts';
import { backupsHandlers } from './backups/handlers.ts';
import { assuranceHandlers } from './features/assurance/handlers.ts';
import { establishmentHandlers } from './features/establishment/handlers.ts';
import { exportsHandlers } from './exports/handlers.ts';
import { forecastHandlers } from './features/forecast/handlers.ts';
import { historyHandlers } from './features/history/handlers.ts';
import { lmnsHandlers } from './features/lmns/handlers.ts';
import { organisationHandlers } from './features/organisation/handlers.ts';
import { ownRules } from './features/organisation/own-rules.ts';
import { placesHandlers } from './features/places/handlers.ts';
import { plannerHandlers } from './features/planner/handlers.ts';
import { preceptorshipHandlers } from './features/preceptorship/handlers.ts';
import { retentionHandlers } from './features/retention/handlers.ts';
import { returnsHandlers } from './features/returns/handlers.ts';
import { rostersHandlers } from './features/rosters/handlers.ts';
import { sampleHandlers } from './features/sample/handlers.ts';
import { staffHandlers } from './features/staff/handlers.ts';
import { todayHandlers } from './features/today/handlers.ts';
import { trainingHandlers } from './features/training/handlers.ts';
import { vacanciesHandlers } from './features/vacancies/handlers.ts';
import { switchedOff } from './policy/switched-off.ts';
import { protectionHandlers } from './protection/handlers.ts';
import { importsHandlers } from './imports/handlers.ts';
import { guarded } from './profiles/guard.ts';
import { profilesHandlers } from './profiles/handlers.ts';
import { personalDataHandlers } from './personal-data/handlers.ts';

/** The one router, served over every transport. A noun that is in the contract and not here does not compile. */
export const router = implementation.use(switchedOff).use(guarded).use(savingWaits).use(ownRules).router({
  assurance: assuranceHandlers,
  audit: auditHandlers,
  backups: backupsHandlers,
  establishment: establishmentHandlers,
  exports: exportsHandlers,
  forecast: forecastHandlers,
  history: historyHandlers,
  imports: importsHandlers,
  lmns: lmnsHandlers,
  organisation: organisationHandlers,
  places: placesHandlers,
  planner: plannerHandlers,
  preceptorship: preceptorshipHandlers,
  protection: protectionHandlers,
  retention: retentionHandlers,
  returns: returnsHandlers,
  rosters: rostersHandlers,
  sample: sampleHandlers,
  profiles: profilesHandlers,
  staff: staffHandlers,
  personalData: personalDataHandlers,
  today: todayHandlers,
  training: trainingHandlers,
  vacancies: vacanciesHandlers,
});
