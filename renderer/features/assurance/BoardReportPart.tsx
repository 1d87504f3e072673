import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PaperFormat } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { MonthField } from './MonthField.tsx';
import { monthLater, monthText } from './months.ts';
import { PaperView } from '../../components/PaperView.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';

const lengths = [
  { months: 6, title: 'Six months' },
  { months: 3, title: 'Quarter' },
  { months: 1, title: 'Month' },
];

/** The midwifery staffing report to the board as it would be written, and its files. */
export function BoardReportPart({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const [period, setPeriod] = useState<{ first: string; last: string } | null>(null);
  const report = useQuery({
    queryKey: ['assurance', trust.code, 'report', period],
    queryFn: () => planner.assurance.report({ trust: trust.code, ...period }),
    placeholderData: keepPreviousData,
  });
  const shown = report.data;
  const save = useMutation({
    mutationFn: async (format: PaperFormat) =>
      saveExported(
        await planner.assurance.reportFile({ trust: trust.code, first: shown?.first, last: shown?.last, format }),
      ),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  // What was chosen last counts, also while its report is still on the way.
  const { first, last } = period ?? shown ?? { first: '', last: '' };
  const long = shown ? monthsIn(first, last) : 0;

  return (
    <Page
      title="Assurance"
      subtitle={
        shown
          ? `${trust.name} · midwifery staffing report to the board · ${monthText(shown.first)} to ${monthText(shown.last)} · counts under 5 are not shown`
          : trust.name
      }
      filters={sections}
      actions={
        shown && (
          <>
            <Button kind="main" disabled={save.isPending} onClick={() => save.mutate('docx')}>
              Save as Word
            </Button>
            <Button disabled={save.isPending} onClick={() => save.mutate('pdf')}>
              Save as PDF
            </Button>
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={report}>
        {({ paper, pictures }) => (
          <>
            <div className="page__bar assurance__period">
              <div>
                <MonthField
                  label="From"
                  value={first}
                  onMonth={(month) => setPeriod({ first: month, last: month > last ? month : last })}
                />
                <MonthField
                  label="to"
                  value={last}
                  onMonth={(month) => setPeriod({ first: month < first ? month : first, last: month })}
                />
                <span role="group" aria-label="Length of the period" className="actions">
                  {lengths.map(({ months, title }) => (
                    <Button
                      key={months}
                      aria-pressed={months === long}
                      onClick={() => setPeriod({ first: monthLater(last, 1 - months), last })}
                    >
                      {title}
                    </Button>
                  ))}
                </span>
              </div>
            </div>
            <PaperView paper={paper} pictures={pictures} />
          </>
        )}
      </Answered>
    </Page>
  );
}

const monthsIn = (first: string, last: string) =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5)) - Number(first.slice(5)) + 1;
