import { implementation } from '../../context.ts';
import { mentorHandlers } from './mentor-handlers.ts';
import { stayingHandlers } from './staying-handlers.ts';
import { precepteeHandlers } from './preceptee-handlers.ts';
import { recordHandlers } from './record-handlers.ts';
import { preceptorHandlers } from './preceptor-handlers.ts';
import { signOffHandlers } from './sign-off-handlers.ts';

const on = implementation.preceptorship;

export const preceptorshipHandlers = on.router({
  ...precepteeHandlers,
  ...recordHandlers,
  ...mentorHandlers,
  ...preceptorHandlers,
  ...signOffHandlers,
  ...stayingHandlers,
});
