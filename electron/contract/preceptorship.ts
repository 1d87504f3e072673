import { mentorVerbs } from './mentors.ts';
import { stayingVerbs } from './staying.ts';
import { precepteeVerbs } from './preceptees.ts';
import { preceptorVerbs } from './preceptors.ts';
import { signOffVerbs } from './sign-off.ts';

/** Newly registered midwives and who supports them; mentors of newly appointed senior midwives. */
export const preceptorship = {
  ...precepteeVerbs,
  ...mentorVerbs,
  ...preceptorVerbs,
  ...signOffVerbs,
  ...stayingVerbs,
};
