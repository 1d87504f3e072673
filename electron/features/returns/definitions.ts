import { statusWords } from '#contract';
import type { Reference } from '../../reference/load.ts';

/** The terms of a return and what they mean, for its cover and for the screen. */
export function definitionsOf({ theme2Return }: Reference): { term: string; meaning: string }[] {
  return [
    ...theme2Return.statuses.map(({ key, meaning }) => ({ term: statusWords[key], meaning })),
    ...theme2Return.definitions,
  ];
}
