import type { Context } from '../context.ts';

/** Whether a part of the planner, as the contract calls it, may be used on this PC. */
export const isOn = ({ policy }: Pick<Context, 'policy'>, part: string): boolean => !policy?.disabled?.includes(part);
