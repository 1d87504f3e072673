import type { AgreedLevelInputs, ReturnFigure, ReturnMeasure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { positionOf } from '../../establishment/calculations.ts';
import { wteMeasure } from './measures.ts';
import { counted, wteInWords } from './words.ts';
import type { WorkforceLine } from './workforce.ts';

interface Administration {
  /** Establishment lines of administrative staff. */
  readonly lines: readonly WorkforceLine[];
  /** Levels agreed for posts that free clinicians' time. */
  readonly levels: readonly Pick<AgreedLevelInputs, 'required' | 'funded' | 'inPost' | 'freedHours'>[];
  /** Administrative WTE of the newest staff list; null where there is none. */
  readonly staff: { readonly census: string; readonly wte: number } | null;
  readonly today: string;
}

/** What is known of administrative support, for 4.3: posts, what was agreed with the hours that it frees, and who is in post. */
export function administrationFigures({ lines, levels, staff, today }: Administration): ReturnFigure[] {
  const parts: { measures: ReturnMeasure[]; said: string; source: string }[] = [];
  if (lines.length > 0) {
    const { required, funded, inPost, vacancy } = positionOf(lines);
    parts.push({
      measures: [
        wteMeasure('required', 'Required', required.wte),
        wteMeasure('funded', 'Funded', funded.wte),
        wteMeasure('inPost', 'In post', inPost.wte),
        wteMeasure('vacancy', 'Vacancy', vacancy.wte, 'funded − in post'),
      ],
      said: `administrative staff: funded ${wteInWords(funded.wte)}, in post ${wteInWords(inPost.wte)}`,
      source: `Establishment: ${counted(lines.length, 'line')}`,
    });
  }
  if (levels.length > 0) {
    const sum = (of: (level: Administration['levels'][number]) => number | null) => {
      const known = levels.map(of).filter((value) => value !== null);
      return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
    };
    const hours = sum(({ freedHours }) => (typeof freedHours === 'number' ? freedHours : null));
    const agreed = sum(({ required }) => required);
    parts.push({
      measures: [
        wteMeasure('agreed', 'Agreed level', agreed, 'sum of the levels agreed for posts that free clinicians'),
        {
          ...wteMeasure('freed', 'Clinicians’ hours freed a week', hours, 'sum of the hours that each level names'),
          kind: 'count',
        },
      ],
      said: `the levels agreed come to ${wteInWords(agreed)}${hours === null ? '' : ` and free ${hours} hours of clinicians a week`}`,
      source: `Agreed levels: ${levels.length}`,
    });
  }
  if (staff !== null)
    parts.push({
      measures: [wteMeasure('staff', 'In post by the staff list', staff.wte)],
      said: `the staff list of ${dateInWords(staff.census)} has ${wteInWords(staff.wte)} administrative`,
      source: `Staff list of ${dateInWords(staff.census)}`,
    });
  if (parts.length === 0) return [];
  return [
    {
      key: 'administration',
      reference: '4.3',
      title: 'Administrative support',
      measures: parts.flatMap(({ measures }) => measures),
      source: parts.map(({ source }) => source).join('; '),
      of: `on ${dateInWords(today)}`,
      warnings: [],
      sentence: `On ${dateInWords(today)}, ${parts.map(({ said }) => said).join('; ')}.`,
    },
  ];
}
