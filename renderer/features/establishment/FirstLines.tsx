import { Link } from 'wouter';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';

/** The screen before its first line: what will be here, and the first step. */
export function FirstLines({ onAddLine, onPasteLines }: { onAddLine: () => void; onPasteLines: () => void }) {
  const { units } = useTrust();
  const what = (
    <p>
      Here will be what each unit needs, what is funded and who is in post, by staff group and band, with the gaps
      between them, the vacancy rate and the fill.
    </p>
  );
  if (units.length === 0)
    return (
      <EmptyState title="No units yet" action={<Link href="/organisation">Go to Trust and units</Link>}>
        {what}
        <p>Lines belong to units. Add the first unit, then come back.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="No establishment yet"
      action={
        <div className="grid-tools">
          <Button kind="main" onClick={onAddLine}>
            Add the first line
          </Button>
          <Button onClick={onPasteLines}>Paste lines from a spreadsheet</Button>
        </div>
      }
    >
      {what}
      <p>Start with one line, or paste a block with unit, staff group, band and figures from a spreadsheet.</p>
      <p>
        Is the ledger or the staff list imported? Its figures are under <Link href="/gap">The gap</Link>; here you enter
        what no import tells, such as what is required.
      </p>
    </EmptyState>
  );
}
