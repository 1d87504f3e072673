import type { Paper, PaperBlock } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import type { Oversight } from './oversight.ts';
import { acuitySection } from './report/acuity.ts';
import { assessmentSection } from './report/assessment.ts';
import { breakdownSection } from './report/breakdown.ts';
import { oneToOneSection, ratioSection, redFlagSection } from './report/care.ts';
import { actionSection, definitionBlocks } from './report/closing.ts';
import { note, type Section } from './report/parts.ts';
import { ratesSection, vacancySection } from './report/recruitment.ts';
import { coordinatorSection, fillSection } from './report/shifts.ts';
import { workforceSection } from './report/workforce.ts';

const sections: readonly ((oversight: Oversight) => Section)[] = [
  workforceSection,
  assessmentSection,
  breakdownSection,
  vacancySection,
  ratesSection,
  fillSection,
  coordinatorSection,
  acuitySection,
  oneToOneSection,
  redFlagSection,
  ratioSection,
  actionSection,
];

/**
 * The midwifery staffing report of a period for the board: what the figures say in sentences, then each part with its
 * table and chart, then definitions and sources. A part without data says what to enter or import.
 */
export function boardReport(oversight: Oversight, made: { on: string; at: string; version: string }): Paper {
  const parts = sections.map((section) => section(oversight));
  const says = parts.flatMap((part) => part.says);
  const { first, last } = oversight.period;
  const bodies = parts.flatMap(({ title, blocks }): PaperBlock[] => [
    { kind: 'heading', level: 1, text: title },
    ...blocks,
  ]);
  return {
    title: 'Midwifery staffing report to the board',
    subtitle: `${oversight.trust} · ${dateInWords(first)} to ${dateInWords(last)}`,
    foot: `${oversight.trust} · ${dateInWords(first)} to ${dateInWords(last)}`,
    madeOn: made.on,
    madeAt: made.at,
    blocks: [
      { kind: 'heading', level: 1, text: 'What this report says' },
      says.length > 0 ? { kind: 'list', items: says } : note('There are no figures for this period yet.'),
      ...bodies,
      ...definitionBlocks(oversight),
      { kind: 'paragraph', text: `Made on ${dateInWords(made.on)} with Maternity Workforce Planner ${made.version}.` },
    ],
  };
}
