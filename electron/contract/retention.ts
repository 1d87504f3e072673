import { careersVerbs } from './careers.ts';
import { conversationVerbs } from './conversations.ts';
import { flexibleWorkingVerbs } from './flexible-working.ts';
import { laterCareerVerbs } from './later-careers.ts';
import { pipelineVerbs } from './pipeline.ts';
import { effectVerbs } from './retention-effect.ts';
import { leaverVerbs } from './retention-leavers.ts';
import { planVerbs } from './retention-plan.ts';
import { selfAssessmentVerbs } from './self-assessment.ts';
import { sharedTextVerbs } from './shared-texts.ts';
import { equalityVerbs } from './workforce-equality.ts';
import { surveyVerbs } from './surveys.ts';

/** Why people leave, what is done about it, and whether it works. */
export const retention = {
  ...planVerbs,
  ...leaverVerbs,
  ...effectVerbs,
  ...conversationVerbs,
  ...selfAssessmentVerbs,
  ...equalityVerbs,
  ...careersVerbs,
  ...pipelineVerbs,
  ...sharedTextVerbs,
  ...flexibleWorkingVerbs,
  ...laterCareerVerbs,
  ...surveyVerbs,
};
