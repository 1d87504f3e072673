import { z } from 'zod';
import { incentiveScheme, redFlagRules } from '../contract/assurance-rules.ts';
import { birthrateRules } from '../contract/birthrate-rules.ts';
import { careersRules } from '../contract/careers-rules.ts';
import { conversationRules } from '../contract/conversation-rules.ts';
import { equalityRules } from '../contract/equality-rules.ts';
import { forecastRules } from '../contract/forecast-rules.ts';
import { gapRules } from '../contract/gap-rules.ts';
import { flexibleWorkingRules, laterCareerRules } from '../contract/later-career-rules.ts';
import { leavingReasons } from '../contract/leaving-reasons.ts';
import { agreedLevelRules, continuityRules, neonatalRules } from '../contract/level-rules.ts';
import { measureRules } from '../contract/measure-rules.ts';
import { preceptorshipProgramme } from '../contract/preceptorship-rules.ts';
import { recruitmentRules } from '../contract/recruitment-rules.ts';
import { theme2ReturnRules } from '../contract/reference.ts';
import { retentionSchedule } from '../contract/retention-schedule.ts';
import { selfAssessmentRules } from '../contract/self-assessment-rules.ts';
import { smallNumberRules } from '../contract/small-number-rules.ts';
import { supervisionRules, trainingRoleRules } from '../contract/supervision-rules.ts';
import { competencyLists, mentorRules, patientIdentifiers, preceptorRules } from '../contract/support-rules.ts';
import { learningEnvironmentCharter, surveyConcepts } from '../contract/survey-rules.ts';
import { trainingNeedsRules, trainingScheme } from '../contract/training-rules.ts';
import {
  checkedCompetencyFramework,
  checkedDeliveryPlan,
  checkedOrganisationDefaults,
  checkedRetentionRules,
  checkedTrainingRules,
} from './consistency.ts';

/** Every kind of reference file. A new kind of dated pack is one more schema here and one more line of the packs that there is one of. */
export const referenceFile = z.discriminatedUnion(
  'kind',
  [
    checkedDeliveryPlan,
    checkedOrganisationDefaults,
    theme2ReturnRules,
    measureRules,
    gapRules,
    preceptorshipProgramme,
    birthrateRules,
    neonatalRules,
    agreedLevelRules,
    continuityRules,
    incentiveScheme,
    redFlagRules,
    recruitmentRules,
    forecastRules,
    patientIdentifiers,
    preceptorRules,
    competencyLists,
    mentorRules,
    checkedRetentionRules,
    retentionSchedule,
    leavingReasons,
    conversationRules,
    selfAssessmentRules,
    smallNumberRules,
    equalityRules,
    careersRules,
    flexibleWorkingRules,
    laterCareerRules,
    surveyConcepts,
    learningEnvironmentCharter,
    checkedTrainingRules,
    trainingScheme,
    trainingNeedsRules,
    supervisionRules,
    trainingRoleRules,
    checkedCompetencyFramework,
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'expected a kind of reference file that this version knows' : undefined,
  },
);
export type ReferenceFile = z.infer<typeof referenceFile>;
export type KindOfFile = ReferenceFile['kind'];
