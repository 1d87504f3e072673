import type { PackDifference } from '#contract';
import type { CompetencyFramework, FrameworkTopic, TrainingScheme } from '../../../contract/training-rules.ts';
import { dateInWords } from '../../../core/dates.ts';
import { roundedQuotient } from '../../../core/rates.ts';

type Heads = ReadonlyMap<string, number>;
type NameOf = (group: string) => string;

const modes = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

interface Compared {
  readonly differences: PackDifference[];
  readonly same: number;
}

/** What one year of the scheme asks of training that another does not, or otherwise. */
export function comparedSchemes(before: TrainingScheme, after: TrainingScheme, heads: Heads, nameOf: NameOf): Compared {
  const notes = notesOf();
  const both = <Value>(
    of: string,
    what: string,
    take: (pack: TrainingScheme) => Value,
    show: (value: Value) => string,
    forUs: string,
  ) => notes.compare(of, what, show(take(before)), show(take(after)), forUs);
  both(
    'Threshold',
    'Share of each group',
    (pack) => pack.thresholdPercent,
    (value) => `${value} %`,
    'Every group of every course is judged by it.',
  );
  both('Months that count', 'Last day', (pack) => pack.window.endsOn, dateInWords, 'Attendance counts up to this day.');
  both('Months that count', 'Months', (pack) => pack.window.months, String, 'Attendance counts for so long.');
  both(
    'Rotational doctors',
    'Came on or after',
    (pack) => pack.rotational.startsFrom,
    dateInWords,
    'Doctors who come later may be left out under a plan that the board has minuted.',
  );
  both(
    'Rotational doctors',
    'To be reached within',
    (pack) => pack.rotational.withinMonths,
    (value) => `${value} months`,
    'The plan of the board must say so.',
  );
  for (const key of keysOf(before.courses, after.courses)) {
    const [old, now] = [before, after].map(({ courses }) => courses.find((course) => course.key === key));
    const name = (now ?? old)?.name ?? key;
    for (const group of keysOfGroups(old?.groups ?? [], now?.groups ?? [])) {
      const count = heads.get(group) ?? 0;
      const [was, is] = [old?.groups.includes(group), now?.groups.includes(group)].map((has) =>
        has ? 'counted' : null,
      );
      notes.compare(
        name,
        nameOf(group),
        was ?? null,
        is ?? null,
        is
          ? `${people(count)} in post ${count === 1 ? 'is' : 'are'} counted from then on.`
          : `${people(count)} in post ${count === 1 ? 'is' : 'are'} counted no more.`,
      );
    }
  }
  compareWords(notes, 'Left out', before.excluded, after.excluded);
  compareWords(notes, 'Concessions', before.concessions, after.concessions);
  return notes.all();
}

/** What one version of the framework asks that another does not, or otherwise. */
export function comparedFrameworks(
  before: CompetencyFramework,
  after: CompetencyFramework,
  heads: Heads,
  nameOf: NameOf,
): Compared {
  const notes = notesOf();
  const [old, now] = [topicsOf(before), topicsOf(after)];
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(key), now.get(key)];
    const name = (is ?? was)?.name ?? key;
    if (was === undefined || is === undefined) {
      const topic = (is ?? was) as FrameworkTopic;
      const count = sumOf(topic.required, heads);
      const hours = roundedQuotient(count * topic.minutes * 12, topic.everyMonths * 60);
      notes.compare(
        name,
        'Topic',
        was ? 'asked' : null,
        is ? 'asked' : null,
        `${people(count)} in post, ${hours} hours a year ${is ? 'more' : 'less'}.`,
      );
      continue;
    }
    notes.compare(name, 'Name', was.name, is.name, 'The same topic under another name.');
    notes.compare(name, 'Level', was.level, is.level, 'A stretch target is not asked of everybody.');
    notes.compare(
      name,
      'Length',
      `${was.minutes} minutes`,
      `${is.minutes} minutes`,
      `${people(sumOf(is.required, heads))} in post.`,
    );
    notes.compare(
      name,
      'Every',
      `${was.everyMonths} months`,
      `${is.everyMonths} months`,
      `${people(sumOf(is.required, heads))} in post.`,
    );
    notes.compare(name, 'Given', modes[was.mode], modes[is.mode], 'Sessions have to be planned by it.');
    const mark = ({ passPercent }: FrameworkTopic) =>
      passPercent === null ? 'not assessed' : `assessed, ${passPercent} %`;
    notes.compare(name, 'Assessment', mark(was), mark(is), `${people(sumOf(is.required, heads))} in post.`);
    for (const group of keysOfGroups([...was.required, ...was.recommended], [...is.required, ...is.recommended])) {
      const need = (topic: FrameworkTopic) =>
        topic.required.includes(group) ? 'required' : topic.recommended.includes(group) ? 'recommended' : null;
      notes.compare(name, nameOf(group), need(was), need(is), `${people(heads.get(group) ?? 0)} in post.`);
    }
  }
  return notes.all();
}

/** Hours a year that each group needs by two versions: heads × minutes × 12 ÷ months, of required topics. Never by WTE. */
export function hoursByGroup(before: CompetencyFramework, after: CompetencyFramework, heads: Heads) {
  const hoursOf = (pack: CompetencyFramework, group: string, count: number) =>
    roundedQuotient(
      [...topicsOf(pack).values()]
        .filter(({ required, level }) => level === 'minimum' && required.includes(group))
        .reduce((sum, { minutes, everyMonths }) => sum + Math.round((count * minutes * 1440) / everyMonths), 0),
      120 * 60,
    );
  return [...heads].map(([group, count]) => ({
    group,
    heads: count,
    before: hoursOf(before, group, count),
    after: hoursOf(after, group, count),
  }));
}

function topicsOf({ modules }: CompetencyFramework): Map<string, FrameworkTopic> {
  return new Map(modules.flatMap(({ topics }) => topics).map((topic) => [topic.key, topic]));
}

const sumOf = (groups: readonly string[], heads: Heads) =>
  groups.reduce((sum, group) => sum + (heads.get(group) ?? 0), 0);
const keysOf = (...lists: readonly (readonly { readonly key: string }[])[]) =>
  new Set(lists.flat().map(({ key }) => key));
const keysOfGroups = (...lists: readonly (readonly string[])[]) => new Set(lists.flat());

/** Collects what differs, and counts what is the same. */
function notesOf() {
  const differences: PackDifference[] = [];
  let same = 0;
  return {
    compare(of: string, what: string, before: string | null, after: string | null, forUs: string): void {
      if (before === after) same += 1;
      else differences.push({ of, what, before, after, forUs });
    },
    all: (): Compared => ({ differences, same }),
  };
}

function compareWords(
  notes: ReturnType<typeof notesOf>,
  of: string,
  before: readonly string[],
  after: readonly string[],
): void {
  for (const words of keysOfGroups(after, before))
    notes.compare(
      of,
      words,
      before.includes(words) ? 'said' : null,
      after.includes(words) ? 'said' : null,
      'Read the rule of the year.',
    );
}
