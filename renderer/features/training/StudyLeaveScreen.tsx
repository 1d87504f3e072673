import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StudyLeave, StudyLeaveUnit } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Chart } from '../../components/Chart.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, decimal, hoursText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { studyLeaveExport } from './study-leave-export.ts';
import { chartOf, MonthsTable } from './StudyLeaveMonths.tsx';
import { StudyLeaveRows } from './StudyLeaveRows.tsx';
import { countsText, StudyShifts } from './StudyShifts.tsx';
import { monthName } from './words.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { studyLeaveMade } from './needs-figures.ts';

/** Hours with one decimal, for a table of many. */
const hours = (minutes: number) => decimal(minutes / 60, 1);

/** Hours of study on the rosters against the hours that the plan needs, by unit and month, with the rows behind. */
export default function StudyLeaveScreen() {
  const trust = useTrust();
  const [day, setDay] = useState<string | undefined>();
  const [behind, setBehind] = useState<{ month: string; unit?: string } | null>(null);
  const [choosing, setChoosing] = useState(false);
  const asked = { trust: trust.code, ...(day === undefined ? {} : { day }) };
  const study = useQuery({
    queryKey: ['study leave', asked],
    queryFn: () => planner.training.studyLeave(asked),
    placeholderData: keepPreviousData,
  });
  const data = study.data;
  const move = (years: number) => data && setDay(`${Number(data.first.slice(0, 4)) + years}-04-01`);
  return (
    <Page
      title="Study leave used"
      subtitle={
        data
          ? `${trust.name} · ${data.title} · ${data.analysis ? `against the needs analysis ${data.analysis.title}, version ${data.analysis.version}` : 'no needs analysis of this year yet'}`
          : trust.name
      }
      filters={
        data && (
          <div className="choice" role="group" aria-label="Year">
            <Button onClick={() => move(-1)}>Year before</Button>
            <Button onClick={() => move(1)}>Year after</Button>
          </div>
        )
      }
      actions={
        data && (
          <>
            <ExportButton table={() => studyLeaveExport(data, trust.name)} />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={study}>
        {(answer) => (
          <>
            <Headlines data={answer} />
            {answer.months.every(({ covered }) => covered === 0) ? (
              <EmptyState
                title={`No rosters of ${answer.title} yet`}
                action={
                  <ScreenLink to="/imports" look="main">
                    Import a duty roster
                  </ScreenLink>
                }
              >
                <p>
                  The hours of study leave and of training shifts on the rosters will be here by unit and month, against
                  the hours that the needs analysis gives to each unit’s people.
                </p>
              </EmptyState>
            ) : (
              <>
                <Chart {...chartOf(answer)} table={<MonthsTable data={answer} />} />
                <Matrix data={answer} onOpen={setBehind} />
              </>
            )}
            <h2>What counts as study on a roster</h2>
            <p>{countsText(answer.counts)}</p>
            <p className="actions">
              <Button onClick={() => setChoosing(true)}>Change which shifts are training</Button>
            </p>
            <h2>How it is worked out</h2>
            <dl className="formulas">
              {answer.formulas.map(({ figure, formula }) => (
                <div key={figure}>
                  <dt>{figure}</dt>
                  <dd>{formula}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Answered>
      {choosing && data && <StudyShifts counts={data.counts} onClose={() => setChoosing(false)} />}
      {behind && <StudyLeaveRows {...behind} onClose={() => setBehind(null)} />}
    </Page>
  );
}

function Headlines({ data }: { data: StudyLeave }) {
  const { covered, all } = data;
  const made = studyLeaveMade(data);
  const { days, used, needed } = covered;
  return (
    <Figures>
      <Figure
        name="Used"
        value={`${hoursText(all.total.used)} h`}
        making={made.used}
        remark={`study leave and training shifts; rosters hold ${counted(days, 'day')} of the year`}
      />
      <Figure
        name="Needed in the year"
        value={all.total.needed === null ? 'Not known' : `${hoursText(all.total.needed)} h`}
        making={made.needed}
        remark={
          all.total.needed === null ? 'begin a needs analysis of this year' : 'hours of the needs analysis, by head'
        }
      />
      <Figure
        name="Used less needed"
        value={needed === null || days === 0 ? 'Not known' : `${hoursText(used - needed)} h`}
        making={made.less}
        remark={
          days === 0
            ? 'no roster of this year yet'
            : needed === null
              ? 'the need is not known without a needs analysis'
              : `${hoursText(used)} h − ${hoursText(needed)} h that ${counted(days, 'day')} of the plan need`
        }
      />
      <Figure
        name="Booked on sessions"
        value={`${hoursText(all.total.booked)} h`}
        making={made.booked}
        remark="seats attended or to come, hours of their sessions"
      />
    </Figures>
  );
}

function Matrix({
  data: { months, units, all },
  onOpen,
}: {
  data: StudyLeave;
  onOpen: (behind: { month: string; unit?: string }) => void;
}) {
  const columns: Column<StudyLeaveUnit>[] = [
    {
      key: 'unit',
      title: 'Unit',
      header: true,
      value: (one) => (one === all ? 'All units' : one.unit),
      show: (one) => (
        <>
          {one === all ? 'All units' : one.unit} <small className="quiet">{one.heads} heads</small>
        </>
      ),
    },
    ...months.map(
      ({ month, days, covered }, at): Column<StudyLeaveUnit> => ({
        key: month,
        title: `${monthName(month)}${covered > 0 && covered < days ? `, ${counted(covered, 'day')}` : ''}`,
        means: 'Hours of study on the rosters that are held; “of” what the training needs analysis asks for.',
        number: true,
        value: ({ cells }) => (cells[at] && (cells[at].used > 0 || covered > 0) ? cells[at].used / 60 : null),
        show: (one) => {
          const { used, needed } = one.cells[at] ?? { used: 0, needed: null };
          const unit = one === all ? undefined : one.unit;
          return (
            <>
              {used > 0 ? (
                <button
                  type="button"
                  className="link"
                  aria-label={`${hours(used)} hours used, ${unit ?? 'All units'}, ${monthName(month)}`}
                  onClick={() => onOpen({ month, ...(unit === undefined ? {} : { unit }) })}
                >
                  {hours(used)}
                </button>
              ) : (
                <span className="quiet">{covered ? '0.0' : '–'}</span>
              )}
              {needed !== null && <small className="study__needed">of {hours(needed)}</small>}
            </>
          );
        },
      }),
    ),
    {
      key: 'year',
      title: 'Year',
      means: 'The months together.',
      number: true,
      value: ({ total }) => total.used / 60,
      show: ({ total }) => (
        <>
          {hours(total.used)}
          {total.needed !== null && <small className="study__needed">of {hours(total.needed)}</small>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      className="study"
      caption="Hours of study used, of those needed, by unit and month"
      columns={columns}
      rows={units}
      rowKey={({ unit }) => unit}
      totals={[all]}
      definitions={[
        {
          term: 'Days beside a month',
          meaning: 'Days of the month that a roster covers, where it is not the whole month.',
        },
      ]}
    />
  );
}
