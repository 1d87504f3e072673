import type { ExportTable } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { addDays, addMonths, partsOf } from '../../core/dates.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { tableWorkbook } from '../../exports/table-workbook.ts';
import { workbookFileName } from '../../exports/workbook.ts';
import { requireTrust } from '../organisation/trust.ts';
import { agesPublished, agesShared } from './calculations/ages-shared.ts';
import { flexibleShared } from './calculations/flexible-shared.ts';
import { scoreText } from './calculations/surveys.ts';
import { type SharedScore, surveyShared } from './calculations/surveys-shared.ts';
import { flexibleWorkingShown } from './flexible-working-handlers.ts';
import { laterCareersShown } from './later-career-service.ts';
import { leaverFiles } from './leaver-files.ts';
import { indicatorsOf } from './survey-indicators.ts';
import { ownIndicatorsOf, resultsOf } from './survey-repository.ts';

const on = implementation.retention;

async function fileOf(table: ExportTable, { now }: Context) {
  const bytes = await tableWorkbook(table, now());
  return { fileName: workbookFileName(table.title), contents: Buffer.from(bytes).toString('base64') };
}

/** Twelve whole months: of other periods, one could be taken from another. */
function twelveMonths(today: string) {
  const last = addDays(today, -partsOf(today).day);
  return { first: addMonths(addDays(last, 1), -12), last };
}

/** Files of own screens as they may leave the trust. */
export const sharedFileHandlers = {
  flexibleWorkingFile: on.flexibleWorkingFile.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const data = flexibleWorkingShown(context, trust, twelveMonths(context.today()));
    const profile = disclosureFor(context.reference.smallNumbers, input.profile);
    return fileOf(flexibleShared(data, trust.name, profile), context);
  }),

  laterCareersFile: on.laterCareersFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const data = laterCareersShown(context, trust, undefined);
    if (data.census === null) throw errors.NO_LIST_YET();
    const leavers = leaverFiles(context, trust);
    const tables = leavers?.published ?? agesPublished(data, { counts: new Map(), sums: [] });
    const profile = disclosureFor(context.reference.smallNumbers, input.profile);
    return fileOf(agesShared(data, trust.name, profile, tables), context);
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
    return fileOf(surveyShared(scores, { survey: survey.name, year: input.year, trust: trust.name }, profile), context);
  }),
};
