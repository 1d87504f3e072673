import type { TodayFigure, TodayFigures } from '#contract';
import { MOST_FIGURES } from '#contract';
import type { Context } from '../../context.ts';
import { nhsQuarter } from '../../core/dates.ts';
import { keeper } from '../../database/kept.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';
import { readWorkforce } from '../assurance/read-workforce.ts';
import { readFigures } from '../returns/document.ts';
import { gapFigures } from './gap-figures.ts';
import { lookedAt, isNewLook, type Visits } from './calculations.ts';

/** A preference of whoever is signed in, about one trust. */
const own = (what: string, { session }: Pick<Context, 'session'>, { code }: TrustRow) =>
  [what, code, session.who?.profile].filter(Boolean).join(' ');
const chosenKey = (context: Pick<Context, 'session'>, trust: TrustRow) => own('figures of today', context, trust);
const visitsKey = (context: Pick<Context, 'session'>, trust: TrustRow) => own('visits', context, trust);

export const readVisits = (context: Pick<Context, 'database' | 'session'>, trust: TrustRow): Visits | undefined =>
  readPreference<Visits>(context.database, visitsKey(context, trust));

const kept = keeper(2);

/** Every headline figure of a trust with how it was made: those that prove the lines of its return, as they are today. */
function headlines(context: Context, trust: TrustRow): Omit<TodayFigure, 'before'>[] {
  const { database, reference, today } = context;
  return kept(
    database,
    `${trust.id} ${today()}`,
    () => {
      const gap = gapFigures(readWorkforce(context, trust, today()));
      const found = new Map(gap.map((figure) => [figure.key, figure]));
      for (const { key, title, measures, source, of, warnings } of readFigures(context, trust, nhsQuarter(today())))
        for (const measure of measures) {
          const name = `${key} ${measure.key}`;
          // One that proves several lines is one figure; of the establishment the gap has all there is.
          if (
            !found.has(name) &&
            !key.startsWith('establishment ') &&
            measure.formula !== null &&
            measure.value !== null
          )
            found.set(name, { key: name, title: titled(title, measure.title), measure, source, of, warnings });
        }
      return [...found.values()];
    },
    reference,
  );
}

const titled = (title: string, measure: string) => (title.includes(measure) ? title : `${title}: ${measure}`);

/** What most leads look at first, where the trust has it; the others follow in their order. */
const usual = [
  /^gap .*requiredLessInPost/,
  /^gap .*vacancyRate/,
  /fetal/i,
  /^temporary staffing temporary/,
  /^preceptees/,
  /^shift fill all/,
  /^vacancy plan likely/,
];

function usualChoice(all: readonly TodayFigure[]): string[] {
  const first = usual.flatMap((word) => all.find(({ key }) => word.test(key))?.key ?? []);
  return [...new Set([...first, ...all.map(({ key }) => key)])].slice(0, MOST_FIGURES);
}

/** All headline figures, those chosen, and what they were at the end of the visit before this one. */
export function figuresShown(context: Context, trust: TrustRow): TodayFigures {
  const before = readVisits(context, trust)?.before?.figures ?? {};
  const all = headlines(context, trust).map((figure): TodayFigure => {
    const value = before[figure.key] as TodayFigure['before'] | undefined;
    const isSame = value === undefined || JSON.stringify(value) === JSON.stringify(figure.measure.value);
    return { ...figure, before: isSame ? null : value };
  });
  const chosen = readPreference<string[] | null>(context.database, chosenKey(context, trust)) ?? null;
  const keys = new Set(all.map(({ key }) => key));
  return { all, chosen: chosen?.filter((key) => keys.has(key)) ?? usualChoice(all), isOwn: chosen !== null };
}

export function chooseFigures(context: Context, trust: TrustRow, keys: readonly string[] | null): void {
  writePreference(context.database, chosenKey(context, trust), keys);
}

/** Notes that Today was looked at, and what the figures are. */
export function noteVisit(context: Context, trust: TrustRow): void {
  const visits = readVisits(context, trust);
  const now = context.now();
  if (!isNewLook(visits, now)) return;
  const figures = Object.fromEntries(headlines(context, trust).map(({ key, measure }) => [key, measure.value]));
  writePreference(context.database, visitsKey(context, trust), lookedAt(visits, now, figures));
}
