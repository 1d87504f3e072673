import type { Preceptor, PreceptorCoverage } from '#contract';
import { counted } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

/** How a preceptor stands, as a shape and in words. */
export function preceptorStatus({ state, load, limit }: Preceptor): { kind: StatusKind; word: string } {
  switch (state) {
    case 'over':
      return { kind: 'red', word: `Over the limit: ${load} of ${limit}` };
    case 'not_prepared':
      return { kind: 'amber', word: 'Not prepared' };
    case 'full':
      return { kind: 'blue', word: `Full: ${load} of ${limit}` };
    case 'left':
      return { kind: 'blue', word: 'Off the register' };
    default:
      return { kind: 'green', word: `${limit - load} of ${limit} free` };
  }
}

export function coverageStatus({ spare, withoutPreceptor, preceptors }: PreceptorCoverage): {
  kind: StatusKind;
  word: string;
} {
  if (withoutPreceptor > spare) return { kind: 'red', word: 'Not covered' };
  if (withoutPreceptor > 0) return { kind: 'amber', word: 'To be named' };
  if (preceptors === 0) return { kind: 'amber', word: 'No prepared preceptor' };
  return spare > 0 ? { kind: 'green', word: 'Covered' } : { kind: 'blue', word: 'Covered, none to spare' };
}

export const shows = {
  on: { title: 'On the register', has: ({ state }: Preceptor) => state !== 'left' },
  free: { title: 'With a place free', has: ({ state }: Preceptor) => state === 'free' },
  over: { title: 'Over the limit', has: ({ state }: Preceptor) => state === 'over' },
  not_prepared: { title: 'Not prepared', has: ({ isPrepared, state }: Preceptor) => !isPrepared && state !== 'left' },
  all: { title: 'Everybody', has: () => true },
} as const;
export type Show = keyof typeof shows;

/** "2 years", "14 months" */
export const experienceText = (months: number | null): string =>
  months === null ? '–' : months < 24 ? counted(months, 'month') : `${Math.floor(months / 12)} years`;
