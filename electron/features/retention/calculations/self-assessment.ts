import type { SelfAssessmentRules } from '../../../contract/self-assessment-rules.ts';
import type { Rate } from '../../../core/rates.ts';

/** Sum of the scores of the rated statements over the most that they could have; 0 / 0 where none is rated. */
export function scoreOf(
  ratings: readonly (string | null)[],
  { ratings: scale }: Pick<SelfAssessmentRules, 'ratings'>,
): Rate {
  const most = Math.max(...scale.map(({ score }) => score));
  const scores = ratings.flatMap((rating) => scale.find(({ key }) => key === rating)?.score ?? []);
  return { numerator: scores.reduce((sum, score) => sum + score, 0), denominator: most * scores.length };
}

interface Placed {
  readonly id: number;
  readonly tool: string;
  readonly level: string;
  readonly place: string | null;
  readonly day: string;
}

/** The rounds before one, by the same tool and of the same level and place. The rounds are in order, the newest first. */
export function roundsBefore<Round extends Placed>(rounds: readonly Round[], round: Round): Round[] {
  const after = rounds.slice(rounds.findIndex(({ id }) => id === round.id) + 1);
  const same = (one: Round) =>
    one.tool === round.tool &&
    one.level === round.level &&
    (one.place ?? '').toLowerCase() === (round.place ?? '').toLowerCase();
  return after.filter(same);
}
