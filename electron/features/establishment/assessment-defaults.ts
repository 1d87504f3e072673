import type { AssessmentInputs, AssessmentShown } from '#contract';
import type { BirthrateRules } from '../../contract/birthrate-rules.ts';

type Unit = { readonly id: number; readonly kind: string };

/** What a new assessment of a trust starts with: the values and areas of the pack, each area at the unit of its kind. */
export function startingInputs(rules: BirthrateRules, units: readonly Unit[]): AssessmentInputs {
  const midwives = new Map(rules.categories.map(({ key, midwives: each }) => [key, each]));
  return {
    head: {
      provider: rules.provider,
      reference: null,
      date: null,
      studyFirst: null,
      studyLast: null,
      sampleFirst: null,
      sampleLast: null,
      sampleSize: null,
      basis: 'report',
      uplift: null,
      ...startingHead(rules),
      printedClinical: null,
      printedSpecialist: null,
      printedTotal: null,
      note: '',
    },
    upliftParts: rules.upliftParts.map((name) => ({ name, share: null })),
    settings: rules.settings.map((name) => ({
      name,
      births: null,
      counts: { I: null, II: null, III: null, IV: null, V: null },
    })),
    areas: rules.areas.map(({ name, unitKind, setting = null, travels, activities }) => ({
      name,
      unit: units.find(({ kind }) => kind === unitKind)?.id ?? null,
      setting,
      travels,
      supportShare: null,
      reportWte: null,
      activities: activities.map(({ category = null, hours = null, ...activity }) => ({
        ...activity,
        category,
        quantity: null,
        hours,
        times:
          activity.driver === 'posts'
            ? rules.daysPerYear
            : activity.driver === 'weekly'
              ? rules.weeksPerYear
              : // Midwives per woman are a standard of the delivery suite; elsewhere the hours of a category say it all.
                setting !== null && category !== null && unitKind === 'delivery_suite'
                ? (midwives.get(category) ?? null)
                : null,
        staff: 'mix' as const,
      })),
    })),
  };
}

const startingHead = ({
  upliftMode,
  travel,
  supportShare,
  specialistShare,
  specialistBase,
  weeklyHours,
  weeksPerYear,
}: BirthrateRules) => ({
  upliftMode,
  travel,
  supportShare,
  specialistShare,
  specialistBase,
  weeklyHours,
  weeksPerYear,
});

/** The defaults as a screen marks them, and the pack that they come from. */
export function defaultsShown(rules: BirthrateRules): AssessmentShown['defaults'] {
  return {
    pack: `${rules.title}, version ${rules.version}, from ${rules.validFrom}`,
    head: startingHead(rules),
    hours: rules.areas.flatMap(({ activities }) =>
      activities.flatMap(({ name, hours }) => (hours === undefined ? [] : [{ name, hours }])),
    ),
    times: rules.categories.map(({ key, midwives }) => ({ category: key, times: midwives })),
    daysPerYear: rules.daysPerYear,
  };
}

/** A copy to work on: all that was entered but what names the report and its time. */
export function copyOf({ head, ...lists }: AssessmentInputs): AssessmentInputs {
  return {
    ...lists,
    head: {
      ...head,
      reference: null,
      date: null,
      studyFirst: null,
      studyLast: null,
      sampleFirst: null,
      sampleLast: null,
      printedClinical: null,
      printedSpecialist: null,
      printedTotal: null,
    },
  };
}
