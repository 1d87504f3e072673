import type { ExportTable, LearningAreas } from '#contract';
import { implementation } from '../../context.ts';
import { addDays, addMonths, partsOf } from '../../core/dates.ts';
import { named, type PublishedTables } from '../../core/protected-tables.ts';
import { disclosureFor, type ProtectedTables, protect } from '../../core/small-numbers.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { beginSharing, type Sharing } from '../organisation/sharing.ts';
import { requireTrust } from '../organisation/trust.ts';
import { agesShared } from './calculations/ages-shared.ts';
import { flexiblePublished, flexibleShared } from './calculations/flexible-shared.ts';
import { staffShared } from './calculations/staff-shared.ts';
import { scoreText } from './calculations/surveys.ts';
import { scoresPublished, type SharedScore, surveyShared } from './calculations/surveys-shared.ts';
import { flexibleWorkingShown } from './flexible-working-handlers.ts';
import { learningShown } from './learning-handlers.ts';
import { partOf, sharedSystem } from './shared-system.ts';
import { indicatorsOf } from './survey-indicators.ts';
import { ownIndicatorsOf, resultsOf } from './survey-repository.ts';

const on = implementation.retention;

/** Twelve whole months: of other periods, one could be taken from another. */
function twelveMonths(today: string) {
  const last = addDays(today, -partsOf(today).day);
  return { first: addMonths(addDays(last, 1), -12), last };
}

/** Tables of their own, known again by what they are of when they are shared later. */
function protectedAs(tables: PublishedTables, about: string, { profile }: Sharing): ProtectedTables {
  const keyOf = (key: string) => `${about}: ${key}`;
  const shown = protect(named(tables, keyOf), profile);
  return (key) => shown(keyOf(key));
}

/** Files of own screens as they may leave the trust. */
export const sharedFileHandlers = {
  flexibleWorkingFile: on.flexibleWorkingFile.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const period = twelveMonths(context.today());
    const data = flexibleWorkingShown(context, trust, period);
    const sharing = beginSharing(context, trust, input.profile);
    const about = `flexible working ${period.first} ${period.last}`;
    const shown = protectedAs(flexiblePublished(data), about, sharing);
    return sharedFile(flexibleShared(data, trust.name, sharing.profile, shown), sharing, context);
  }),

  laterCareersFile: on.laterCareersFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const { staff, ages, published } = sharedSystem(context, trust);
    if (!staff) throw errors.NO_LIST_YET();
    const sharing = beginSharing(context, trust, input.profile);
    const shown = partOf(protect(published, sharing.profile), 'ages', staff.census);
    return sharedFile(agesShared(ages, trust.name, sharing.profile, shown), sharing, context);
  }),

  staffFile: on.staffFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const { staff, published } = sharedSystem(context, trust);
    if (!staff) throw errors.NO_LIST_YET();
    const sharing = beginSharing(context, trust, input.profile);
    const shown = partOf(protect(published, sharing.profile), 'staff', staff.census);
    return sharedFile(staffShared(staff, trust.name, sharing.profile, shown), sharing, context);
  }),

  learningFile: on.learningFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const areas = learningShown(context, trust);
    if (areas.areas.length === 0) throw errors.NOT_THERE();
    return sharedFile(learningShared(areas, trust.name), beginSharing(context, trust, input.profile), context);
  }),

  surveysFile: on.surveysFile.handler(({ input, context, errors }) => {
    const { database, reference } = context;
    const trust = requireTrust(database, input.trust);
    const survey = reference.surveys.surveys.find(({ key }) => key === input.survey);
    if (!survey) throw errors.NO_SUCH_CHOICE();
    const indicators = new Map(
      indicatorsOf(reference, ownIndicatorsOf(database, trust.id), survey.key).map((one) => [one.key, one]),
    );
    const scores = resultsOf(database, trust.id).flatMap((one): SharedScore[] => {
      const known = indicators.get(one.indicator);
      if (one.survey !== survey.key || one.year !== input.year || !known) return [];
      const { group, indicator, answers, suppressed } = one;
      const text = (score: number | null) => (score === null ? null : scoreText(score, known.unit));
      const { name } = known;
      return [{ group, indicator, name, answers, suppressed, score: text(one.score), benchmark: text(one.benchmark) }];
    });
    if (scores.length === 0) throw errors.NOT_THERE();
    const [own, strict] = [input.profile, 'survey' as const].map((key) => disclosureFor(reference.smallNumbers, key));
    // The survey's own least number may be above both. Scores are not rounded, and so neither are answers.
    const hideBelow = Math.max(own?.hideBelow ?? 0, strict?.hideBelow ?? 0, survey.smallest);
    const profile = { name: own?.name ?? '', hideBelow, roundTo: 1 };
    const sharing = beginSharing(context, trust, input.profile, profile);
    const shown = protectedAs(scoresPublished(scores), `survey ${survey.key} ${input.year}`, sharing);
    const about = { survey: survey.name, year: input.year, trust: trust.name };
    return sharedFile(surveyShared(scores, about, sharing.profile, shown), sharing, context);
  }),
};

/** Levels of placement areas: nobody is counted in it, and no words of those who assessed are. */
function learningShared({ priorities, levels, areas, formulas }: LearningAreas, trust: string): ExportTable {
  const nameOf = (rating: string | null) => levels.find(({ key }) => key === rating)?.name ?? 'Not assessed';
  return {
    title: `Safe learning environment of ${trust}, shared`.slice(0, 200),
    subtitle: 'Each placement area by its newest assessment: levels only, without evidence and gaps',
    columns: [
      { heading: 'Placement area', kind: 'text' },
      { heading: 'Assessed on', kind: 'date' },
      ...priorities.map(({ name }) => ({ heading: name, kind: 'text' as const })),
      { heading: 'Score', kind: 'rate' },
    ],
    rows: areas.map(({ place, round, ratings, score }) => ({
      kind: 'row',
      values: [place, round.day, ...ratings.map(({ rating }) => nameOf(rating)), score],
    })),
    definitions: formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
