import { implementation } from '../../context.ts';
import { conversationHandlers } from './conversation-handlers.ts';
import { effectHandlers } from './effect-handlers.ts';
import { leaverHandlers } from './leaver-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { progressHandlers } from './progress-handlers.ts';
import { selfAssessmentHandlers } from './self-assessment-handlers.ts';

export const retentionHandlers = implementation.retention.router({
  ...planHandlers,
  ...progressHandlers,
  ...leaverHandlers,
  ...effectHandlers,
  ...conversationHandlers,
  ...selfAssessmentHandlers,
});
