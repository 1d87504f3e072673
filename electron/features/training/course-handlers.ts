import type { CourseShown, TrainingPackHead } from '#contract';
import { implementation } from '../../context.ts';
import type {
  CompetencyFramework,
  TrainingCourse,
  TrainingRules,
  TrainingScheme,
} from '../../contract/training-rules.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { comparedFrameworks, comparedSchemes, hoursByGroup } from './calculations/packs.ts';
import { courseChanges } from './calculations/course-changes.ts';
import { namesInFiles } from './competence-names.ts';
import { trainingFacts } from './facts.ts';
import { dropCourse, ownCourses, putCourse } from './hand-repository.ts';
import { courseListing } from './parse/competences.ts';

const on = implementation.training;

const headOf = (pack: TrainingScheme | CompetencyFramework): TrainingPackHead => ({
  id: pack.id,
  kind: pack.kind === 'training scheme' ? 'scheme' : 'framework',
  title: pack.title,
  version: pack.version,
  validFrom: pack.validFrom,
  source: `${pack.source.publisher}: ${pack.source.title}, ${pack.source.published}`,
  confidence: pack.confidence,
  notes: pack.notes,
});

/** Every course with whose it is and what the trust says otherwise; courses that it does not count come too. */
export function shownCourses(rules: TrainingRules, own: ReturnType<typeof ownCourses>): CourseShown[] {
  const said = new Map(own.map(({ key, course }) => [key, course]));
  const published = rules.courses.map((course): CourseShown => {
    const mine = said.get(course.key);
    if (mine === undefined) return { ...course, from: 'pack', changes: [], counted: true };
    if (mine === null) return { ...course, from: 'changed', changes: [], counted: false };
    return { ...mine, from: 'changed', changes: courseChanges(course, mine, rules.groups), counted: true };
  });
  const keys = new Set(rules.courses.map(({ key }) => key));
  const added = own.flatMap(({ key, course }): CourseShown[] =>
    keys.has(key) || course === null ? [] : [{ ...course, from: 'own', changes: [], counted: true }],
  );
  return [...published, ...added];
}

/** A key of small letters that no course has yet. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  const base = `own_${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')}`.slice(0, 60);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}_${number}`;
  return key;
}

export const courseHandlers = {
  courses: on.courses.handler(({ input, context: { database, reference } }) => {
    const trust = requireTrust(database, input.trust);
    const { training: rules, trainingSchemes, frameworks } = reference;
    return {
      courses: shownCourses(rules, ownCourses(database, trust.id)),
      groups: rules.groups.map(({ key, name }) => ({ key, name })),
      packs: [...trainingSchemes, ...frameworks].map(headOf),
      confidence: rules.confidence,
      pack: { title: rules.title, version: rules.version },
    };
  }),

  setCourse: on.setCourse.handler(({ input, context: { database, reference, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const { key: given, ...cells } = input.course;
    const own = ownCourses(database, trust.id);
    const known = shownCourses(reference.training, own);
    const before = known.find(({ key }) => key === given);
    if (given !== undefined && before === undefined) throw errors.NO_SUCH_CHOICE();
    const strange = cells.groups.find((group) => !reference.training.groups.some(({ key }) => key === group));
    if (strange !== undefined) {
      const message = `There is no staff group “${strange}”. Choose groups from the list. Nothing was changed.`;
      throw errors.NO_SUCH_CHOICE({ message });
    }
    const key = before?.key ?? freeKey(cells.name, new Set(known.map((one) => one.key)));
    const course: TrainingCourse = { ...cells, key, competences: cells.competences ?? before?.competences ?? [] };
    const published = reference.training.courses.find((one) => one.key === key);
    const isPublished =
      published !== undefined && courseChanges(published, course, reference.training.groups).length === 0;
    if (isPublished && before?.from === 'pack') return { label: null, key };
    const label = before === undefined ? `New course ${course.name}` : `Course ${course.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      isPublished ? dropCourse(database, trust.id, key) : putCourse(database, trust.id, key, course),
    );
    return { label, key };
  }),

  leaveOutCourse: on.leaveOutCourse.handler(({ input, context: { database, reference, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const course = shownCourses(reference.training, ownCourses(database, trust.id)).find(
      ({ key }) => key === input.key,
    );
    if (course === undefined) throw errors.NOT_THERE();
    if (!course.counted) return { label: null };
    const label = course.from === 'own' ? `Remove the course ${course.name}` : `Do not count ${course.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      course.from === 'own'
        ? dropCourse(database, trust.id, course.key)
        : putCourse(database, trust.id, course.key, null),
    );
    return { label };
  }),

  resetCourse: on.resetCourse.handler(({ input, context: { database, reference, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const course = shownCourses(reference.training, ownCourses(database, trust.id)).find(
      ({ key }) => key === input.key,
    );
    if (course === undefined || course.from === 'own') throw errors.NOT_THERE();
    if (course.from === 'pack') return { label: null };
    const label = `${course.name} as the pack has it`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => dropCourse(database, trust.id, course.key));
    return { label };
  }),

  competences: on.competences.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const { rules, fileDay } = trainingFacts(context, trust.id, undefined);
    return fileDay === null ? [] : namesInFiles(database, trust.id, fileDay, courseListing(rules));
  }),

  teachCompetence: on.teachCompetence.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { name, course: key } = input;
    const trust = requireTrust(database, input.trust);
    const { rules } = trainingFacts(context, trust.id, undefined);
    const course = rules.courses.find((one) => one.key === key);
    if (key !== null && course === undefined) throw errors.NO_SUCH_CHOICE();
    if (courseListing(rules)(name) === (key ?? undefined)) return { label: null };
    const isName = courseListing({ courses: [{ key: 'it', competences: [name] }] });
    const label = course === undefined ? `“${name}” as the file was read` : `“${name}” counts as ${course.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const one of rules.courses) {
        const others = one.competences.filter((competence) => isName(competence) === undefined);
        const competences = one.key === key ? [...others, name] : others;
        if (competences.length === one.competences.length && one.key !== key) continue;
        putCourse(database, trust.id, one.key, { ...one, competences });
      }
    });
    return { label };
  }),

  comparePacks: on.comparePacks.handler(({ input, context, errors }) => {
    const { database, reference } = context;
    const trust = requireTrust(database, input.trust);
    const { trainingSchemes, frameworks, training } = reference;
    const { people } = trainingFacts(context, trust.id, undefined);
    const heads = new Map<string, number>();
    for (const { group, bankOnly } of people.counted) if (!bankOnly) heads.set(group, (heads.get(group) ?? 0) + 1);
    const nameOf = (key: string) => training.groups.find((group) => group.key === key)?.name ?? key;
    const scheme = (id: string) => trainingSchemes.find((pack) => pack.id === id);
    const framework = (id: string) => frameworks.find((pack) => pack.id === id);
    const [before, after] = [scheme(input.before), scheme(input.after)];
    if (before && after) {
      return {
        before: headOf(before),
        after: headOf(after),
        hours: [],
        ...comparedSchemes(before, after, heads, nameOf),
      };
    }
    const [older, newer] = [framework(input.before), framework(input.after)];
    if (!older || !newer) throw errors.NOT_THERE();
    return {
      before: headOf(older),
      after: headOf(newer),
      ...comparedFrameworks(older, newer, heads, nameOf),
      hours: hoursByGroup(older, newer, heads).map((row) => ({ ...row, group: nameOf(row.group) })),
    };
  }),
};
