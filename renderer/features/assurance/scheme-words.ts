import type { IncentiveStatus } from '#contract';
import type { StatusKind } from '../../components/Status.tsx';

export const statusWords: Readonly<Record<IncentiveStatus, { kind: StatusKind; word: string }>> = {
  met: { kind: 'blue', word: 'Met and evidenced' },
  on_track: { kind: 'green', word: 'On track' },
  at_risk: { kind: 'amber', word: 'At risk' },
  not_met: { kind: 'red', word: 'Not met' },
};

export const statusOrder: readonly IncentiveStatus[] = ['met', 'on_track', 'at_risk', 'not_met'];

/** What a mark of confidence means to a reader. */
export const markWords: Readonly<Record<string, string>> = {
  V: 'read in the source',
  C: 'worked out',
  'K-high': 'default, likely',
  'K-med': 'default, check it',
  'K-low': 'default, confirm it',
};
