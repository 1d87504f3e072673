import type { Backup } from '#contract';
import { clockText, dateText, decimal } from '../../components/numbers.ts';

/** Why a backup was made. */
export const reasonWords: Record<NonNullable<Backup['reason']>, string> = {
  'by-hand': 'By hand',
  closing: 'When the planner was closed',
  hourly: 'Hourly, while in use',
  'before-import': 'Before an import',
  'before-restore': 'Before a restore',
};

/** "2 November 2026, 14:02"; "cannot be read" for a file whose beginning is damaged. */
export const madeText = (madeAt: string | null): string =>
  madeAt === null ? 'cannot be read' : `${dateText(madeAt)}, ${clockText(madeAt)}`;

/** "1.4 MB". */
export const sizeText = (bytes: number): string => `${decimal(bytes / 1_000_000, 1)} MB`;

/** Of the recovery code of `what`: when it is wanted and what it does. */
export const forgotten = (what: 'the store' | 'the backups'): string =>
  `If the passphrase is forgotten, this code opens ${what}, and nothing else does.`;
