import type { Rate } from '../../../core/rates.ts';
import type { DutyEntry, Fill } from '../entries.ts';

/** Actual hours of every duty but on call, in minutes, by who filled it (D15). */
export interface TemporaryStaffing {
  readonly minutes: Readonly<Record<Fill, number>>;
  readonly total: number;
  readonly bankShare: Rate;
  readonly agencyShare: Rate;
  /** Bank and agency together. */
  readonly temporaryShare: Rate;
}

export function temporaryStaffing(
  duties: Iterable<Pick<DutyEntry, 'purpose' | 'fill' | 'actualMinutes'>>,
): TemporaryStaffing {
  const minutes: Record<Fill, number> = { substantive: 0, bank: 0, agency: 0, none: 0 };
  for (const duty of duties) {
    if (duty.purpose !== 'on_call') minutes[duty.fill] += duty.actualMinutes ?? 0;
  }
  const total = minutes.substantive + minutes.bank + minutes.agency + minutes.none;
  const share = (numerator: number): Rate => ({ numerator, denominator: total });
  return {
    minutes,
    total,
    bankShare: share(minutes.bank),
    agencyShare: share(minutes.agency),
    temporaryShare: share(minutes.bank + minutes.agency),
  };
}
