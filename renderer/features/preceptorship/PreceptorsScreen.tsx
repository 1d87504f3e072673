import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreceptorCandidate, Preceptors } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { asNamed, Choose, titled } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { PreceptorDialog } from './PreceptorDialog.tsx';
import { preceptorsExport } from './preceptors-export.ts';
import { PreceptorTable } from './PreceptorTable.tsx';
import { type Show, shows } from './preceptor-words.ts';
import { SuggestDialog } from './SuggestDialog.tsx';
import { WithoutTable } from './WithoutTable.tsx';
import { preceptorsMade } from './figures.ts';

type Open =
  | { kind: 'preceptor'; id: number }
  | { kind: 'new'; name: string; known: PreceptorCandidate | null }
  | { kind: 'suggest'; key: string };

/** The register of preceptors: how many preceptees each has, coverage of units, and who has nobody. */
export default function PreceptorsScreen() {
  const trust = useTrust();
  const [show, setShow] = useState<Show>('on');
  const [unit, setUnit] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  useOpened('preceptor', (key) => setOpen({ kind: 'preceptor', id: Number(key) }));
  const preceptors = useQuery({
    queryKey: ['preceptorship', trust.code, 'preceptors'],
    queryFn: () => planner.preceptorship.preceptors({ trust: trust.code }),
  });
  const data = preceptors.data;
  const has = data !== undefined && (data.preceptors.length > 0 || data.all.preceptees > 0);
  const rows = data?.preceptors.filter((one) => shows[show].has(one) && (unit === '' || one.unit === unit)) ?? [];
  const units = [...new Set(data?.preceptors.map((one) => one.unit))].filter((one) => one !== null).sort();
  const opened = open?.kind === 'preceptor' ? data?.preceptors.find(({ id }) => id === open.id) : undefined;
  const add = (
    <Button kind="main" onClick={() => setOpen({ kind: 'new', name: '', known: null })}>
      Add a preceptor
    </Button>
  );
  return (
    <Page
      title="Preceptors"
      subtitle={[
        trust.name,
        data && `as on ${dateText(data.on)}`,
        data && `at most ${data.rules.mostPreceptees} preceptees each, unless a preceptor has a limit of their own`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        has && (
          <>
            <Choose title="Show" value={show} choices={titled(shows)} onChoose={setShow} />
            <Choose title="Unit" all="All" value={unit} choices={asNamed(units)} onChoose={setUnit} />
          </>
        )
      }
      actions={
        has && (
          <>
            <ExportButton table={() => preceptorsExport(data, rows, trust.name)} />
            <PrintPage />
            {add}
          </>
        )
      }
    >
      <Answered query={preceptors}>
        {(answer) =>
          !has ? (
            <EmptyState title="No preceptors yet" action={add}>
              <p>
                Everybody who supports preceptees will be here: whether they are prepared, how many preceptees they
                have, and which units need more. Add the first preceptor from the staff in post, or by name.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onShow={setShow} />
              {answer.without.length > 0 && (
                <WithoutTable rows={answer.without} onSuggest={(key) => setOpen({ kind: 'suggest', key })} />
              )}
              {answer.unknown.length > 0 && (
                <p className="note">
                  Named by preceptees and not on the register:{' '}
                  {answer.unknown.map(({ name, preceptees, known }, place) => (
                    <span key={name}>
                      {place > 0 && ', '}
                      <button type="button" className="link" onClick={() => setOpen({ kind: 'new', name, known })}>
                        <span className="not-printed">add </span>
                        {name}
                      </button>{' '}
                      ({preceptees})
                    </span>
                  ))}
                </p>
              )}
              <h2>Register</h2>
              {rows.length > 0 ? (
                <PreceptorTable rows={rows} onOpen={(id) => setOpen({ kind: 'preceptor', id })} />
              ) : (
                <p role="status">
                  {answer.preceptors.length > 0
                    ? 'Nobody on the register fits the filters.'
                    : 'Nobody is on the register yet. Add those whom preceptees name, or anybody in post, by “Add a preceptor”.'}
                </p>
              )}
              <h2>Coverage by unit</h2>
              <CoverageTable units={answer.units} all={answer.all} />
            </>
          )
        }
      </Answered>
      {data && open?.kind === 'new' && (
        <PreceptorDialog
          data={data}
          preceptor={null}
          name={open.name}
          known={open.known}
          onClose={() => setOpen(null)}
        />
      )}
      {data && opened && (
        <PreceptorDialog data={data} preceptor={opened} name={opened.name} known={null} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'suggest' && (
        <SuggestDialog preceptee={open.key} on={data?.on ?? ''} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function Headlines({ data, onShow }: { data: Preceptors; onShow: (show: Show) => void }) {
  const { all, preceptors, without } = data;
  const made = preceptorsMade(data);
  const over = preceptors.filter(({ state }) => state === 'over').length;
  const notPrepared = preceptors.filter(({ isPrepared, state }) => !isPrepared && state !== 'left').length;
  return (
    <Figures>
      <Figure
        name="Without a preceptor"
        value={String(without.length)}
        making={made.without}
        remark={`of ${counted(all.preceptees, 'preceptee')} in a programme or about to start`}
      />
      <Figure
        name="Places to spare"
        value={String(all.spare)}
        making={made.spare}
        remark={`${counted(all.places, 'place')} of ${counted(all.preceptors, 'prepared preceptor')}, ${all.load} taken`}
        onRows={() => onShow('free')}
      />
      <Figure
        name="Over the limit"
        value={String(over)}
        making={made.over}
        remark="with more preceptees than their limit"
        onRows={() => onShow('over')}
      />
      <Figure
        name="Not prepared"
        value={String(notPrepared)}
        making={made.notPrepared}
        remark="on the register without preparation done"
        onRows={() => onShow('not_prepared')}
      />
    </Figures>
  );
}
