import type { TrainingState } from '#contract';
import { inDateOn, type Standing } from './calculations/standing.ts';
import type { TrainingFacts } from './facts.ts';

/** What every answer about compliance says first: of when, by which rules, with the names of courses and groups. */
export function aboutOf({ census, window, rules, scheme }: TrainingFacts) {
  const counted = new Set(rules.courses.flatMap(({ groups }) => groups));
  return {
    census,
    window,
    threshold: rules.threshold,
    scheme: scheme === null ? null : { title: scheme.pack.title, version: scheme.pack.version },
    courses: rules.courses.map(({ key, name }) => ({ key, name })),
    groups: rules.groups.filter(({ key }) => counted.has(key)).map(({ key, name }) => ({ key, name })),
  };
}

/** How somebody stands on a census: lapsing is in date, and no more on the scheme's last day. */
export function stateOf(
  standing: Standing,
  { census, window }: Pick<TrainingFacts, 'census' | 'window'>,
): TrainingState {
  if (inDateOn(standing, census)) return inDateOn(standing, window.last) ? 'in_date' : 'lapsing';
  if (standing.achieved !== null) return 'lapsed';
  return standing.atScreen ? 'at_screen' : 'never';
}

/** A last day as it is shown: nothing for what never lapses. */
export const shownUntil = ({ until }: Standing): string | null => (until === '9999-12-31' ? null : until);

/** What every figure of compliance is. */
export function formulasOf({ rules, window, census }: TrainingFacts) {
  const { numerator, denominator } = rules.threshold;
  return [
    {
      figure: 'In date',
      formula: `people in post on ${census} who are in date ÷ all who are counted, heads; the last day itself counts; a person without any row counts as not in date`,
    },
    {
      figure: 'Attended',
      formula: `people who attended from ${window.first} to ${window.last} ÷ all who are counted, heads`,
    },
    {
      figure: 'On the last day',
      formula: `people who are still in date on ${window.last}, if nobody trains from now on ÷ all who are counted`,
    },
    {
      figure: 'Short',
      formula: `the smallest number of heads with heads ÷ counted ≥ ${numerator} ÷ ${denominator}, less those in date; nothing is rounded up`,
    },
    {
      figure: 'Counted',
      formula: `heads in post by the primary assignment, without people whose every assignment is not active, without sickness of more than ${rules.longSicknessDays} days, and without those left out by hand; people of the bank alone are apart`,
    },
    { figure: 'Groups', formula: 'each group must reach the threshold by itself; groups are never added together' },
  ];
}
