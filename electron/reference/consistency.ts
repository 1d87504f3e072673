import type { z } from 'zod';
import { deliveryPlan, organisationDefaults } from '../contract/reference.ts';
import { retentionRules } from '../contract/retention-rules.ts';
import { competencyFramework, trainingRules } from '../contract/training-rules.ts';

/** A delivery plan whose lines, objectives and themes fit together. */
export const checkedDeliveryPlan = deliveryPlan.superRefine((plan, context) => {
  const themes = new Set(plan.themes.map(({ number }) => number));
  const themeOf = new Map(plan.objectives.map(({ number, theme }) => [number, theme]));
  unique(context, ['themes'], plan.themes, 'number');
  unique(context, ['objectives'], plan.objectives, 'number');
  unique(context, ['owners'], plan.owners, 'key');
  unique(context, ['lines'], plan.lines, 'reference');
  for (const [index, objective] of plan.objectives.entries()) {
    if (!themes.has(objective.theme))
      complain(context, ['objectives', index, 'theme'], `there is no theme ${objective.theme}`);
  }
  for (const [index, line] of plan.lines.entries()) {
    const at = (field: string) => ['lines', index, field];
    if (themeOf.get(line.objective) !== line.theme) {
      complain(
        context,
        at('theme'),
        `line ${line.reference} is not of theme ${line.theme} by its objective ${line.objective}`,
      );
    }
    if (line.reference.split('.')[0] !== String(line.objective)) {
      complain(
        context,
        at('objective'),
        `line ${line.reference} is not of objective ${line.objective} by its reference`,
      );
    }
    if (!plan.owners.some(({ key }) => key === line.owner))
      complain(context, at('owner'), `owner ${line.owner} has no name`);
  }
});

/** Starting units, groups and bands whose keys are used once and point at something. */
export const checkedOrganisationDefaults = organisationDefaults.superRefine((defaults, context) => {
  const bands = new Set(defaults.bands.map(({ key }) => key));
  const groups = new Set([...defaults.staffGroups, defaults.unmapped].map(({ key }) => key));
  unique(context, ['unitKinds'], defaults.unitKinds, 'key');
  unique(context, ['bands'], defaults.bands, 'key');
  unique(context, ['staffGroups'], defaults.staffGroups, 'key');
  const groupOfCode = new Map<string, string>();
  for (const [index, group] of defaults.staffGroups.entries()) {
    const at = (field: string) => ['staffGroups', index, field];
    for (const band of group.defaultBands) {
      if (!bands.has(band)) complain(context, at('defaultBands'), `there is no band ${band}`);
    }
    for (const field of ['inPostKey', 'fundedKey'] as const) {
      if (!groups.has(group[field])) complain(context, at(field), `there is no staff group ${group[field]}`);
    }
    for (const code of group.occupationCodes) {
      const other = groupOfCode.get(code);
      if (other !== undefined) complain(context, at('occupationCodes'), `${code} is a code of ${other} already`);
      groupOfCode.set(code, group.key);
    }
  }
});

/** Courses for groups that there are, and competence names that mean one course each. */
export const checkedTrainingRules = trainingRules.superRefine(({ groups, courses }, context) => {
  unique(context, ['groups'], groups, 'key');
  unique(context, ['courses'], courses, 'key');
  const known = new Set(groups.map(({ key }) => key));
  const courseOf = new Map<string, string>();
  for (const [index, course] of courses.entries()) {
    const at = (field: string) => ['courses', index, field];
    for (const group of course.groups) {
      if (!known.has(group)) complain(context, at('groups'), `there is no group ${group}`);
    }
    for (const name of course.competences) {
      const other = courseOf.get(name.toLowerCase());
      if (other !== undefined) complain(context, at('competences'), `"${name}" is a competence of ${other} already`);
      courseOf.set(name.toLowerCase(), course.key);
    }
  }
});

/** Modules and topics whose keys are used once, and groups that need a topic in one way each. */
export const checkedCompetencyFramework = competencyFramework.superRefine(({ modules }, context) => {
  unique(context, ['modules'], modules, 'key');
  const topics = modules.flatMap((module) => module.topics);
  unique(context, ['topics'], topics, 'key');
  for (const { key, required, recommended } of topics) {
    const both = required.find((group) => recommended.includes(group));
    if (both !== undefined) complain(context, ['topics', key], `${both} is required and recommended`);
  }
});

/** Elements whose keys are used once and whose names mean one element each. */
export const checkedRetentionRules = retentionRules.superRefine(({ elements }, context) => {
  unique(context, ['elements'], elements, 'key');
  const elementOf = new Map<string, string>();
  for (const [index, { key, name, alsoCalled }] of elements.entries()) {
    for (const said of [name, ...alsoCalled]) {
      const other = elementOf.get(said.toLowerCase());
      if (other !== undefined)
        complain(context, ['elements', index, 'alsoCalled'], `"${said}" is a name of ${other} already`);
      elementOf.set(said.toLowerCase(), key);
    }
  }
});

function complain(context: z.RefinementCtx, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

function unique<Entry extends object>(
  context: z.RefinementCtx,
  path: string[],
  entries: readonly Entry[],
  field: keyof Entry & string,
): void {
  const seen = new Set<unknown>();
  for (const [index, entry] of entries.entries()) {
    if (seen.has(entry[field])) complain(context, [...path, index, field], `${String(entry[field])} is there twice`);
    seen.add(entry[field]);
  }
}
