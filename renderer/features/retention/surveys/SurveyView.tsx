import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SurveyResults } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { counted } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import { exportOf } from './survey-export.ts';
import { SurveyGrid } from './SurveyGrid.tsx';
import { nameOfSurvey } from './words.ts';
import { surveyMade } from '../figures.ts';

type Asked = { survey?: string; year?: number; group?: string };
const ANOTHER = 'another group';

/** Results of one survey, year and group, entered in a grid, with earlier years beside. */
export function SurveyView() {
  const trust = useTrust();
  const [asked, setAsked] = useState<Asked>({});
  const [naming, setNaming] = useState(false);
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['surveys', trust.code, asked],
    queryFn: () => planner.retention.surveys({ trust: trust.code, ...asked }),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const remove = useAct(
    ({ survey, year, group }: SurveyResults) =>
      planner.retention.removeSurvey({ trust: trust.code, survey, year, group }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const isEntered = data?.entered.some(
    ({ survey, year, group }) => survey === data.survey && year === data.year && group === data.group,
  );
  return (
    <>
      {data && (
        <div className="page__bar">
          <div>
            <Choose
              title="Survey"
              value={data.survey}
              choices={data.surveys}
              onChoose={(survey) => setAsked({ survey })}
            />
            <Choose
              title="Year"
              value={String(data.year)}
              choices={yearsOf(data)}
              onChoose={(year) => setAsked({ survey: data.survey, group: data.group, year: Number(year) })}
            />
            <Choose
              title="Who answered"
              value={data.group}
              choices={groupsOf(data)}
              onChoose={(group) =>
                group === ANOTHER ? setNaming(true) : setAsked({ survey: data.survey, year: data.year, group })
              }
            />
          </div>
          <div>
            <ExportButton table={() => exportOf(data, trust.name)} />
            {data.entered.some(({ survey, year }) => survey === data.survey && year === data.year) && (
              <ShareButton
                file={(profile) =>
                  planner.retention.surveysFile({ trust: trust.code, survey: data.survey, year: data.year, profile })
                }
              />
            )}
            <PrintPage />
          </div>
        </div>
      )}
      <Answered query={query}>
        {(answer) => (
          <>
            {isEntered && <Headlines data={answer} />}
            <h2>
              {nameOfSurvey(answer)} {answer.year}, {answer.group}
            </h2>
            {!isEntered && (
              <p>
                Nothing was entered for this survey, year and group yet. Type what its report says, or paste a block of
                cells from a spreadsheet; leave blank what is not known.
              </p>
            )}
            <SurveyGrid key={`${answer.survey} ${answer.year} ${answer.group}`} data={answer} />
            <p className="not-printed">
              <Button onClick={() => setAdding(true)}>Add an indicator</Button>{' '}
              {isEntered && (
                <Button
                  kind="warning"
                  onClick={() => remove.mutate(answer, { onError: (error) => announce(sentence(error)) })}
                >
                  Remove these results
                </Button>
              )}
            </p>
          </>
        )}
      </Answered>
      {data && adding && <IndicatorDialog data={data} onClose={() => setAdding(false)} />}
      {data && naming && (
        <GroupDialog
          onNamed={(group) => setAsked({ survey: data.survey, year: data.year, group })}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

/** This year, those before it, and whatever was entered. */
function yearsOf({ on, year, entered }: SurveyResults) {
  const now = Number(on.slice(0, 4));
  const years = new Set([
    ...Array.from({ length: 6 }, (_, back) => now - back),
    year,
    ...entered.map((one) => one.year),
  ]);
  return [...years].sort((one, other) => other - one).map((one) => ({ key: String(one), name: String(one) }));
}

function groupsOf({ survey, surveys, group, entered }: SurveyResults) {
  const usual = surveys.find(({ key }) => key === survey)?.groups ?? [];
  const own = entered.filter((one) => one.survey === survey).map((one) => one.group);
  const groups = [...new Set([...usual, ...own, group])].map((name) => ({ key: name, name }));
  return [...groups, { key: ANOTHER, name: 'Another group…' }];
}

function Headlines({ data }: { data: SurveyResults }) {
  const made = surveyMade(data);
  const known = data.indicators.filter(({ score }) => score !== null);
  const beside = known.filter(({ against }) => against !== null);
  const moved = known.filter(({ change }) => change !== null);
  return (
    <Figures>
      <Figure
        name="Worse than the benchmark"
        value={`${data.worse} of ${beside.length}`}
        making={made.benchmark}
        remark="indicators with a score and a benchmark, by which way is better"
      />
      <Figure
        name="Worse than before"
        value={`${moved.filter(({ change }) => change === 'worse').length} of ${moved.length}`}
        making={made.before}
        remark="beside the newest earlier year that has a score"
      />
      <Figure
        name="Not shown"
        value={String(data.suppressed)}
        making={made.hidden}
        remark={`fewer than ${data.smallest} answered, or hidden by the publisher: no score is kept`}
      />
      <Figure
        name="Acted upon"
        value={String(data.withAction)}
        making={made.acted}
        remark={`${counted(data.withAction, 'finding')} with an action in the retention plan`}
      />
    </Figures>
  );
}
