import { useEffect, useState } from 'react';
import type { QuarterOfReturn, Register } from '#contract';
import { Button } from '../../components/Button.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { Page } from '../../components/Page.tsx';
import { KeptReturn } from './KeptReturn.tsx';
import { LoadWording } from './LoadWording.tsx';
import { MadeReturns } from './MadeReturns.tsx';
import { MakeReturn } from './MakeReturn.tsx';
import { NotStarted } from './NotStarted.tsx';
import { lineButtonId, type Place } from './places.ts';
import { contextColumns, lineColumns } from './register-columns.tsx';
import { quarterOfYear, stateText } from './words.ts';

type Shown = 'trust' | 'lmns' | 'nhse';
type Open = { what: 'make' | 'wording' } | { what: 'kept'; period: string } | null;

interface RegisterPageProps {
  register: Register;
  quarters: QuarterOfReturn[];
  onPeriod: (period: string) => void;
  onPlace: (place: Place) => void;
  /** The line that was open before, to which the focus goes back. */
  from: string | null;
}

/** The register of a quarter: the trust's twelve lines, with the LMNS's and NHS England's for their dates. */
export function RegisterPage({ register, quarters, onPeriod, onPlace, from }: RegisterPageProps) {
  const [shown, setShown] = useState<Shown>('trust');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const started = register.state !== 'not started';
  useEffect(() => {
    if (from !== null) document.getElementById(lineButtonId(from))?.focus();
  }, [from]);

  return (
    <Page
      title="Theme 2 return"
      subtitle={`${register.trust.name} · ${register.title}, ${quarterOfYear(register.period)} · ${stateText(register)}`}
      filters={
        <>
          <label className="filter">
            Quarter
            <select value={register.period} onChange={(event) => onPeriod(event.target.value)}>
              {quarters.map((quarter) => (
                <option key={quarter.period} value={quarter.period}>
                  {quarter.title} ({quarter.state})
                </option>
              ))}
            </select>
          </label>
          <label className="filter">
            Lines of
            <select value={shown} onChange={(event) => setShown(event.target.value as Shown)}>
              <option value="trust">the trust</option>
              <option value="lmns">the LMNS, for their dates</option>
              <option value="nhse">NHS England, for their dates</option>
            </select>
          </label>
        </>
      }
      actions={
        <>
          <Button onClick={() => setOpen({ what: 'wording' })}>
            {register.publishedWording ? 'Load the published wording again' : 'Load the published wording'}
          </Button>
          {started && (
            <Button kind="main" onClick={() => setOpen({ what: 'make' })}>
              Make the return
            </Button>
          )}
        </>
      }
    >
      {shown !== 'trust' ? (
        <DataTable
          caption={shown === 'lmns' ? 'Lines of the LMNS' : 'Lines of NHS England'}
          columns={contextColumns(register.publishedWording)}
          rows={register.context.filter(({ plan }) => plan.owner === shown)}
          rowKey={({ plan }) => plan.reference}
        />
      ) : started ? (
        <>
          <Summary register={register} />
          <div className="register">
            <DataTable
              caption={`Lines of the trust, ${register.title}`}
              columns={lineColumns(onPlace)}
              rows={register.lines}
              rowKey={({ plan }) => plan.reference}
            />
          </div>
        </>
      ) : (
        <NotStarted register={register} quarters={quarters} />
      )}
      <MadeReturns
        trust={register.trust.code}
        quarters={quarters}
        onPeriod={onPeriod}
        onKept={(period) => setOpen({ what: 'kept', period })}
      />
      {open?.what === 'make' && <MakeReturn register={register} onClose={close} onPlace={onPlace} />}
      {open?.what === 'wording' && <LoadWording trust={register.trust.code} onClose={close} />}
      {open?.what === 'kept' && <KeptReturn trust={register.trust.code} period={open.period} onClose={close} />}
    </Page>
  );
}

function Summary({ register: { lines, answered, carriedFrom } }: { register: Register }) {
  const overdue = lines.filter((line) => line.overdue).length;
  const findings = lines.flatMap((line) => line.findings).length;
  return (
    <p className="summary">
      <strong>
        {answered} of {lines.length}
      </strong>{' '}
      lines have a status · <strong>{overdue}</strong> overdue · <strong>{findings}</strong> to look at before the
      return is made
      {carriedFrom && ` · leads, due dates, risks and help taken over from ${carriedFrom}`}
    </p>
  );
}
