import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AssessmentSummary } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { exactShown } from './amounts.ts';
import { AssessmentPage } from './AssessmentPage.tsx';
import { ageText, AssessmentStatus } from './assessment-status.tsx';

const wteMeans = {
  clinical: 'WTE of clinical midwives and support workers that the assessment comes to, uplift included.',
  specialist: 'WTE of specialist and management posts beside the clinical ones.',
  total: 'Clinical and specialist WTE together.',
};

/** The Birthrate+ assessments of a trust over time, or one of them. */
export function Assessments({ sections }: { sections: ReactNode }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<number | null>(null);
  const all = useQuery({
    queryKey: ['establishment', trust, 'assessments'],
    queryFn: () => planner.establishment.assessments({ trust }),
  });
  const one = useQuery({
    queryKey: ['establishment', trust, 'assessment', open],
    queryFn: () => planner.establishment.assessment({ trust, id: open! }),
    enabled: open !== null,
    placeholderData: (before) => (before?.id === open ? before : undefined),
  });
  return (
    <Answered query={all}>
      {(assessments) =>
        open === null || !assessments.some(({ id }) => id === open) ? (
          <List assessments={assessments} sections={sections} onOpen={setOpen} />
        ) : (
          <Answered query={one}>
            {(shown) => (
              <AssessmentPage key={shown.id} shown={shown} others={assessments} onBack={() => setOpen(null)} />
            )}
          </Answered>
        )
      }
    </Answered>
  );
}

interface ListProps {
  readonly assessments: AssessmentSummary[];
  readonly sections: ReactNode;
  readonly onOpen: (id: number) => void;
}

function List({ assessments, sections, onOpen }: ListProps) {
  const trust = useTrust();
  const add = useAct(
    (copyOf: number | null) => planner.establishment.addAssessment({ trust: trust.code, copyOf }),
    ({ label }) => label && `Saved: ${label}. Now enter what the report says.`,
  );
  const start = (copyOf: number | null) =>
    add.mutate(copyOf, { onSuccess: ({ id }) => onOpen(id), onError: (error) => announce(sentence(error)) });
  const last = assessments.find(({ date }) => date !== null) ?? assessments[0];
  const wte = (key: keyof typeof wteMeans, title: string): Column<AssessmentSummary> => ({
    key,
    title,
    number: true,
    means: wteMeans[key],
    value: (each) => (each[key] === null ? null : Number(exactShown(each[key], 5).replace(/,/g, ''))),
    show: (each) => exactShown(each[key]),
  });
  const columns: Column<AssessmentSummary>[] = [
    {
      key: 'name',
      title: 'Assessment',
      header: true,
      value: ({ name }) => name,
      show: ({ id, name }) => (
        <button type="button" className="link unbroken" onClick={() => onOpen(id)}>
          {name}
        </button>
      ),
    },
    {
      key: 'provider',
      title: 'Provider',
      value: ({ provider }) => provider ?? '',
      means: 'Who worked the assessment out.',
    },
    {
      key: 'date',
      title: 'Date',
      value: ({ date }) => date,
      show: ({ date }) => <span className="unbroken">{date ? dateText(date) : 'not known'}</span>,
    },
    {
      key: 'age',
      title: 'Age',
      value: ({ age }) => age?.months ?? null,
      show: ({ age }) => <span className="unbroken">{ageText(age)}</span>,
      means: 'Whole months since the date of the assessment. One is to be repeated about every three years.',
    },
    {
      key: 'status',
      title: 'Status',
      value: ({ status }) => status,
      show: (each) => <AssessmentStatus {...each} />,
      means: 'In force, a draft, or out of date by its age.',
    },
    {
      key: 'births',
      title: 'Births',
      number: true,
      value: ({ births }) => births,
      show: ({ births }) => exactShown(births, 0),
      means: 'Births a year that the assessment counts on.',
    },
    wte('clinical', 'Clinical, WTE'),
    wte('specialist', 'Specialist, WTE'),
    wte('total', 'Total, WTE'),
    {
      key: 'lines',
      title: 'Lines that use it',
      number: true,
      value: ({ lines }) => lines,
      means: 'Lines of the establishment whose required WTE comes from it.',
    },
    {
      key: 'findings',
      title: 'To look at',
      number: true,
      value: ({ findings }) => findings,
      means: 'What does not add up in it, or is missing.',
    },
  ];
  const newest = assessments.find(({ status }) => status === 'agreed');
  return (
    <Page
      title="Required staffing"
      subtitle={[
        trust.name,
        newest ? `in force: ${newest.name}, ${ageText(newest.age)} old` : 'no agreed Birthrate+ assessment yet',
      ].join(' · ')}
      filters={sections}
      actions={
        assessments.length > 0 && (
          <>
            {last && <Button onClick={() => start(last.id)}>Copy the last assessment</Button>}
            <Button kind="main" onClick={() => start(null)}>
              New assessment
            </Button>
          </>
        )
      }
    >
      {newest?.age?.past && (
        <p className="note note--attention">
          {newest.name} is older than {newest.age.years} years. Safety action 5 of the incentive scheme asks for a newer
          one.
        </p>
      )}
      {assessments.length === 0 ? (
        <EmptyState
          title="No Birthrate+ assessment yet"
          action={
            <Button kind="main" onClick={() => start(null)}>
              Enter the first assessment
            </Button>
          }
        >
          <p>
            Here will be every Birthrate+ assessment of the trust with its results, its age and the working behind it.
            An agreed one can be made the required establishment.
          </p>
          <p>Have the report at hand: its WTE by area is enough. The usual areas and values are filled in to change.</p>
        </EmptyState>
      ) : (
        <div className="levels">
          <DataTable caption="Birthrate+ assessments" columns={columns} rows={assessments} rowKey={({ id }) => id} />
        </div>
      )}
    </Page>
  );
}
