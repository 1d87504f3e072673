import type { ForecastReached, ReturnFigure, ReturnMeasure } from '#contract';
import { addDays, addMonths, dateInWords, monthInWords } from '../../../core/dates.ts';
import { wteMeasure } from './measures.ts';
import { wteInWords } from './words.ts';

/** What the forecast says of one staff group. */
export interface GroupReached {
  readonly key: string;
  readonly name: string;
  /** WTE at the end of the last month. */
  readonly inPost: number;
  readonly funded: ForecastReached;
  readonly required: ForecastReached;
}

/** When a target is reached, in words; the last month is "2028-03". */
function inWords({ known, already, month, held, shortAtEnd }: ForecastReached, to: string): string {
  if (!known) return 'not known';
  if (already) return held ? 'reached already' : 'reached already, and lost again later';
  if (month !== null) return `${monthInWords(month)}${held ? '' : ', and lost again later'}`;
  return `not by ${monthInWords(to)}: ${wteInWords(shortAtEnd)} short then`;
}

/** The month in which each staff group reaches what is funded and what is required, for 4.1. */
export function reachedFigures(
  groups: readonly GroupReached[],
  { census, to }: { readonly census: string; readonly to: string },
): ReturnFigure[] {
  return groups
    .filter(({ funded, required }) => funded.known || required.known)
    .map(({ key, name, inPost, funded, required }) => {
      const said = (title: string, target: ForecastReached): ReturnMeasure => ({
        ...wteMeasure(
          title,
          `${title} level reached`,
          null,
          'the first month at whose end in post is at the target or above',
        ),
        kind: 'text',
        value: inWords(target, to),
      });
      return {
        key: `forecast ${key}`,
        reference: '4.1',
        title: `${name}: when the level is reached`,
        measures: [
          said('Funded', funded),
          said('Required', required),
          wteMeasure(
            'inPost',
            `In post, ${monthInWords(to)}`,
            inPost,
            'in post on the day of the staff list + starters − leavers − retirements ± changed hours, month by month',
          ),
        ],
        source: 'Forecast, with what the trust assumes',
        of: `from the staff list of ${dateInWords(census)}`,
        warnings: [],
        rests: { from: addMonths(addDays(census, 1), -12), on: census },
        sentence:
          `Forecast from ${dateInWords(census)}, ${name}: funded level ${inWords(funded, to)}; required level ${inWords(required, to)}; ` +
          `in post at the end of ${monthInWords(to)} ${wteInWords(inPost)}.`,
      };
    });
}
