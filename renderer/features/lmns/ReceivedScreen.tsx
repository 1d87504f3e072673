import { useState } from 'react';
import type { ReceivedMatrix } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { useOpened } from '../../client/opened.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { counted } from '../../components/numbers.ts';
import { ExpectedTrusts } from './ExpectedTrusts.tsx';
import { Matrix } from './Matrix.tsx';
import { OwnMeasures } from './OwnMeasures.tsx';
import { PeriodDialog } from './PeriodDialog.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';
import { BlankFiles } from './SystemFiles.tsx';
import { ReceiveFiles } from './ReceiveFiles.tsx';
import { systemName } from './words.ts';
import { useReceived } from './received.ts';

type Open =
  | { what: 'trusts' | 'measures' }
  | { what: 'period'; period: string | null }
  | { what: 'receipt'; id: number }
  | null;

/** Who has sent what for which period, what is late, and every file that was received. */
export default function ReceivedScreen() {
  const matrix = useReceived();
  return <Answered query={matrix}>{(answer) => <Received matrix={answer} />}</Answered>;
}

function Received({ matrix }: { matrix: ReceivedMatrix }) {
  const lmns = useLmns();
  const [open, setOpen] = useState<Open>(null);
  useOpened('receipt', (id) => setOpen({ what: 'receipt', id: Number(id) }));
  useOpened('lmns_trust', () => setOpen({ what: 'trusts' }));
  const close = () => setOpen(null);
  const { trusts, periods, receipts, late } = matrix;
  const shown = open?.what === 'receipt' ? receipts.find(({ id }) => id === open.id) : undefined;
  const [last] = periods.slice(-1);
  const column = periods.length - 1;
  const here = trusts.filter(({ cells }) => /in time|after its day/.test(cells[column]?.standing ?? '')).length;
  return (
    <Page
      title="Returns received"
      subtitle={`${systemName(lmns)} · ${counted(trusts.length, 'trust')}${last ? ` · ${last.title}: ${here} of ${trusts.length} received` : ''}`}
      filters={<ReceiveFiles lmns={lmns.id} />}
      actions={
        <>
          {last && <BlankFiles period={last.period} title={last.title} trusts={trusts} />}
          <Button onClick={() => setOpen({ what: 'measures' })}>Measures…</Button>
          <Button onClick={() => setOpen({ what: 'trusts' })}>Trusts</Button>
          <Button onClick={() => setOpen({ what: 'period', period: null })}>Ask for a period</Button>
        </>
      }
    >
      {late.length > 0 && (
        <div className="note note--attention">
          {late.map((one) => (
            <p key={one}>
              <strong>Late</strong> {one}
            </p>
          ))}
        </div>
      )}
      {trusts.length === 0 ? (
        <EmptyState
          title="No trusts yet"
          action={<Button onClick={() => setOpen({ what: 'trusts' })}>Add the trusts</Button>}
        >
          <p>
            Here you will see which trust has sent its return for which period. Add the trusts that you expect returns
            from, ask for a period by a day, then choose the files that they sent.
          </p>
        </EmptyState>
      ) : (
        <Matrix
          matrix={matrix}
          onPeriod={(period) => setOpen({ what: 'period', period })}
          onReceipt={(id) => setOpen({ what: 'receipt', id })}
        />
      )}
      {receipts.length > 0 && (
        <section>
          <h2>Files received</h2>
          <ReceiptTable receipts={receipts} onOpen={(id) => setOpen({ what: 'receipt', id })} />
        </section>
      )}
      {open?.what === 'measures' && <OwnMeasures onClose={close} />}
      {open?.what === 'trusts' && <ExpectedTrusts trusts={trusts} onClose={close} />}
      {open?.what === 'period' && <PeriodDialog matrix={matrix} period={open.period} onClose={close} />}
      {shown && <ReceiptDialog receipt={shown} onClose={close} />}
    </Page>
  );
}
