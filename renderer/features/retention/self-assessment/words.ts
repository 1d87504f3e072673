import type { StatusKind } from '../../../components/Status.tsx';

/** A choice of a rating with what it scores. */
export interface Rating {
  key: string;
  name: string;
  score: number;
}

/** Green for the best rating, red for one that scores nothing, amber between. */
export function ratingKind({ score }: Rating, ratings: readonly Rating[]): StatusKind {
  if (score === 0) return 'red';
  return score === Math.max(...ratings.map((one) => one.score)) ? 'green' : 'amber';
}
