import type { TodayArea, TodayFigure, TodayItem } from '#contract';
import { measureText } from '../../components/figure-words.ts';
import { counted } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

export const areaNames: Record<TodayArea, string> = {
  preceptorship: 'Preceptorship',
  retention: 'Retention',
  training: 'Training',
  vacancies: 'Vacancies',
  returns: 'Returns',
  backups: 'Backups',
};

export const whenWords: Record<TodayItem['when'], { kind: StatusKind; word: string }> = {
  overdue: { kind: 'red', word: 'Overdue' },
  today: { kind: 'amber', word: 'Due' },
  week: { kind: 'amber', word: 'This week' },
  month: { kind: 'blue', word: 'Coming' },
};

/** "9 days ago", "Today", "Tomorrow", "In 6 days". */
export function whenText({ days }: Pick<TodayItem, 'days'>): string {
  if (days < 0) return `${counted(-days, 'day')} ago`;
  return days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${counted(days, 'day')}`;
}

/** The figure with its unit. */
export const figureText = ({ measure }: Pick<TodayFigure, 'measure'>): string => measureText(measure);

/** What the figure was before, in the same unit; null where it has not changed. */
export const beforeText = ({ measure, before }: Pick<TodayFigure, 'measure' | 'before'>): string | null =>
  before === null ? null : measureText({ kind: measure.kind, value: before });
