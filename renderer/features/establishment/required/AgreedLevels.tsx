import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AgreedLevel } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText, wteText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { Status } from '../../../components/Status.tsx';
import { amountText } from './amounts.ts';
import { AgreedLevelDialog } from './AgreedLevelDialog.tsx';
import { agreedLevelsExport } from './agreed-levels-export.ts';
import { positionMeans } from '../../../components/position-words.ts';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';

const wte = (
  key: 'required' | 'funded' | 'inPost' | 'requiredLessFunded' | 'vacancy',
  title: string,
): Column<AgreedLevel> => ({
  key,
  title: `${title}, WTE`,
  number: true,
  means: positionMeans[key],
  value: (level) => (level[key] === null ? null : level[key] / 100_000),
  show: (level) => (level[key] === null ? <span className="grid__unknown">not known</span> : wteText(level[key])),
});

/** Levels agreed locally for professions that no tool covers, with who agreed them and when they are reviewed. */
export function AgreedLevels({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const [open, setOpen] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ['establishment', trust.code, 'agreed levels'],
    queryFn: () => planner.establishment.agreedLevels({ trust: trust.code }),
  });
  const add = useAct(
    (profession: string) => planner.establishment.addAgreedLevel({ trust: trust.code, profession }),
    ({ label }) => label && `Saved: ${label}. Now enter what was agreed.`,
  );
  const told = (error: Error) => announce(sentence(error));
  const start = () => add.mutate('obstetric', { onSuccess: ({ id }) => setOpen(id), onError: told });
  const columns: Column<AgreedLevel>[] = [
    {
      key: 'profession',
      title: 'Profession',
      header: true,
      value: ({ professionName }) => professionName,
      show: ({ id, professionName, role }) => (
        <button
          type="button"
          className="link"
          aria-label={`Change ${[professionName, role].filter(Boolean).join(', ')}`}
          onClick={() => setOpen(id)}
        >
          {professionName}
        </button>
      ),
      means: 'Obstetric, anaesthetic, neonatal or another profession without an assessment tool.',
    },
    {
      key: 'role',
      title: 'Role',
      value: ({ role, designation, tier }) => [role, designation, tier].filter(Boolean).join(', '),
    },
    wte('required', 'Required'),
    wte('funded', 'Funded'),
    wte('inPost', 'In post'),
    wte('requiredLessFunded', 'Required − funded'),
    wte('vacancy', 'Vacancy'),
    { key: 'agreedBy', title: 'Agreed by', value: ({ agreedBy }) => agreedBy ?? '' },
    {
      key: 'date',
      title: 'Agreed on',
      value: ({ date }) => date,
      show: ({ date }) => <span className="unbroken">{date ? dateText(date) : '–'}</span>,
    },
    {
      key: 'review',
      title: 'Review',
      value: ({ reviewOn }) => reviewOn,
      show: (level) => <ReviewStatus level={level} />,
      means: 'The day by which the level is to be agreed anew.',
    },
  ];
  return (
    <Answered query={query}>
      {({ levels, due, without, freedHours, professions, tiers, reviewMonths }) => {
        const level = levels.find(({ id }) => id === open);
        return (
          <Page
            title="Required staffing"
            subtitle={`${trust.name} · levels agreed locally · ${due === 0 ? 'no review is due' : `${due} due for review`}${
              freedHours > 0 ? ` · administrative posts free ${amountText(freedHours)} hours of clinicians a week` : ''
            }`}
            filters={sections}
            actions={
              levels.length > 0 && (
                <>
                  <ExportButton table={() => agreedLevelsExport(levels, trust.name)} />
                  <PrintPage />
                  <Button kind="main" onClick={start}>
                    Add a level
                  </Button>
                </>
              )
            }
          >
            {levels.length === 0 ? (
              <EmptyState
                title="No level agreed yet"
                action={
                  <Button kind="main" onClick={start}>
                    Add the first level
                  </Button>
                }
              >
                <p>
                  Here will be the levels that the trust and its system have agreed for professions without a national
                  tool: doctors, allied health professionals, psychology, support and administrative posts.
                </p>
                <p>Each says who agreed it, on which source and when it is reviewed.</p>
              </EmptyState>
            ) : (
              <>
                <div className="levels">
                  <DataTable caption="Levels agreed locally" columns={columns} rows={levels} rowKey={({ id }) => id} />
                </div>
                {without.length > 0 && <p className="grid-keys">Nothing is agreed yet for: {without.join(', ')}.</p>}
              </>
            )}
            {level && (
              <AgreedLevelDialog
                level={level}
                professions={professions}
                tiers={tiers}
                reviewMonths={reviewMonths}
                onClose={() => setOpen(null)}
              />
            )}
          </Page>
        );
      }}
    </Answered>
  );
}

function ReviewStatus({ level: { review, reviewOn, lacks } }: { level: AgreedLevel }) {
  if (review === 'due') return <Status kind="amber" word={`Due since ${dateText(reviewOn!)}`} />;
  if (lacks.length > 0)
    return (
      <>
        <Status kind="blue" word="Incomplete" />
        <span className="table__why levels__lacks">lacks {lacks.join(', ')}</span>
      </>
    );
  if (review === 'none') return <Status kind="blue" word="None set" />;
  return <Status kind="green" word={dateText(reviewOn!)} />;
}
