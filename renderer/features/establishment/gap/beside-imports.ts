import type { GapShown } from '#contract';
import { counted, wteText } from '../../../components/numbers.ts';
import { bandText } from './rows.ts';

/** What was entered by hand where an import counts: each figure that differs, with both; of those that are the same their number. */
export function besideImports({ lines }: Pick<GapShown, 'lines'>): string[] {
  const beside = lines.flatMap(({ unit, groupName, band, position }) =>
    (['funded', 'inPost'] as const).flatMap((key) => {
      const { wte, byHand } = position[key];
      if (byHand === null || wte === null) return [];
      return [{ of: `${unit.name}, ${groupName}, ${bandText(band)}: ${named[key]}`, wte, byHand }];
    }),
  );
  const same = beside.filter(({ wte, byHand }) => wte === byHand).length;
  return [
    ...beside
      .filter(({ wte, byHand }) => wte !== byHand)
      .map(
        ({ of, wte, byHand }) =>
          `${of} is ${wteText(wte)} by the import, which counts, and ${wteText(byHand)} by hand (${wteText(byHand - wte)} apart).`,
      ),
    ...(same === 0
      ? []
      : [`${counted(same, 'figure')} entered by hand ${same === 1 ? 'is' : 'are'} the same as by the import.`]),
  ];
}

const named = { funded: 'funded', inPost: 'in post' } as const;
