import type { PrecepteeEntry } from '../../../electron/features/preceptorship/entries.ts';

/** Somebody who began on 31 August 2026 and of whom nothing is recorded yet. */
export function preceptee(values: Partial<PrecepteeEntry> = {}): PrecepteeEntry {
  return {
    row: 4,
    person: '12345678',
    name: 'Ada Test',
    unit: null,
    day: '2026-11-02',
    start: '2026-08-31',
    pinDate: null,
    wte: 100_000,
    preceptor: null,
    preceptorNamedOn: null,
    meetings: {},
    orientationMinutes: 0,
    supernumeraryMinutes: 0,
    protectedMinutesPreceptee: 0,
    protectedMinutesPreceptor: 0,
    pauseStart: null,
    pauseEnd: null,
    pauseReason: null,
    extendedTo: null,
    extensionReason: null,
    signedOff: null,
    notes: null,
    ...values,
  };
}
