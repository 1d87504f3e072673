import { roundedQuotient, roundedRate } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import type { PostSum, VacancyFigures } from './figures.ts';
import { sources, stages } from './stages.ts';

type Groups = ReadonlyMap<string | null, PostSum>;
const blank = '(blank)';

/** The figures of a vacancy tracker under their printed names: WTE to two decimals, days from approval to offer. */
export function vacanciesAsExpected(figures: VacancyFigures) {
  const { live, offeredNotStarted, started, approvalToOffer } = figures;
  return {
    posts_by_stage: named(figures.byStage, stageName, ({ posts }) => posts),
    wte_by_stage: named(figures.byStage, stageName, wteOf),
    live_posts: live.posts,
    live_wte: wteOf(live),
    offered_not_started_wte: wteOf(offeredNotStarted),
    started_wte: wteOf(started),
    offered_not_started_wte_by_source: named(figures.offeredBySource, sourceName, wteOf),
    approval_to_offer_days_median: roundedRate(approvalToOffer.median),
    approval_to_offer_days_mean: roundedRate(approvalToOffer.mean),
    posts_with_offer: approvalToOffer.posts,
  };
}

function stageName(stage: string): string {
  return stages[stage] ?? stage.toLowerCase();
}

function sourceName(source: string): string {
  return sources[source] ?? source;
}

function wteOf({ wte }: PostSum): number {
  return roundedQuotient(wte, oneWte);
}

function named(
  groups: Groups,
  nameOf: (word: string) => string,
  figureOf: (sum: PostSum) => number,
): Record<string, number> {
  const entries = [...groups].map(([word, sum]): [string, number] => [
    word === null ? blank : nameOf(word),
    figureOf(sum),
  ]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
