/** What a column of a matrix says of its course. */
export const courseParts = ['achieved', 'expiry', 'meets'] as const;
export type CoursePart = (typeof courseParts)[number];

/** A column of a matrix as a field: what it says, of which competence, and a number where two say the same. */
export interface CourseField {
  readonly part: CoursePart;
  readonly competence: string;
}

const written = /^(achieved|expiry|meets)@(.+?)(?:@\d+)?$/u;

/** The field of a column: "expiry@Fire safety". A further column of the same words has a number behind it. */
export function courseField({ part, competence }: CourseField, taken: (field: string) => boolean): string {
  const field = `${part}@${competence}`;
  let count = 1;
  let own = field;
  while (taken(own)) own = `${field}@${++count}`;
  return own;
}

/** What a field says of which competence; undefined for a field that every row has once. */
export function courseOfField(field: string): CourseField | undefined {
  const [, part, competence] = written.exec(field) ?? [];
  return part === undefined || competence === undefined ? undefined : { part: part as CoursePart, competence };
}
