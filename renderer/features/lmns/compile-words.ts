import type { MeasureTable } from '#contract';

/** What is to be read beside a figure: reasons against a ranking, then warnings. */
export const besides = ({ reasons, warnings }: MeasureTable): string[] => [
  ...new Set([...reasons, ...warnings.map(({ sentence }) => sentence)]),
];
