import type { TodayFigure } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import type { GroupWorkforce, Oversight } from '../assurance/calculations/oversight.ts';

type Measure = TodayFigure['measure'];
type Key = 'requiredLessInPost' | 'vacancy' | 'vacancyRate' | 'requiredLessFunded' | 'available';

const formulas: Record<Key, { readonly title: string; readonly formula: string; readonly of: readonly Side[] }> = {
  requiredLessInPost: { title: 'required − in post', formula: 'required − in post', of: ['required', 'inPost'] },
  vacancy: { title: 'vacancy', formula: 'funded − in post', of: ['funded', 'inPost'] },
  vacancyRate: { title: 'vacancy rate', formula: 'vacancy ÷ funded', of: ['vacancy', 'funded'] },
  requiredLessFunded: { title: 'required − funded', formula: 'required − funded', of: ['required', 'funded'] },
  available: {
    title: 'really available',
    formula: 'in post − maternity leave − secondment − long-term sickness and other long leave − supernumerary',
    of: ['inPost'],
  },
};

type Side = 'required' | 'funded' | 'inPost' | 'vacancy';
const sides: Record<Side, string> = { required: 'required', funded: 'funded', inPost: 'in post', vacancy: 'vacancy' };

const measureOf = (group: GroupWorkforce, key: Key): Measure => ({
  key,
  title: formulas[key].title,
  kind: key === 'vacancyRate' ? 'rate' : 'wte',
  value: group[key],
  formula: formulas[key].formula,
  inputs: formulas[key].of.map((side) => ({ title: sides[side], kind: 'wte', value: group[side] })),
  note: null,
});

/** The gaps of midwives and support together, and of each staff group, where both of their sides are known. */
export function gapFigures({
  together,
  groups,
  on,
  sources,
  apart,
}: Oversight['workforce']): Omit<TodayFigure, 'before'>[] {
  const all = together === null ? groups : [together, ...groups];
  return all.flatMap((group) =>
    (Object.keys(formulas) as Key[]).flatMap((key) => {
      const measure = measureOf(group, key);
      if (measure.value === null) return [];
      return [
        {
          key: `gap ${group.group} ${key}`,
          title: `${group.name}: ${measure.title}`,
          measure,
          source: sources.join(' '),
          of: `on ${dateInWords(on)}, by the newest ledger and staff list or the establishment as entered`,
          warnings: apart === null ? [] : [apart],
        },
      ];
    }),
  );
}
