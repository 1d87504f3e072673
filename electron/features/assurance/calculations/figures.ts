import type { AssuranceFigureKey } from '../../../contract/assurance-rules.ts';
import type { AssuranceFigure } from '../../../contract/incentive.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type Rate, sumRates } from '../../../core/rates.ts';
import { coordinatorRates } from './coordinator-months.ts';
import { birthsInAYear, countSum, oneToOneCare } from './counts.ts';
import type { Oversight } from './oversight.ts';
import { assessmentSection } from './report/assessment.ts';
import { birthsPerWte, oneToOneSection, ratioSection, redFlagSection } from './report/care.ts';
import type { Section } from './report/parts.ts';
import { vacancySection } from './report/recruitment.ts';
import { coordinatorSection, fillSection } from './report/shifts.ts';
import { workforceInWords } from './report/workforce.ts';
import { countInWords, percentInWords, wteInWords } from './words.ts';

type Found = Pick<AssuranceFigure, 'title' | 'value' | 'sentence' | 'rate'>;

/** What the planner knows for a requirement of the incentive scheme, over the months of an oversight. */
export function assuranceFigure(key: AssuranceFigureKey, oversight: Oversight): AssuranceFigure {
  const { first, last } = oversight.period;
  return { key, of: `${dateInWords(first)} to ${dateInWords(last)}`, ...found[key](oversight) };
}

const found: Readonly<Record<AssuranceFigureKey, (oversight: Oversight) => Found>> = {
  establishment_breakdown: (oversight) => {
    const [requirement] = oversight.workforce.requirements;
    return {
      title: 'Birthrate+ and its age',
      value: requirement?.date ? dateInWords(requirement.date) : null,
      sentence: saidBy(assessmentSection(oversight)),
      rate: null,
    };
  },
  funded_against_required: ({ workforce }) => {
    const midwives = workforce.groups.find(({ group }) => group === 'midwives');
    const gap = midwives?.requiredLessFunded ?? null;
    return {
      title: 'Midwives required less funded',
      value: gap === null ? null : `${wteInWords(gap)} WTE`,
      sentence:
        (midwives ? workforceInWords(midwives)[0] : undefined) ?? 'Required or funded midwives are not entered yet.',
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
  neonatal_nursing: ({ workforce }) => {
    const nurses = workforce.groups.find(({ group }) => group === 'neonatal_nursing');
    const value = nurses && nurses.inPost !== null ? `${wteInWords(nurses.inPost)} WTE in post` : null;
    return {
      title: 'Neonatal nurses',
      value,
      sentence:
        (nurses ? workforceInWords(nurses)[0] : undefined) ??
        'Enter required, funded and in post of neonatal nurses on the Establishment screen.',
      rate: null,
    };
  },
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
