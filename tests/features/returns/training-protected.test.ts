import { expect, it } from 'vitest';
import { type TrainedGroup, trainingFigures } from '../../../electron/features/returns/calculations/training.ts';

const row = (course: string, numerator: number, denominator = 8): TrainedGroup => ({
  course,
  courseName: course,
  group: 'theatre',
  groupName: 'Theatre staff',
  inDate: { numerator, denominator },
  meets: false,
});

it('a course of a return does not tell how many a group has, where two small counts of another would follow from it', () => {
  const about = { census: '2026-10-31', threshold: { numerator: 9, denominator: 10 }, source: 'Files', packs: [] };
  const figures = trainingFigures([row('Fetal', 4), row('Emergencies', 8)], about, { hideBelow: 5, roundTo: 1 });
  const [fetal, emergencies] = figures.map(({ measures: [measure] }) => measure!);
  expect(fetal?.value).toBe('not shown: a number in it is small');
  // Four of eight in date and four not: with the eight both would be told, and so it stands nowhere.
  expect(JSON.stringify([fetal, emergencies])).not.toMatch(/[^\d]8[^\d]/);
});
