import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Page } from '../../../components/Page.tsx';
import { LmnsWorkbookView } from './LmnsWorkbookView.tsx';
import { UploadLmnsWorkbook } from './UploadLmnsWorkbook.tsx';

/** The LMNS's own workbook: uploaded once, pointed at once, and filled in from each return. */
export default function LmnsWorkbookScreen() {
  const trust = useTrust();
  const periods = useQuery({
    queryKey: ['returns', trust.code, 'periods'],
    queryFn: () => planner.returns.periods({ trust: trust.code }),
  });
  const workbooks = useQuery({
    queryKey: ['returns', trust.code, 'workbooks'],
    queryFn: () => planner.returns.lmnsWorkbooks({ trust: trust.code }),
  });
  const [chosenPeriod, setPeriod] = useState('');
  const [chosen, setChosen] = useState('');
  const [uploading, setUploading] = useState(false);
  const started = periods.data?.periods.filter(({ state }) => state !== 'not started') ?? [];
  const period = started.some((own) => own.period === chosenPeriod) ? chosenPeriod : (started[0]?.period ?? '');
  const all = workbooks.data ?? [];
  const workbook = all.find(({ id }) => String(id) === chosen) ?? all[all.length - 1];
  return (
    <Page
      title="The LMNS’s workbook"
      subtitle={`${trust.name} · a return poured into the workbook that the LMNS sends out`}
      filters={
        workbook && (
          <>
            <Choose
              title="Workbook"
              value={String(workbook.id)}
              choices={all.map(({ id, fileName, of }) => ({
                key: String(id),
                name: of === null ? fileName : `${fileName} (uploaded by ${of})`,
              }))}
              onChoose={setChosen}
            />
            <Choose
              title="Return of"
              value={period}
              choices={started.map((own) => ({ key: own.period, name: `${own.title} (${own.state})` }))}
              onChoose={setPeriod}
            />
          </>
        )
      }
      actions={<UploadLmnsWorkbook open={uploading} onOpen={setUploading} onUploaded={(id) => setChosen(String(id))} />}
    >
      <Answered query={workbooks}>
        {() =>
          workbook === undefined ? (
            <EmptyState title="No workbook yet">
              <p>
                Upload the LMNS’s empty workbook once and point parts of the return at its cells. From then on each
                return is poured into it. Its formulas, lists, formats and charts stay as they are.
              </p>
            </EmptyState>
          ) : period === '' ? (
            <EmptyState
              title="No return yet"
              action={
                <a className="button" href="#/returns">
                  Start a return
                </a>
              }
            >
              <p>
                Start a return on the screen “Theme 2 return”. Then its parts can be pointed at the workbook’s cells.
              </p>
            </EmptyState>
          ) : (
            <LmnsWorkbookView
              key={`${workbook.id} ${period}`}
              id={workbook.id}
              period={period}
              isOwn={workbook.of === null}
            />
          )
        }
      </Answered>
    </Page>
  );
}
