import type { ReturnFigure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { countMeasure } from './measures.ts';
import { counted } from './words.ts';

const bodies = { leads: 'the service leads', board: 'the board', lmns: 'the LMNS' };

interface Analysis {
  readonly first: string;
  readonly version: number;
  readonly madeOn: string;
}
interface Approval {
  readonly body: keyof typeof bodies;
  readonly date: string;
}

/** The newest training needs analysis for 6.1: of which year, which version, and who approved it. Nothing without one. */
export function needsFigures(
  analyses: readonly Analysis[],
  approvals: readonly Approval[],
  on: string,
): ReturnFigure[] {
  const newest = analyses[analyses.length - 1];
  if (!newest) return [];
  const said = approvals.map(({ body, date }) => `${bodies[body]} on ${dateInWords(date)}`);
  const approved = said.length > 0 ? `approved by ${said.join(', ')}` : 'not approved yet';
  const year = `the year from ${dateInWords(newest.first)}`;
  return [
    {
      key: 'needs analysis',
      reference: '6.1',
      title: 'Training needs analysis',
      measures: [
        { ...countMeasure('year', 'Of', null), kind: 'text', value: `${year}, version ${newest.version}` },
        { ...countMeasure('made', 'Made on', null), kind: 'date', value: newest.madeOn },
        { ...countMeasure('approved', 'Approved', null), kind: 'text', value: approved },
        countMeasure('versions', 'Versions kept', analyses.length),
      ],
      source: `Training needs: ${counted(analyses.length, 'version')}`,
      of: `on ${dateInWords(on)}`,
      warnings: said.length > 0 ? [] : ['The newest version has not been approved.'],
      sentence: `The training needs analysis for ${year} (version ${newest.version}) was made on ${dateInWords(newest.madeOn)}; ${approved}.`,
    },
  ];
}
