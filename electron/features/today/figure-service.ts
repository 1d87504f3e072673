import { type HeadlineSource, headlineSources, type ReturnFigure, type TodayFigure } from '#contract';
import type { Context } from '../../context.ts';
import { nhsQuarter } from '../../core/dates.ts';
import { keeper } from '../../database/kept.ts';
import { isOn } from '../../policy/is-on.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { readPreference, writePreference } from '../organisation/preferences.ts';
import { readWorkforce } from '../assurance/read-workforce.ts';
import { figuresFrom } from '../returns/figure-sources.ts';
import { gapFigures } from './gap-figures.ts';
import { lookedAt, isNewLook, type Visits } from './calculations.ts';

/** A preference of whoever is signed in, about one trust. */
const own = (what: string, { session }: Pick<Context, 'session'>, { code }: TrustRow) =>
  [what, code, session.who?.profile].filter(Boolean).join(' ');
const chosenKey = (context: Pick<Context, 'session'>, trust: TrustRow) => own('figures of today', context, trust);
const visitsKey = (context: Pick<Context, 'session'>, trust: TrustRow) => own('visits', context, trust);

export const readVisits = (context: Pick<Context, 'database' | 'session'>, trust: TrustRow): Visits | undefined =>
  readPreference<Visits>(context.database, visitsKey(context, trust));

/** What one screen asks of a trust, and of the one before. */
const kept = keeper(2 * headlineSources.length);

type Headline = Omit<TodayFigure, 'before'>;

/** The part of the planner that each source is of: what the PC's policy switches off gives no figure. */
const partOf: Record<HeadlineSource, string> = {
  gap: 'establishment',
  establishment: 'establishment',
  rosters: 'rosters',
  forecast: 'forecast',
  recruitment: 'vacancies',
  retention: 'retention',
  support: 'preceptorship',
  training: 'training',
  administration: 'establishment',
  equality: 'retention',
  learners: 'retention',
  pipeline: 'retention',
  needs: 'training',
  supervision: 'training',
};

/** The headline figures of one source with how each was made, as they are today. */
function headlines(context: Context, trust: TrustRow, from: HeadlineSource): readonly Headline[] {
  const { database, reference, today } = context;
  if (!isOn(context, partOf[from])) return [];
  return kept(
    database,
    `${trust.id} ${today()} ${from}`,
    () =>
      from === 'gap'
        ? gapFigures(readWorkforce(context, trust, today()))
        : figuresFrom(context, trust, nhsQuarter(today()), from).flatMap(headlinesOf),
    reference,
  );
}

/** Those measures of a return's figure that say how they were made; of the establishment the gap has all there is. */
const headlinesOf = ({ key, title, measures, source, of, warnings, rests }: ReturnFigure): Headline[] =>
  key.startsWith('establishment ')
    ? []
    : measures
        .filter(({ formula, value }) => formula !== null && value !== null)
        .map((measure) => ({
          key: `${key} ${measure.key}`,
          title: titled(title, measure.title),
          measure,
          source,
          of,
          warnings,
          ...(rests && { rests }),
        }));

const titled = (title: string, measure: string) => (title.includes(measure) ? title : `${title}: ${measure}`);

/** The headline figures of a source, and what they were at the end of the visit before this one. */
export function figuresShown(context: Context, trust: TrustRow, from: HeadlineSource): TodayFigure[] {
  const before = readVisits(context, trust)?.before?.figures ?? {};
  return headlines(context, trust, from).map((figure) => {
    const value = before[figure.key] as TodayFigure['before'] | undefined;
    const isSame = value === undefined || JSON.stringify(value) === JSON.stringify(figure.measure.value);
    return { ...figure, before: isSame ? null : value };
  });
}

export const chosenFigures = (context: Context, trust: TrustRow): string[] | null =>
  readPreference<string[] | null>(context.database, chosenKey(context, trust)) ?? null;

export function chooseFigures(context: Context, trust: TrustRow, keys: readonly string[] | null): void {
  writePreference(context.database, chosenKey(context, trust), keys);
}

/** Notes that Today was looked at, and what the figures are; between two sources others are answered. */
export async function noteVisit(context: Context, trust: TrustRow): Promise<void> {
  if (!isNewLook(readVisits(context, trust), context.now())) return;
  const figures: Record<string, unknown> = {};
  for (const from of headlineSources) {
    for (const { key, measure } of headlines(context, trust, from)) figures[key] ??= measure.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  writePreference(
    context.database,
    visitsKey(context, trust),
    lookedAt(readVisits(context, trust), context.now(), figures),
  );
}
