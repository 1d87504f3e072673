import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingCompliance } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ShareButton } from '../../components/ShareButton.tsx';
import { Views } from '../../components/Views.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { complianceExport } from './compliance-export.ts';
import { LeftOut } from './LeftOut.tsx';
import { Matrix, type Measure } from './Matrix.tsx';
import { type Behind, PeopleDialog } from './PeopleDialog.tsx';
import { PersonCard } from './PersonCard.tsx';
import { UnitHeatMap } from './UnitHeatMap.tsx';
import { nameIn } from './words.ts';
import { complianceMade } from './figures.ts';

const views = { matrix: 'Courses and groups', units: 'By unit', out: 'Left out', how: 'How it is counted' } as const;
type View = keyof typeof views;

/** Who has done what, by course and staff group, on any day; who lapses; who is left out; and the people behind it. */
export default function ComplianceScreen() {
  const trust = useTrust();
  const [on, setOn] = useState('');
  const [measure, setMeasure] = useState<Measure>('inDate');
  const [view, setView] = useState<View>('matrix');
  const [behind, setBehind] = useState<Behind | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const asked = { trust: trust.code, ...(on ? { on } : {}) };
  const compliance = useQuery({
    queryKey: ['training compliance', asked],
    queryFn: () => planner.training.compliance(asked),
    placeholderData: keepPreviousData,
  });
  const data = compliance.data;
  useOpened(
    'missing',
    (wanted) => {
      const [course = '', group = ''] = wanted.split(' ');
      const title = `${nameIn(data?.courses ?? [], course)}, ${nameIn(data?.groups ?? [], group)}: not in date`;
      setBehind({ course, group, which: 'missing', title });
    },
    data !== undefined,
  );
  const isEmpty = data !== undefined && data.listDay === null && data.fileDay === null;
  if (person !== null) return <PersonCard person={person} on={data?.census ?? on} onBack={() => setPerson(null)} />;
  return (
    <Page
      title="Training compliance"
      subtitle={
        data && !isEmpty
          ? [
              trust.name,
              `on ${dateText(data.census)}`,
              `attendance counts from ${dateText(data.window.first)} to ${dateText(data.window.last)}`,
              data.scheme?.title,
            ]
              .filter(Boolean)
              .join(' · ')
          : trust.name
      }
      filters={
        data &&
        !isEmpty && (
          <>
            <label className="filter">
              On
              <input type="date" value={on || data.census} onChange={({ target }) => setOn(target.value)} />
            </label>
            <div className="choice" role="group" aria-label="What is counted">
              <Button aria-pressed={measure === 'inDate'} onClick={() => setMeasure('inDate')}>
                In date
              </Button>
              <Button aria-pressed={measure === 'attended'} onClick={() => setMeasure('attended')}>
                Attended
              </Button>
              <Button aria-pressed={measure === 'atEnd'} onClick={() => setMeasure('atEnd')}>
                On {dateText(data.window.last)}
              </Button>
            </div>
          </>
        )
      }
      actions={
        data &&
        !isEmpty && (
          <>
            <ExportButton table={() => complianceExport(data, trust.name)} />
            <ShareButton
              file={(profile) => planner.training.complianceFile({ trust: trust.code, on: data.census, profile })}
            />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={compliance}>
        {(answer) =>
          isEmpty ? (
            <EmptyState
              title="No training yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import training compliance
                </ScreenLink>
              }
            >
              <p>
                Each staff group’s compliance in each course, who lapses before the scheme’s date, who is left out and
                why will be here. Import the staff list, the absences and the training compliance from ESR.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} measure={measure} onView={setView} />
              <Views views={views} view={view} onView={setView} />
              {view === 'matrix' && <Matrix data={answer} measure={measure} onOpen={setBehind} />}
              {view === 'units' && <UnitHeatMap data={answer} onOpen={setBehind} />}
              {view === 'out' && <LeftOut data={answer} onPerson={setPerson} />}
              {view === 'how' && <HowCounted data={answer} />}
            </>
          )
        }
      </Answered>
      {behind && data && (
        <PeopleDialog data={data} behind={behind} onPerson={setPerson} onClose={() => setBehind(null)} />
      )}
    </Page>
  );
}

function Headlines({
  data,
  measure,
  onView,
}: {
  data: TrainingCompliance;
  measure: Measure;
  onView: (view: View) => void;
}) {
  const counted = data.cells.filter(({ inDate }) => inDate.denominator > 0);
  const made = complianceMade(data, counted);
  const meets = { inDate: 'meets', attended: 'meetsAttended', atEnd: 'meetsAtEnd' } as const;
  const met = counted.filter((cell) => cell[meets[measure]] === true).length;
  const sum = (of: 'short' | 'lapsing') => counted.reduce((all, cell) => all + cell[of], 0);
  const by = dateText(data.window.last);
  const share = `${(data.threshold.numerator / data.threshold.denominator) * 100} %`;
  return (
    <Figures>
      <Figure
        name={`Groups that reach ${share}`}
        value={`${met} of ${counted.length}`}
        making={made.reach}
        remark="each course and staff group by itself, exact fractions, nothing rounded up"
      />
      <Figure
        name={`Wanting for ${share}`}
        value={`${sum('short')} seats`}
        making={made.wanting}
        remark="heads to get in date on this day, added over courses and groups"
      />
      <Figure
        name={`Lapse by ${by}`}
        value={`${sum('lapsing')} records`}
        making={made.lapse}
        remark={`in date on ${dateText(data.census)}, and no more on ${by}`}
      />
      <Figure
        name="Left out"
        value={`${data.excluded.length} people`}
        making={made.leftOut}
        remark="not active, long-term sick or left out by hand"
        onRows={() => onView('out')}
      />
    </Figures>
  );
}

function HowCounted({ data }: { data: TrainingCompliance }) {
  return (
    <>
      {data.remarks.length > 0 && (
        <div className="note">
          <ul className="remarks">
            {data.remarks.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <h2>Formulas</h2>
      <dl className="formulas">
        {data.formulas.map(({ figure, formula }) => (
          <div key={figure}>
            <dt>{figure}</dt>
            <dd>{formula}</dd>
          </div>
        ))}
      </dl>
      <h2>Files behind the figures</h2>
      {data.sources.length === 0 ? (
        <p>No training file: what was entered by hand and sessions count alone.</p>
      ) : (
        <ul>
          {data.sources.map(({ id, fileName, rowsAccepted, rowsRead }) => (
            <li key={id}>
              {fileName}: {rowsAccepted} of {rowsRead} rows taken
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
