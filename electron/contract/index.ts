import './without-eval.ts';
import { assurance } from './assurance.ts';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { establishment } from './establishment.ts';
import { fileExports } from './exports.ts';
import { forecast } from './forecast.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { lmns } from './lmns.ts';
import { organisation } from './organisation.ts';
import { places } from './places.ts';
import { planner } from './planner.ts';
import { preceptorship } from './preceptorship.ts';
import { protection } from './protection.ts';
import { retention } from './retention.ts';
import { returns } from './returns.ts';
import { rosters } from './rosters.ts';
import { sample } from './sample.ts';
import { profiles } from './profiles.ts';
import { staff } from './staff.ts';
import { today } from './today.ts';
import { personalData } from './personal-data.ts';
import { training } from './training.ts';
import { vacancies } from './vacancies.ts';

export * from './access.ts';
export type * from './assurance.ts';
export type * from './audit.ts';
export type * from './backups.ts';
export type * from './bridge.ts';
export type * from './changes.ts';
export * from './drafts.ts';
export * from './inert.ts';
export type * from './incentive.ts';
export type * from './monthly-counts.ts';
export type * from './papers.ts';
export type * from './import-changes.ts';
export type * from './files-behind.ts';
export type * from './import-shapes.ts';
export type * from './imports.ts';
export type * from './agreed-levels.ts';
export type * from './assessments.ts';
export type * from './continuity.ts';
export type * from './neonatal-nursing.ts';
export type * from './free-text.ts';
export type * from './lmns.ts';
export type * from './lmns-receipts.ts';
export type * from './lmns-records.ts';
export type * from './held-before.ts';
export type * from './mentors.ts';
export type * from './staying.ts';
export type * from './preceptors.ts';
export type * from './sign-off.ts';
export type * from './planner.ts';
export type * from './reference.ts';
export type * from './compile.ts';
export type * from './return-measures.ts';
export * from './own-measures.ts';
export type * from './gap.ts';
export type * from './reconciliation.ts';
export type * from './preceptees.ts';
export type * from './preceptorship-shapes.ts';
export type * from './careers.ts';
export type * from './conversations.ts';
export type * from './pipeline.ts';
export type * from './flexible-working.ts';
export type * from './later-careers.ts';
export type * from './retention-effect.ts';
export type * from './retention-leavers.ts';
export type * from './retention-shapes.ts';
export type * from './self-assessment.ts';
export type * from './workforce-equality.ts';
export type * from './surveys.ts';
export type * from './shared-texts.ts';
export type * from './small-number-rules.ts';
export type * from './rosters.ts';
export type * from './rules.ts';
export type * from './staff.ts';
export type * from './placements.ts';
export type * from './vacancies.ts';
export type * from './forecast.ts';
export type * from './staff-list.ts';
export type * from './staff-rates.ts';
export type * from './training.ts';
export type * from './training-courses.ts';
export type * from './training-evidence.ts';
export type * from './study-leave.ts';
export type * from './supervision.ts';
export type * from './training-roles.ts';
export type * from './training-sessions.ts';
export type * from './training-outlook.ts';
export type * from './training-needs.ts';
export * from './assessment-shapes.ts';
export * from './commands.ts';
export * from './establishment.ts';
export * from './exact.ts';
export * from './leaver-columns.ts';
export * from './exports.ts';
export * from './folding.ts';
export * from './organisation.ts';
export * from './places.ts';
export * from './refusals.ts';
export * from './return-document.ts';
export type * from './return-evidence.ts';
export * from './return-register.ts';
export type * from './return-steps.ts';
export type * from './return-files.ts';
export type * from './lmns-workbook.ts';
export * from './return-bundle.ts';
export * from './returns.ts';
export * from './today.ts';
export * from './roles.ts';
export * from './profiles.ts';
export type * from './personal-data.ts';
export * from './values.ts';

/** Everything that may be asked of the planner, over any transport. */
export const contract = {
  assurance,
  audit,
  backups,
  establishment,
  exports: fileExports,
  forecast,
  history,
  imports,
  lmns,
  organisation,
  places,
  planner,
  preceptorship,
  protection,
  retention,
  returns,
  rosters,
  sample,
  profiles,
  staff,
  today,
  personalData,
  training,
  vacancies,
};
