import { type FigureSource, figureSources, type ReturnFigure } from '#contract';
import type { Context } from '../../context.ts';
import { listLines } from '../establishment/repository.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { periodDays } from './calculations/periods.ts';
import { workforceFigures } from './calculations/workforce.ts';
import { ofForecast, ofRecruitment, ofRetention, ofSupport, ofTraining } from './offered.ts';
import { ofAdministration, ofEquality, ofLearners, ofNeeds, ofPipeline, ofSupervision } from './offered-people.ts';
import { trustLines } from './register.ts';
import { readRosters } from './rosters.ts';

interface Source {
  /** The lines that its figures prove; none named where they may prove any. */
  readonly lines?: readonly string[];
  readonly read: (context: Context, trust: TrustRow, period: string) => ReturnFigure[];
}

/** Each part of the planner that knows figures of a return: who asks for one line waits for no more than what proves it. */
const sources: Record<FigureSource, Source> = {
  establishment: { lines: ['4.1', '4.2'], read: ofEstablishment },
  rosters: { lines: ['4.2'], read: (context, trust, period) => readRosters(context, trust, period).figures },
  forecast: { lines: ['4.1'], read: ofForecast },
  recruitment: { lines: ['4.2'], read: ofRecruitment },
  retention: { read: ofRetention },
  support: { lines: ['5.5'], read: ofSupport },
  training: { lines: ['6.1'], read: ofTraining },
  administration: { lines: ['4.3'], read: ofAdministration },
  equality: { lines: ['5.2', '5.3'], read: ofEquality },
  learners: { lines: ['5.4'], read: ofLearners },
  pipeline: { lines: ['5.6'], read: ofPipeline },
  needs: { lines: ['6.1'], read: ofNeeds },
  supervision: {
    lines: ['6.2', '6.3'],
    read: (context, trust, period) => ofSupervision(context, trust, periodDays(period).last),
  },
};

function ofEstablishment({ database, reference, today }: Context, trust: TrustRow): ReturnFigure[] {
  const { assessmentYears } = reference.theme2Return;
  return workforceFigures(listLines(database, trust.id), { today: today(), assessmentYears });
}

/** The figures that one source knows for a period, of the lines that a trust answers. */
export function figuresFrom(context: Context, trust: TrustRow, period: string, source: FigureSource): ReturnFigure[] {
  const answered = new Set(trustLines(context).map(({ reference }) => reference));
  return sources[source].read(context, trust, period).filter(({ reference }) => answered.has(reference));
}

/**
 * The figures that the app knows for a period, worked out now: those of the rosters are of the period, the others of today.
 * Of one line only, or of all that a trust answers.
 */
export function readFigures(context: Context, trust: TrustRow, period: string, line?: string): ReturnFigure[] {
  const all = figureSources
    .filter((source) => line === undefined || (sources[source].lines?.includes(line) ?? true))
    .flatMap((source) => figuresFrom(context, trust, period, source));
  return line === undefined ? all : all.filter(({ reference }) => reference === line);
}
