import type { Reconciliation } from '#contract';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';
import type { By } from './rows.ts';
import { reconciliationMade } from '../figures.ts';

/** How much is reconciled, what is open, and what is not compared at all. */
export function ReconciliationFigures({ found, by }: { found: Reconciliation; by: By }) {
  const { reconciledWte, leftOut, fileFindings, ofPosts } = found;
  const { reconciled, differences, unsettled, carried } = by === 'post' ? ofPosts : found;
  const made = reconciliationMade(found, by === 'post');
  const apart = leftOut.reduce((sum, { inPost }) => sum + inPost, 0);
  return (
    <Figures>
      <Figure
        name="Reconciled"
        value={percentText(reconciled)}
        making={made.reconciled}
        remark={
          by === 'post'
            ? `${reconciled.numerator} of ${reconciled.denominator} posts agree or are settled · ${ofPosts.notTold} more names cannot be told by post`
            : `${reconciled.numerator} of ${reconciled.denominator} lines agree or are settled · by WTE ${percentText(reconciledWte)}`
        }
      />
      <Figure
        name="Differences not settled"
        value={String(unsettled)}
        making={made.differences}
        remark={`${carried} carried from earlier months · ${differences - unsettled} settled`}
      />
      <Figure
        name="Rows of the ledger left out"
        value={String(fileFindings.length)}
        making={made.ledgerRows}
        remark="posted twice, or funding ended: they may explain a difference"
      />
      <Figure
        name="Not compared"
        value={`${wteText(apart)} WTE`}
        making={made.notCompared}
        remark={leftOut.map(({ groupName, inPost }) => `${groupName} ${wteText(inPost)}`).join(' · ') || 'nobody'}
      />
    </Figures>
  );
}
