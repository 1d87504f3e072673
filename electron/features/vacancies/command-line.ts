import type { Context } from '../../context.ts';
import { lastBy } from '../../core/in-force.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { vacanciesAsExpected } from './calculations/as-expected.ts';
import { vacancyFigures } from './calculations/figures.ts';
import { trackerDays, vacanciesAt } from './repository.ts';

/** The vacancies of a trust as they stood on a day, today where none is given; null where no tracker was imported. */
export function vacanciesForCommandLine(
  { database, today }: Pick<Context, 'database' | 'today'>,
  trustCode: string,
  asked: string | undefined,
): Record<string, unknown> | null {
  const { id } = requireTrust(database, trustCode);
  const day = lastBy(trackerDays(database, id), asked ?? today());
  if (day === undefined) return null;
  return {
    ...namedSources(database, sourceBatches(database, id, 'vacancy_tracker', { first: day, last: day })),
    as_on: day,
    ...vacanciesAsExpected(vacancyFigures(vacanciesAt(database, id, day))),
  };
}
