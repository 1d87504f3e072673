import type { Reconciliation } from '#contract';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';

/** How much is reconciled, what is open, and what is not compared at all. */
export function ReconciliationFigures({ found }: { found: Reconciliation }) {
  const { reconciled, reconciledWte, differences, unsettled, carried, leftOut, fileFindings } = found;
  const apart = leftOut.reduce((sum, { inPost }) => sum + inPost, 0);
  return (
    <Figures>
      <Figure
        name="Reconciled"
        value={percentText(reconciled)}
        how={`${reconciled.numerator} of ${reconciled.denominator} lines agree or are settled · by WTE ${percentText(reconciledWte)}`}
      />
      <Figure
        name="Differences not settled"
        value={String(unsettled)}
        how={`${carried} carried from earlier months · ${differences - unsettled} settled`}
      />
      <Figure
        name="Rows of the ledger left out"
        value={String(fileFindings.length)}
        how="posted twice, or funding ended: they may explain a difference"
      />
      <Figure
        name="Not compared"
        value={`${wteText(apart)} WTE`}
        how={leftOut.map(({ groupName, inPost }) => `${groupName} ${wteText(inPost)}`).join(' · ') || 'nobody'}
      />
    </Figures>
  );
}
