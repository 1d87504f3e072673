import { implementation } from '../../context.ts';
import { careersHandlers } from './careers-handlers.ts';
import { conversationHandlers } from './conversation-handlers.ts';
import { effectHandlers } from './effect-handlers.ts';
import { equalityHandlers } from './equality-handlers.ts';
import { flexibleWorkingHandlers } from './flexible-working-handlers.ts';
import { laterCareerHandlers } from './later-career-handlers.ts';
import { leaverHandlers } from './leaver-handlers.ts';
import { pipelineHandlers } from './pipeline-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { progressHandlers } from './progress-handlers.ts';
import { learningHandlers } from './learning-handlers.ts';
import { selfAssessmentHandlers } from './self-assessment-handlers.ts';
import { sharedFileHandlers } from './shared-file-handlers.ts';
import { sharedTextHandlers } from './shared-text-handlers.ts';
import { surveyHandlers } from './survey-handlers.ts';
import { surveyIndicatorHandlers } from './survey-indicators.ts';

export const retentionHandlers = implementation.retention.router({
  ...planHandlers,
  ...progressHandlers,
  ...leaverHandlers,
  ...effectHandlers,
  ...conversationHandlers,
  ...selfAssessmentHandlers,
  ...equalityHandlers,
  ...careersHandlers,
  ...pipelineHandlers,
  ...sharedFileHandlers,
  ...sharedTextHandlers,
  ...flexibleWorkingHandlers,
  ...laterCareerHandlers,
  ...learningHandlers,
  ...surveyHandlers,
  ...surveyIndicatorHandlers,
});
