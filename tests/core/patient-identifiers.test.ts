import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPatientIdentifiers, isNhsNumber } from '../../electron/core/patient-identifiers.ts';
import { loadReference } from '../../electron/reference/load.ts';

const { forms } = loadReference(join(import.meta.dirname, '../../resources')).patientIdentifiers;
const find = (text: string) => findPatientIdentifiers(text, forms).map(({ text: found }) => found);

/** Nine digits with the check digit that follows from them, by the published rule worked the long way. */
const nhsNumber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => {
    const weighted = digits.map((digit, place) => digit * [10, 9, 8, 7, 6, 5, 4, 3, 2][place]!);
    const left = weighted.reduce((sum, part) => sum + part, 0) % 11;
    return { digits: digits.join(''), check: left === 0 ? 0 : 11 - left };
  })
  .filter(({ check }) => check < 10)
  .map(({ digits, check }) => `${digits}${check}`);
const spaces = fc.array(fc.constantFrom('', '', ' ', ' ', '  ', '\u00a0', '\u2009', '\t', '\n', '\u200b'), {
  minLength: 9,
  maxLength: 9,
});
const words = fc.constantFrom('', 'Met ', 'NHS no. ', 'see: ', '(', 'NHS', 'On 2 November ', 'reviewed, ', 'Band 6: ');
const after = fc.constantFrom('', '.', ' was there', ')', ', at 14:30', '; next 2026-12-01', ' on 3/12/2026');
const employee = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, '0'));

describe('what may identify a patient', () => {
  it('an NHS number is known by its last digit', () => {
    // Published examples and their neighbours.
    expect(['9434765919', '4010232137', '9434765918', '943476591', '4010232138'].map(isNhsNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('every valid NHS number is found, in any spacing and in the middle of words', () => {
    fc.assert(
      fc.property(nhsNumber, spaces, words, after, (number, gaps, before, behind) => {
        const written = [...number].map((digit, place) => digit + (gaps[place] ?? '')).join('');
        expect(find(`${before}${written}${behind}`).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('an NHS number with hyphens or dots between its parts is found', () => {
    expect(find('943-476-5919')).toEqual(['943-476-5919']);
    expect(find('about 943.476.5919 today')).toEqual(['943.476.5919']);
    expect(find('943 476-5919 and 401 023 2137')).toEqual(['943 476-5919', '401 023 2137']);
  });

  it('employee numbers of eight digits raise no alarm, alone, in lists or with the suffix of an assignment', () => {
    const written = fc.oneof(
      employee,
      fc.tuple(employee, fc.integer({ min: 1, max: 99 })).map(([number, suffix]) => `${number}-${suffix}`),
    );
    const list = fc.array(written, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, fc.constantFrom(' ', ', ', '; ', '\n', ' and ', '/'), words, (numbers, between, before) => {
        fc.pre(before !== 'NHS');
        expect(find(`${before}${numbers.join(between)}`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a known employee number is no part of an NHS number with the day that follows it', () => {
    expect(find('94347659 19 November')).toEqual(['94347659 19']);
    expect(findPatientIdentifiers('94347659 19 November', forms, (digits) => digits === '94347659')).toEqual([]);
  });

  it('dates, times, hours, post numbers and registration numbers raise no alarm', () => {
    for (const text of [
      'Met on 2026-11-02 10:30, next 2027-02-02',
      '02/11/2026, 02.11.2026 and 02-11-2026 15:30',
      '7.5 h given, 142.5 h owed of 150.00, 0.64 WTE',
      'Post V-2026-014, cost centre 441105, PIN 12A3456B, SP10 and 6.12',
      'Telephone 020 7946 0958 or 07700 900123',
    ])
      expect(find(text)).toEqual([]);
  });

  it('numbers in the forms of hospitals are found, and their name is told', () => {
    expect(findPatientIdentifiers('for hospital no. 123456 and RX123456', forms)).toEqual([
      { text: 'hospital no. 123456', looksLike: 'a hospital number' },
      { text: 'RX123456', looksLike: 'a hospital number of letters and digits' },
    ]);
    expect(find('MRN: 0045678')).toEqual(['MRN: 0045678']);
  });
});
