import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { IncentiveRequirementShown, IncentiveSchemeShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { DaysDialog } from './DaysDialog.tsx';
import { RequirementDialog } from './RequirementDialog.tsx';
import { RequirementTable } from './RequirementTable.tsx';
import { markWords, statusWords } from './scheme-words.ts';

type Open = { what: 'requirement'; reference: string } | { what: 'days' } | { what: 'compare' } | null;

/** Safety actions 4 and 5 of a year of the incentive scheme. */
export function SchemePart({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const schemes = useQuery({
    queryKey: ['assurance', trust.code, 'schemes'],
    queryFn: () => planner.assurance.schemes({ trust: trust.code }),
  });
  const year = chosen ?? schemes.data?.[0]?.year ?? null;
  const scheme = useQuery({
    queryKey: ['assurance', trust.code, 'scheme', year],
    queryFn: () => planner.assurance.scheme({ trust: trust.code, year: year ?? 0 }),
    enabled: year !== null,
    placeholderData: keepPreviousData,
  });
  const close = () => setOpen(null);
  const shown = scheme.data;

  return (
    <Page
      title="Assurance"
      subtitle={
        shown
          ? `${trust.name} · ${shown.title} · figures of ${dateText(shown.figuresOf.first)} to ${dateText(shown.figuresOf.last)}`
          : trust.name
      }
      filters={sections}
      actions={
        <>
          <Button onClick={() => setOpen({ what: 'compare' })}>Compare years</Button>
          <PrintPage />
        </>
      }
    >
      <Answered query={scheme}>
        {(answer) => (
          <>
            <div className="page__bar">
              <div>
                <Choose
                  title="Year"
                  value={answer.year}
                  choices={(schemes.data ?? []).map((one) => ({ key: one.year, name: `Year ${one.year}` }))}
                  onChoose={setChosen}
                />
                <DaysInWords scheme={answer} />
                <Button onClick={() => setOpen({ what: 'days' })}>Change the days</Button>
              </div>
            </div>
            <Summary scheme={answer} />
            {answer.actions.map((action) => (
              <section key={action.number}>
                <h2>
                  Safety action {action.number}: {action.title}
                </h2>
                <RequirementTable
                  caption={`Safety action ${action.number}`}
                  requirements={action.requirements}
                  onOpen={(reference) => setOpen({ what: 'requirement', reference })}
                />
              </section>
            ))}
            <ul className="remarks">
              {answer.notes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            {open?.what === 'days' && <DaysDialog scheme={answer} onClose={close} />}
            {open?.what === 'compare' && schemes.data && <CompareDialog schemes={schemes.data} onClose={close} />}
            {open?.what === 'requirement' && (
              <RequirementDialog
                year={answer.year}
                requirement={findRequirement(answer, open.reference)}
                onClose={close}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function findRequirement({ actions }: IncentiveSchemeShown, reference: string): IncentiveRequirementShown {
  const found = actions.flatMap(({ requirements }) => requirements).find((one) => one.reference === reference);
  if (!found) throw new Error(`There is no requirement ${reference}`);
  return found;
}

function DaysInWords({ scheme: { days } }: { scheme: IncentiveSchemeShown }) {
  return (
    <span>
      Window {dateText(days.window.first)} to {dateText(days.window.last)}; declare by {days.declareTime} on{' '}
      {dateText(days.declareBy)}{' '}
      <span className="table__why">({days.own ? 'own days' : (markWords[days.mark] ?? days.mark)})</span>
    </span>
  );
}

function Summary({ scheme: { statuses } }: { scheme: IncentiveSchemeShown }) {
  const said = statuses
    .filter(({ requirements }) => requirements > 0)
    .map(
      ({ status, requirements }) =>
        `${requirements} ${status ? statusWords[status].word.toLowerCase() : 'without a status'}`,
    );
  return <p className="summary">{said.join(' · ')}</p>;
}
