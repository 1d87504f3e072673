import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Supervision, SupervisionShare } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { Attendance } from './Attendance.tsx';
import { Checklists } from './Checklists.tsx';
import { CompensatoryRest } from './CompensatoryRest.tsx';
import { Locums } from './Locums.tsx';
import { supervisionExport } from './supervision-export.ts';
import { fractionText } from './words.ts';
import { supervisionMade } from './figures.ts';

const views = {
  locums: 'Locums',
  statement: 'How doctors are supervised',
  attendance: 'Consultant attendance',
  rest: 'Compensatory rest',
} as const;
export type SupervisionView = keyof typeof views;

/** Actions 6.2 and 6.3: how doctors are supervised, each locum and its checks, when consultants came, and rest after nights. */
export default function SupervisionScreen() {
  const trust = useTrust();
  const [on, setOn] = useState('');
  const [view, setView] = useState<SupervisionView>('locums');
  const asked = { trust: trust.code, ...(on ? { on } : {}) };
  const supervision = useQuery({
    queryKey: ['supervision', asked],
    queryFn: () => planner.training.supervision(asked),
    placeholderData: keepPreviousData,
  });
  const data = supervision.data;
  return (
    <Page
      title="Supervision and locums"
      subtitle={
        data
          ? `${trust.name} · audits up to ${dateText(on || data.today)} · ${data.pack.title}, version ${data.pack.version}`
          : trust.name
      }
      filters={
        data && (
          <label className="filter">
            Audits up to
            <input type="date" value={on || data.today} onChange={({ target }) => setOn(target.value)} />
          </label>
        )
      }
      actions={
        data && (
          <>
            <ExportButton table={() => supervisionExport(data, view, trust.name)} />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={supervision}>
        {(answer) => (
          <>
            <Headlines data={answer} onView={setView} />
            <Views views={views} view={view} onView={setView} />
            {view === 'locums' && <Locums data={answer} />}
            {view === 'statement' && <Checklists data={answer} />}
            {view === 'attendance' && <Attendance data={answer} />}
            {view === 'rest' && <CompensatoryRest data={answer} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

const shareText = ({ rate }: SupervisionShare) => (rate.denominator === 0 ? 'None entered' : fractionText(rate));
const periodText = ({ of }: SupervisionShare) => `${dateText(of.first)} to ${dateText(of.last)}`;

function Headlines({ data, onView }: { data: Supervision; onView: (view: SupervisionView) => void }) {
  const { shortTerm, longTerm, attendance, rest } = data;
  const made = supervisionMade(data);
  return (
    <Figures>
      <Figure
        name="Short-term locums compliant"
        value={shareText(shortTerm)}
        making={made.shortTerm}
        remark={`spells that begin ${periodText(shortTerm)}; all are wanted`}
        onRows={() => onView('locums')}
      />
      <Figure
        name="Long-term locums complete"
        value={shareText(longTerm)}
        making={made.longTerm}
        remark="monitoring tool, induction and named consultant, same months"
        onRows={() => onView('locums')}
      />
      <Figure
        name="Consultant attended"
        value={shareText(attendance)}
        making={made.attendance}
        remark={`events that ask for one, ${periodText(attendance)}; ${attendance.wanted} % is wanted`}
        onRows={() => onView('attendance')}
      />
      <Figure
        name="Rest given"
        value={shareText(rest)}
        making={made.rest}
        remark={`nights on call that left less than ${data.rules.restHours} hours, ${periodText(rest)}`}
        onRows={() => onView('rest')}
      />
    </Figures>
  );
}
