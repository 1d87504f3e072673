import type { TrainingCourse, TrainingGroup } from '../../../contract/training-rules.ts';

interface Change {
  readonly what: string;
  readonly published: string;
  readonly own: string;
}

const modes = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;
const lapses = { expiry: 'on the expiry day of the record', completion: 'counted from completion' } as const;

/** What a trust says of a course otherwise than the pack, in words. */
export function courseChanges(
  published: TrainingCourse,
  own: TrainingCourse,
  groups: readonly Pick<TrainingGroup, 'key' | 'name'>[],
): Change[] {
  const names = (keys: readonly string[]) =>
    groups
      .filter(({ key }) => keys.includes(key))
      .map(({ name }) => name)
      .join(', ');
  const said = (course: TrainingCourse): Record<string, string> => ({
    Name: course.name,
    Lasts: `${course.validityMonths} months`,
    'Counted groups': names(course.groups),
    Given: modes[course.mode],
    Lapses: lapses[course.expires],
    Length: `${course.minutes} minutes`,
    'People in a session': String(course.capacity),
    'Pass mark': course.passPercent === null ? 'none' : `${course.passPercent} %`,
    'Names in the staff record': course.competences.join(', ') || 'none',
  });
  const [before, after] = [said(published), said(own)];
  return Object.keys(before).flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, published: before[what] ?? '', own: after[what] ?? '' }],
  );
}
