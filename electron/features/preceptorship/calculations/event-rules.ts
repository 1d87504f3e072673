import type { EnteredEvent, PrecepteeEvent } from '../../../contract/preceptorship-shapes.ts';
import { dateInWords } from '../../../core/dates.ts';
import type { Course } from './course.ts';
import { isSameName } from './same-name.ts';
import type { Standing } from './standing.ts';

/** What is known of a preceptee without the event. */
export interface WithoutEvent {
  readonly events: readonly PrecepteeEvent[];
  readonly course: Course;
  readonly standing: Standing;
}

/** What is wrong with an entry, in words, and which part of it. */
export interface Wrong<Field extends string = string> {
  readonly field: Field;
  readonly message: string;
}

export const wrong = <Field extends string>(field: Field, message: string): Wrong<Field> => ({ field, message });

/** Why a pause cannot end on the day that the field names; undefined where it can. */
export function wrongReturn<Field extends string>(
  field: Field,
  from: string,
  until: string | null,
): Wrong<Field> | undefined {
  return until !== null && until <= from
    ? wrong(field, 'The first day back must come after the first day away. Correct one of the two.')
    : undefined;
}

/** Why an event cannot be; undefined where it can. */
export function wrongEvent(
  event: EnteredEvent,
  { events, course, standing }: WithoutEvent,
  today: string,
): Wrong | undefined {
  const { from } = event;
  if (from < course.start)
    return wrong('from', `That is before the start on ${dateInWords(course.start)}. Enter that day or a later one.`);
  switch (event.kind) {
    case 'pause':
      return wrongPause(event, events);
    case 'rotation':
      return event.until !== null && event.until < from
        ? wrong('until', 'The last day comes before the first one. Correct one of the two.')
        : undefined;
    case 'extension':
      return (
        afterTheEnd(event, course) ??
        (from > today
          ? wrong('from', 'That day is still to come. Enter the day on which it was agreed.')
          : wrongExtension(event.until, standing))
      );
    case 'completed':
      return afterTheEnd(event, course) ?? wrongSignOff(from, standing, today);
    case 'left':
      return afterTheEnd(event, course);
    default:
      return undefined;
  }
}

/** What to do where a second person is needed and the name is the first one's own. */
export const otherOfTheName =
  'If it is somebody else of the same name, add what tells the two apart, such as the post.';

/** Why an event cannot name whom it names: nobody supports or signs off herself; undefined where it can. */
export function namesHerself(event: EnteredEvent, name: string): Wrong | undefined {
  if (event.kind === 'preceptor' && isSameName(event.preceptor, name))
    return wrong(
      'preceptor',
      `${event.preceptor} is the preceptee: the preceptor is another person. ${otherOfTheName}`,
    );
  if ((event.kind === 'extension' || event.kind === 'completed') && isSameName(event.approvedBy, name))
    return wrong(
      'approvedBy',
      `${event.approvedBy} is the preceptee: another person ${event.kind === 'completed' ? 'signs off' : 'approves'}. ${otherOfTheName}`,
    );
  return undefined;
}

/** A programme ends once, and nothing of it is agreed or signed after the last day. */
function afterTheEnd({ kind, from }: EnteredEvent, { completed, left }: Course): Wrong | undefined {
  if (kind === 'left')
    return left === null
      ? undefined
      : wrong(
          'from',
          `Leaving on ${dateInWords(left)} is recorded already. Correct that day instead of recording another.`,
        );
  if (completed !== null)
    return wrong(
      'from',
      `It was signed off on ${dateInWords(completed)}. Correct that day instead of recording another.`,
    );
  return left !== null && from > left
    ? wrong('from', `The last day was ${dateInWords(left)}. Enter that day or an earlier one, or correct the leaving.`)
    : undefined;
}

function wrongPause(
  { from, until }: Extract<EnteredEvent, { kind: 'pause' }>,
  events: readonly PrecepteeEvent[],
): Wrong | undefined {
  const open = events.find((one) => one.kind === 'pause' && one.until === null);
  const isOpen = open !== undefined && (until === null || until > open.from);
  return (
    wrongReturn('until', from, until) ??
    (isOpen
      ? wrong(
          'from',
          `The pause from ${dateInWords(open.from)} has no day of return yet. Enter the return there, by “Correct”.`,
        )
      : undefined)
  );
}

function wrongExtension(until: string, { adjustedEnd, plannedEnd, limit }: Standing): Wrong | undefined {
  if (limit === null)
    return wrong(
      'until',
      'A pause is still open, so the last day that is allowed is not known. Enter the day of return first.',
    );
  if (until > limit)
    return wrong(
      'until',
      `The programme allows ${dateInWords(limit)} at the latest, pauses counted. Choose that day or an earlier one.`,
    );
  const end = adjustedEnd ?? plannedEnd;
  return until <= end
    ? wrong('until', `The programme ends on ${dateInWords(end)} as it is. Choose a later day.`)
    : undefined;
}

function wrongSignOff(on: string, { signOffFrom }: Standing, today: string): Wrong | undefined {
  if (on > today) return wrong('from', 'That day is still to come. Record the sign-off once it was given.');
  if (signOffFrom === null) return wrong('from', 'A pause is still open. Enter the day of return first.');
  return on < signOffFrom
    ? wrong('from', `The programme allows sign-off from ${dateInWords(signOffFrom)} on. Enter that day or a later one.`)
    : undefined;
}
