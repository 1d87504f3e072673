import { expect, test } from 'vitest';
import { awayReasons } from '../../../electron/features/establishment/calculations/away.ts';

const day = '2026-10-31';
const sick = (person: string, start: string) => ({ person, type: 'sickness', start, end: null });
const why = awayReasons(
  [
    sick('long', '2026-09-01'),
    sick('short', '2026-10-20'),
    sick('seconded', '2026-08-01'),
    { person: 'adopting', type: 'adoption', start: '2026-10-01', end: null },
    { person: 'back', type: 'maternity', start: '2025-10-01', end: '2026-10-30' },
  ],
  new Set(['preceptee', 'long']),
  { day, longSicknessDays: 28 },
);

test('maternity leave, secondment, career break and long sickness are not available; a short sickness is', () => {
  const of = (person: string, status: string | null = 'active') => why({ person, status });
  expect(of('any', 'Maternity & Adoption')).toBe('maternity');
  expect(of('any', 'Out on External Secondment - Paid')).toBe('secondment');
  expect(of('any', 'Career Break')).toBe('career_break');
  expect(of('any', 'Suspend With Pay')).toBe('other_status');
  expect(of('adopting')).toBe('maternity');
  expect(of('long')).toBe('long_sickness');
  expect(of('preceptee')).toBe('supernumerary');
  expect([of('short'), of('back'), of('any'), of('any', null)]).toEqual([null, null, null, null]);
});

test('nobody is taken off twice: the list’s status comes before the absence, the absence before the preceptorship', () => {
  expect(why({ person: 'seconded', status: 'Internal Secondment' })).toBe('secondment');
  expect(why({ person: 'long', status: 'active' })).toBe('long_sickness');
});
