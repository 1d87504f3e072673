import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';

/** What falls due beside the meetings and steps of a programme. */
const beside: Readonly<Record<string, string>> = {
  preceptor: 'Preceptor',
  hours: 'Supernumerary hours',
  sign_off: 'Sign-off',
  end: 'End of the programme',
  limit: 'Longest programme',
};

type Steps = Pick<PreceptorshipProgramme, 'milestones' | 'steps'>;

/** The name of a meeting or step of a programme; undefined where it has none of that key. */
export const meetingName = ({ milestones, steps }: Steps, step: string): string | undefined =>
  [...milestones, ...steps].find(({ key }) => key === step)?.name;

/** The name of whatever falls due in a programme; undefined where nothing of that key does. */
export const stepName = (programme: Steps, step: string): string | undefined =>
  meetingName(programme, step) ?? beside[step];
