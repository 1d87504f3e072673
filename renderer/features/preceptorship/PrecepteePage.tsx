import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrecepteePage as Shown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText, wteText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { EventsPart } from './EventsPart.tsx';
import { leftWords } from './event-ways.ts';
import { HoursPart } from './HoursPart.tsx';
import { PrecepteeDialog } from './PrecepteeDialog.tsx';
import { PrecepteeMore } from './PrecepteeMore.tsx';
import { StepsPart } from './StepsPart.tsx';
import { hoursText, stateWords, sureWords } from './words.ts';
import { precepteeMade } from './figures.ts';

interface PrecepteePageProps {
  preceptee: string;
  /** Where Back leads, in words. */
  back: string;
  onBack: () => void;
}

/** Everything about one preceptee. */
export function PrecepteePage({ preceptee, back, onBack }: PrecepteePageProps) {
  const trust = useTrust().code;
  const [changing, setChanging] = useState(false);
  const query = useQuery({
    queryKey: ['preceptee', trust, preceptee],
    queryFn: () => planner.preceptorship.preceptee({ trust, key: preceptee }),
  });
  const board = useQuery({
    queryKey: ['preceptorship board', trust, 'open'],
    queryFn: () => planner.preceptorship.board({ trust, part: 'open' }),
    enabled: changing,
  });
  const remove = useAct(
    () => planner.preceptorship.removePreceptee({ trust, key: preceptee }),
    ({ label }) => label && `${label}. Undo brings everything back.`,
  );
  const calendar = async () => {
    try {
      announce((await saveExported(await planner.preceptorship.calendar({ trust, key: preceptee }))) ?? '');
    } catch (error) {
      announce(sentence(error));
    }
  };
  if (query.isError && !query.data)
    return (
      <Page title="Preceptee" filters={<Button onClick={onBack}>Back to {back}</Button>}>
        <p className="note note--wrong" role="alert">
          {sentence(query.error)}
        </p>
      </Page>
    );
  return (
    <Answered query={query}>
      {(page) => (
        <Page
          title={page.row.name}
          windowTitle="Preceptee"
          subtitle={subtitleOf(page)}
          filters={<Button onClick={onBack}>Back to {back}</Button>}
          actions={
            <>
              <Button onClick={() => void calendar()}>Save as calendar</Button>
              <PrintPage />
              {page.row.origin === 'own' && (
                <Button
                  kind="warning"
                  onClick={() =>
                    remove.mutate(undefined, { onSuccess: onBack, onError: (error) => announce(sentence(error)) })
                  }
                >
                  Remove
                </Button>
              )}
              <Button kind="main" onClick={() => setChanging(true)}>
                Change
              </Button>
            </>
          }
        >
          <Headlines page={page} />
          {page.row.remarks.map((remark) => (
            <p className="note note--attention" key={remark}>
              {remark}
            </p>
          ))}
          <StepsPart page={page} />
          <HoursPart page={page} />
          <EventsPart page={page} />
          <PrecepteeMore preceptee={page.row} />
          <h2>How the figures were made</h2>
          <dl className="formulas">
            {page.formulas.map(({ figure, formula }) => (
              <div key={figure}>
                <dt>{figure}</dt>
                <dd>{formula}</dd>
              </div>
            ))}
          </dl>
          {changing && board.data && (
            <PrecepteeDialog
              programmes={board.data.programmes}
              usual={board.data.usual}
              page={page}
              onClose={() => setChanging(false)}
            />
          )}
        </Page>
      )}
    </Answered>
  );
}

function subtitleOf({ row, programme, from, edited, cells }: Shown): string {
  return [
    row.person && `Employee number ${row.person}`,
    `${programme.name}${programme.own.length > 0 ? ', with the trust’s own values' : ''}`,
    `started ${dateText(row.start)}`,
    cells.registered ? `registered ${dateText(cells.registered)}` : null,
    row.wte === null ? null : `${wteText(row.wte)} WTE`,
    row.unit,
    row.preceptor ? `preceptor ${row.preceptor}` : 'no preceptor named',
    from ? `${from.fileName}, row ${from.row}` : 'entered by hand',
    edited.length > 0 ? `${edited.length} changed by hand` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Headlines({ page }: { page: Shown }) {
  const { row, leftWhen, due } = page;
  const made = precepteeMade(page);
  const { state, ended, adjustedEnd, plannedEnd, sure, because, next, hours, done, steps } = row;
  const end = ended ?? adjustedEnd;
  return (
    <Figures>
      <Figure
        name="State"
        value={stateWords[state].word}
        making={made.state}
        remark={
          leftWhen === null
            ? `${done} of ${steps} steps done · ${due.filter(({ when }) => when === 'overdue').length} overdue`
            : leftWords[leftWhen]
        }
      />
      <Figure
        name="Next due"
        value={next ? next.what : 'Nothing'}
        making={made.next}
        remark={next ? `${next.when === 'overdue' ? 'overdue since ' : ''}${dateText(next.on)}` : 'nothing is open'}
      />
      <Figure
        name="Supernumerary hours"
        value={hoursText(hours)}
        making={made.hours}
        remark={hours.unbooked === null ? 'the WTE is not known' : 'given of owed, to today'}
      />
      <Figure
        name="End"
        value={end === null ? 'Not known' : dateText(end)}
        making={made.end}
        remark={`${sureWords[sure].word.toLowerCase()}: ${because.join('; ')} · planned ${dateText(plannedEnd)}`}
      />
    </Figures>
  );
}
