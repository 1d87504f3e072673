import type { BoardRow, DueListItem, DueShown, MilestoneShown, PrecepteeHoursShown } from '#contract';
import { counted, dateText, decimal } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

type Shown = { kind: StatusKind; word: string };

export const stateWords: Record<BoardRow['state'], Shown> = {
  not_started: { kind: 'blue', word: 'Not started' },
  in_programme: { kind: 'blue', word: 'In programme' },
  paused: { kind: 'amber', word: 'Paused' },
  extended: { kind: 'amber', word: 'Extended' },
  signed_off: { kind: 'green', word: 'Signed off' },
  left: { kind: 'red', word: 'Left' },
};

export const sureWords: Record<BoardRow['sure'], Shown> = {
  settled: { kind: 'green', word: 'Settled' },
  on_track: { kind: 'green', word: 'On track' },
  at_risk: { kind: 'red', word: 'At risk' },
  unknown: { kind: 'amber', word: 'Not known' },
};

export const stepWords: Record<MilestoneShown['status'], Shown> = {
  done: { kind: 'green', word: 'Done' },
  done_late: { kind: 'amber', word: 'Done late' },
  overdue: { kind: 'red', word: 'Overdue' },
  due_soon: { kind: 'amber', word: 'Due soon' },
  upcoming: { kind: 'blue', word: 'To come' },
  paused: { kind: 'amber', word: 'Paused' },
  not_held: { kind: 'red', word: 'Not held' },
  closed_by_sign_off: { kind: 'green', word: 'Closed by sign-off' },
  closed_by_leaving: { kind: 'blue', word: 'Closed by leaving' },
  not_applicable: { kind: 'blue', word: 'Not applicable' },
};

export const whenWords: Record<DueShown['when'], Shown> = {
  overdue: { kind: 'red', word: 'Overdue' },
  today: { kind: 'amber', word: 'Due today' },
  week: { kind: 'amber', word: 'Due' },
  month: { kind: 'blue', word: 'Coming up' },
  possible: { kind: 'green', word: 'Possible' },
};

export const whenTitles: Record<DueShown['when'], string> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  month: 'This month',
  possible: 'Sign-off possible',
};

/** "Overdue 9 days", "Today", "In 3 days". */
export function daysText({ when, days: until }: Pick<DueShown, 'when' | 'days'>): string {
  if (when === 'possible') return `Since ${counted(-until, 'day')}`;
  if (until < 0) return `Overdue ${counted(-until, 'day')}`;
  return until === 0 ? 'Today' : until === 1 ? 'Tomorrow' : `In ${counted(until, 'day')}`;
}

/** Who stands beside somebody: a preceptor, or a mentor of who is new in Band 7 or 8. */
export const roleBeside = ({ mentoring }: Pick<DueListItem, 'mentoring'>): string =>
  mentoring === null ? 'preceptor' : 'mentor';

/** "preceptor Jo Mistry", "no mentor named". */
export function withWhom({ mentoring, preceptor }: Pick<DueListItem, 'mentoring' | 'preceptor'>): string {
  const role = roleBeside({ mentoring });
  return preceptor === null ? `no ${role} named` : `${role} ${preceptor}`;
}

/** Since when something is due, whether it was moved, and for when it is planned. */
export function sinceText({
  due,
  movedTo,
  planned,
  reason,
}: Pick<DueShown, 'due' | 'movedTo' | 'planned' | 'reason'>): string {
  const day = movedTo === null ? dateText(due) : `${dateText(movedTo)}, moved from ${dateText(due)}: ${reason ?? ''}`;
  return planned === null ? day : `${day}, planned for ${dateText(planned)}`;
}

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "2 Nov 2026", where there is little room. */
export const shortDate = (civilDate: string) => short.format(new Date(`${civilDate}T00:00:00Z`));

/** Exact minutes as hours with at most two decimals. */
export const hoursOf = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  trimmed(numerator / denominator / 60);
export const hoursOfMinutes = (minutes: number) => trimmed(minutes / 60);
const trimmed = (hours: number) => decimal(hours, 2).replace(/\.?0+$/, '');

/** "60 h". */
export const givenText = ({ given }: PrecepteeHoursShown) => `${hoursOfMinutes(given)} h`;

/** "of 150 h, 7.5 booked". */
export function owedText({ booked, owed }: PrecepteeHoursShown): string {
  const all = owed === null ? 'owed: not known' : `of ${hoursOf(owed)} h`;
  return booked > 0 ? `${all}, ${hoursOfMinutes(booked)} booked` : all;
}

/** "60 of 150 h", with what is booked. */
export function hoursText({ given, booked, owed }: PrecepteeHoursShown): string {
  const all = owed === null ? 'not known' : hoursOf(owed);
  return `${hoursOfMinutes(given)} of ${all} h${booked > 0 ? `, ${hoursOfMinutes(booked)} booked` : ''}`;
}

/** "Birth Centre from 2 Feb 2026 to 30 Apr 2026; Community from 4 May 2026". */
export const rotationsText = ({ rotations }: BoardRow): string =>
  rotations
    .map(
      ({ unit, from, until }) =>
        `${unit ?? 'rotation'} from ${shortDate(from)}${until === null ? '' : ` to ${shortDate(until)}`}`,
    )
    .join('; ');

export const originWords: Record<BoardRow['origin'], string> = {
  own: 'entered by hand',
  edited: 'log, with entries by hand',
  file: 'log',
};

export const definitions = [
  { term: 'Next due', meaning: 'The most pressing thing due, else the next one to come.' },
  { term: 'Steps', meaning: 'Meetings and steps done, of those that apply.' },
  { term: 'Clock', meaning: 'The day from which the programme counts: the start, the registration, or the later one.' },
  { term: 'This week', meaning: 'To Sunday.' },
  { term: 'This month', meaning: 'Later than this week, within the days of warning of the programme.' },
  {
    term: 'Given',
    meaning: 'Supernumerary hours of the log, of entries and of shifts marked supernumerary, up to today.',
  },
  { term: 'Owed', meaning: 'Hours of the programme × WTE over time, or all of them where the trust says so.' },
  {
    term: 'At risk',
    meaning: 'Something is overdue, hours are behind, or the extension goes past the longest programme.',
  },
  { term: 'On track', meaning: 'Nothing is overdue or behind, so the end stands as far as anybody knows.' },
  { term: 'Not known', meaning: 'A pause is open without a day of return, so the end cannot be told.' },
  { term: 'Settled', meaning: 'Signed off, or left.' },
  {
    term: 'End',
    meaning:
      'The planned end, moved by pauses, or that of an extension; of those whose programme is over the day itself.',
  },
];
