import type { TrainingCourse, TrainingRules } from '../../../contract/training-rules.ts';
import { headingKey, textKey } from '../../../imports/clean/text.ts';
import type { Words } from '../../../imports/clean/words.ts';

/** A trust's answer for a competence that is no course of the figures. */
const notCounted = 'not_counted';

/** How long a competence lasts, as its name ends: "- 3 Years|", "(2 yearly)", "18 months". */
const lasting = /[\s([-]*\b(\d{1,2})\s*-?\s*(year|yr|month|mth)(?:s|ly)?\b[\s)\].]*$/i;
const yearly = /[\s([-]*\b(?:annual|annually|yearly)\b[\s)\].]*$/i;

/** The last filled part of a name such as "NHS|CSTF|Fire Safety - 1 Year|": what the competence is about. */
function lastPart(name: string): string {
  const parts = name.split('|').map((part) => part.trim());
  return parts.filter((part) => part !== '').pop() ?? '';
}

/** Months that a competence lasts by its name; undefined where it says nothing. */
export function monthsInName(name: string): number | undefined {
  const part = lastPart(name);
  const found = lasting.exec(part);
  if (found === null) return yearly.test(part) ? 12 : undefined;
  const count = Number(found[1]);
  return /^y/i.test(found[2] ?? '') ? count * 12 : count;
}

/** A competence without the organisation that gave it and how long it lasts, blind to punctuation. */
function topicKey(name: string): string {
  return headingKey(lastPart(name).replace(lasting, '').replace(yearly, ''));
}

/** A finder of the course that lists exactly this name, blind to spacing and capitals. */
export function courseListing({
  courses,
}: {
  readonly courses: readonly Pick<TrainingCourse, 'key' | 'competences'>[];
}): (name: string) => string | undefined {
  const listed = new Map<string, string>();
  for (const { key, competences } of courses)
    for (const name of competences) if (!listed.has(textKey(name))) listed.set(textKey(name), key);
  return (name) => listed.get(textKey(name));
}

/**
 * A finder of the course that a competence counts as, undefined for none: by what the trust has said of the name, then by
 * the names of the rules, then by their topics, since each organisation puts its own code before them.
 */
export function courseFinder(
  { courses }: Pick<TrainingRules, 'courses'>,
  words: Words,
): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  const byTopic = new Map<string, string>();
  for (const { key, competences } of courses) {
    for (const name of competences) {
      byName.set(textKey(name), key);
      byTopic.set(topicKey(name), key);
    }
  }
  const keys = new Set(courses.map(({ key }) => key));
  const saidByTopic = new Map([...(words['course'] ?? [])].map(([word, key]) => [topicKey(word), key]));
  return (name) => {
    const said = words['course']?.get(textKey(name));
    if (said === notCounted) return undefined;
    if (said !== undefined && keys.has(said)) return said;
    const named = byName.get(textKey(name)) ?? byTopic.get(topicKey(name)) ?? saidByTopic.get(topicKey(name));
    return named !== undefined && keys.has(named) ? named : undefined;
  };
}
