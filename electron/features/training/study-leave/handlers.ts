import { implementation } from '../../../context.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { answerStudyLeave, studyLeaveRows } from './service.ts';

const on = implementation.training;

export const studyLeaveHandlers = {
  studyLeave: on.studyLeave.handler(({ input, context }) =>
    answerStudyLeave(context, requireTrust(context.database, input.trust), input.day),
  ),

  studyLeaveRows: on.studyLeaveRows.handler(({ input, context }) =>
    studyLeaveRows(context, requireTrust(context.database, input.trust).id, input),
  ),
};
