import type { AssuranceFigureKey } from '../../../contract/assurance-rules.ts';
import type { AssuranceFigure } from '../../../contract/incentive.ts';
import { roundedExact } from '../../../contract/exact.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type Rate, sumRates } from '../../../core/rates.ts';
import { coordinatorRates } from './coordinator-months.ts';
import { acuityOf, birthsInAYear, countSum, oneToOneCare } from './counts.ts';
import { neonatalMedical, neonatalNursing } from './neonatal.ts';
import type { Oversight } from './oversight.ts';
import { acuitySection } from './report/acuity.ts';
import { assessmentSection } from './report/assessment.ts';
import { breakdownSection, specialistInWords } from './report/breakdown.ts';
import { birthsPerWte, oneToOneSection, ratioSection, redFlagSection } from './report/care.ts';
import type { Section } from './report/parts.ts';
import { vacancySection } from './report/recruitment.ts';
import { coordinatorSection, fillSection } from './report/shifts.ts';
import { workforceInWords } from './report/workforce.ts';
import {
  attendanceFigure,
  daysInWords,
  type Found,
  longTermFigure,
  restFigure,
  shortTermFigure,
  type Supervised,
} from './supervised.ts';
import { countInWords, percentInWords } from '../../../core/words.ts';
import { wteInWords } from './words.ts';

/** What the planner knows for a requirement of the incentive scheme, over the months of an oversight. */
export function assuranceFigure(
  key: AssuranceFigureKey,
  oversight: Oversight,
  supervised: Supervised,
): AssuranceFigure {
  if (key in foundOfAudits) {
    const { days, ...figure } = foundOfAudits[key as keyof typeof foundOfAudits](supervised);
    return { key, of: daysInWords(days ?? oversight.period), ...figure };
  }
  return { key, of: daysInWords(oversight.period), ...found[key as keyof typeof found](oversight) };
}

/** Figures of what is entered under supervision, over audits of their own. */
const foundOfAudits = {
  short_term_locums: shortTermFigure,
  long_term_locums: longTermFigure,
  compensatory_rest: restFigure,
  consultant_attendance: attendanceFigure,
};

const found: Readonly<
  Record<Exclude<AssuranceFigureKey, keyof typeof foundOfAudits>, (oversight: Oversight) => Found>
> = {
  establishment_breakdown: (oversight) => {
    const [requirement] = oversight.workforce.requirements;
    const date = oversight.assessment?.date ?? requirement?.date ?? null;
    return {
      title: 'Birthrate+ by area and its age',
      value: date && dateInWords(date),
      sentence: `${saidBy(assessmentSection(oversight))} ${saidBy(breakdownSection(oversight))}`,
      rate: null,
    };
  },
  funded_against_required: ({ workforce }) => {
    const midwives = workforce.groups.find(({ group }) => group === 'midwives');
    const gap = midwives?.requiredLessFunded ?? null;
    return {
      title: 'Midwives required less funded',
      value: gap === null ? null : `${wteInWords(gap)} WTE`,
      sentence: [
        (midwives ? workforceInWords(midwives)[0] : undefined) ?? 'Required or funded midwives are not entered yet.',
        ...(workforce.apart === null ? [] : [workforce.apart]),
      ].join(' '),
      rate: null,
    };
  },
  vacancy_plan: (oversight) => ({
    title: 'Vacancy plan',
    value: oversight.vacancies && `${wteInWords(oversight.vacancies.liveWte)} WTE`,
    sentence: saidBy(vacancySection(oversight)),
    rate: null,
  }),
  coordinator: (oversight) => {
    const covers = oversight.rosters?.coordinators ?? [];
    const rate = sumRates(covers.map(({ shifts }) => coordinatorRates(shifts).both));
    return shareFigure('Coordinator rostered and there at the start', rate, coordinatorSection(oversight));
  },
  one_to_one_care: (oversight) =>
    shareFigure(
      'One-to-one care in labour',
      oneToOneCare(oversight.counts, oversight.months),
      oneToOneSection(oversight),
    ),
  planned_against_actual: (oversight) => {
    const total = oversight.rosters?.all.total;
    const rate = { numerator: total?.actual ?? 0, denominator: total?.planned ?? 0 };
    return shareFigure('Actual over planned care hours', rate, fillSection(oversight));
  },
  births_ratio: (oversight) => {
    const midwives = oversight.workforce.groups.find(({ group }) => group === 'midwives');
    const births = birthsPerWte(birthsInAYear(oversight.counts, oversight.months), midwives?.inPost ?? null);
    return {
      title: 'Births a year to a WTE midwife in post',
      value: births && `${births} to 1`,
      sentence: saidBy(ratioSection(oversight)),
      rate: null,
    };
  },
  red_flags: (oversight) => {
    const keys = oversight.flags.map(({ key }) => key);
    const { count } = countSum(oversight.counts, keys, oversight.months);
    const value = count === null ? null : countInWords(count);
    return { title: 'Red flags', value, sentence: saidBy(redFlagSection(oversight)), rate: null };
  },
  neonatal_nursing: (oversight) => neonatalNursing(oversight),
  neonatal_medical: (oversight) => neonatalMedical(oversight),
  specialist_share: ({ assessment }) => {
    const { specialist = null } = assessment?.result ?? {};
    return {
      title: 'Specialist and management posts',
      value: specialist && `${roundedExact(specialist, 2)} WTE`,
      sentence:
        (assessment ? specialistInWords(assessment)[0] : undefined) ??
        'Enter the specialist and management share of a Birthrate+ assessment and agree it.',
      rate: null,
    };
  },
  acuity: (oversight) =>
    shareFigure('Acuity entries made', acuityOf(oversight.counts, oversight.months).made, acuitySection(oversight)),
};

function shareFigure(title: string, rate: Rate, section: Section): Found {
  const known = rate.denominator > 0;
  return { title, value: known ? percentInWords(rate) : null, sentence: saidBy(section), rate: known ? rate : null };
}

/** What a section of the report says, or what it asks for where it knows nothing. */
function saidBy({ says, blocks }: Section): string {
  if (says.length > 0) return says.join(' ');
  return blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])).join(' ');
}
