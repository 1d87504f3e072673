import { conversationVerbs } from './conversations.ts';
import { effectVerbs } from './retention-effect.ts';
import { leaverVerbs } from './retention-leavers.ts';
import { planVerbs } from './retention-plan.ts';
import { selfAssessmentVerbs } from './self-assessment.ts';

/** Why people leave, what is done about it, and whether it works. */
export const retention = {
  ...planVerbs,
  ...leaverVerbs,
  ...effectVerbs,
  ...conversationVerbs,
  ...selfAssessmentVerbs,
};
