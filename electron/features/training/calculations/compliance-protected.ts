import type { TrainingGroupOutlook } from '../../../contract/training-outlook.ts';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import type { Rate } from '../../../core/rates.ts';
import type { MatrixCell } from './matrix.ts';

/** What a share of a staff group in a course is of: those in date, those who attended, and so on. */
export type ShareOf = 'in date' | 'attended' | 'at end' | 'under plan' | 'then';

type Place = Pick<MatrixCell, 'course' | 'group'>;
export type PublishedCell = Place & { readonly inDate: Rate } & Partial<
    Pick<MatrixCell, 'attended' | 'atEnd' | 'underPlan'>
  >;

/**
 * The keys of a share's three counts: those who have it, those who have not, and all. People counted of a group stand
 * with each of its courses: one count, where they are as many. Who is left out under a plan is not in date.
 */
export function shareKeys({ course, group }: Place, what: ShareOf, { denominator }: Rate) {
  const place = `${course} ${group}`;
  const counted =
    what === 'under plan' ? `${place} under plan` : what === 'then' ? `then ${group}` : `counted ${group}`;
  return {
    done: `${place} ${what === 'under plan' ? 'in date' : what}`,
    not: `${place} ${what} not`,
    all: `${counted} ${denominator}`,
  };
}

/**
 * Every share of compliance that is told of one census, as one system: a course could tell what another leaves out, and
 * the last day of the scheme what the census does. Groups where nobody is counted are in none.
 */
export function compliancePublished(
  cells: readonly PublishedCell[],
  outlooks: readonly Pick<TrainingGroupOutlook, 'course' | 'group' | 'atEnd'>[] = [],
): PublishedTables {
  const counts = new Map<string, number>();
  const sums: { total: string; parts: string[] }[] = [];
  const put = (place: Place, what: ShareOf, rate: Rate) => {
    const keys = shareKeys(place, what, rate);
    counts.set(keys.all, rate.denominator);
    counts.set(keys.done, rate.numerator).set(keys.not, rate.denominator - rate.numerator);
    sums.push({ total: keys.all, parts: [keys.done, keys.not] });
    return keys;
  };
  const part = (total: string, own: string, rest: string) => {
    const difference = (counts.get(total) ?? 0) - (counts.get(own) ?? 0);
    if (difference < 0) return;
    counts.set(rest, difference);
    sums.push({ total, parts: [own, rest] });
  };
  for (const cell of cells.filter(({ inDate }) => inDate.denominator > 0)) {
    const { course, group } = cell;
    const now = put(cell, 'in date', cell.inDate);
    if (cell.attended) {
      const came = put(cell, 'attended', cell.attended);
      // A trust may know that whoever attended is in date, or the other way round: then the difference is people too.
      const [more, fewer] = cell.attended.numerator > cell.inDate.numerator ? [came, now] : [now, came];
      part(more.done, fewer.done, `${course} ${group} in one alone`);
    }
    // Who is in date on the last day is in date now: the difference lapses.
    if (cell.atEnd) part(now.done, put(cell, 'at end', cell.atEnd).done, `${course} ${group} lapsing`);
    if (!cell.underPlan) continue;
    const plan = put(cell, 'under plan', cell.underPlan);
    const left = `${course} ${group} left under plan`;
    part(now.all, plan.all, left);
    part(now.not, plan.not, left);
  }
  for (const one of outlooks) if (one.atEnd.denominator > 0) put(one, 'then', one.atEnd);
  return { counts, sums };
}
