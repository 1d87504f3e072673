import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingAttainment, TrainingPersonCard } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { ExclusionDialog, ResultDialog } from './PersonForms.tsx';
import { bookingWords, nameIn, shortDay, stateWords, whyText } from './words.ts';

type Standing = TrainingPersonCard['standings'][number];

const standingColumns: Column<Standing>[] = [
  { key: 'course', title: 'Course', header: true, value: ({ name }) => name },
  {
    key: 'counted',
    title: 'Counted',
    value: ({ counted }) => (counted ? 'yes' : 'no'),
    means: 'Whether the person’s staff group is counted for the course.',
  },
  {
    key: 'achieved',
    title: 'Done on',
    value: ({ achieved }) => achieved,
    show: ({ achieved }) => shortDay(achieved),
    means: 'The day on which the course was done.',
  },
  {
    key: 'until',
    title: 'Counts until',
    value: ({ until }) => until,
    show: ({ until }) => shortDay(until),
    means: 'The last day on which the person counts as in date.',
  },
  {
    key: 'state',
    title: 'Status',
    value: ({ state }) => stateWords[state].word,
    show: ({ state, counted, achieved }) =>
      counted || achieved !== null ? <Status {...stateWords[state]} /> : 'not asked of this group',
    means: 'In date, lapsing, or wanting the course.',
  },
  {
    key: 'attended',
    title: 'In the months of the scheme',
    value: ({ attended }) => (attended ? 'attended' : ''),
    means: 'Attended within the year of the safety action.',
  },
];

function sourceText({ evidence }: TrainingAttainment): string {
  switch (evidence.kind) {
    case 'file':
      return evidence.columns === null
        ? `${evidence.fileName}, ${evidence.sheet}, row ${evidence.row}: ${evidence.competence}`
        : `${evidence.fileName}, ${evidence.sheet}, row ${evidence.row}, column “${evidence.columns}”`;
    case 'by_hand':
      return [
        'Entered by hand',
        evidence.place,
        evidence.certificate && `certificate ${evidence.certificate}`,
        evidence.note,
      ]
        .filter(Boolean)
        .join(', ');
    case 'session':
      return `Session${evidence.certificate ? `, certificate ${evidence.certificate}` : ''}`;
  }
}

/** One person: every course, what says so, what counts and why not, seats, and being left out or counted by hand. */
export function PersonCard({ person, on, onBack }: { person: string; on: string; onBack: () => void }) {
  const trust = useTrust().code;
  const [form, setForm] = useState<'result' | 'exclusion' | null>(null);
  const asked = { trust, person, ...(on ? { on } : {}) };
  const card = useQuery({ queryKey: ['training person', asked], queryFn: () => planner.training.person(asked) });
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const removeResult = useAct((id: number) => planner.training.removeResult({ trust, id }), said);
  const removeExclusion = useAct((id: number) => planner.training.removeExclusion({ trust, id }), said);
  const strike = useAct(
    (one: TrainingAttainment) =>
      planner.training.addResult({ trust, person, course: one.course, achieved: one.achieved ?? '', counts: false }),
    said,
  );
  const columns: Column<TrainingAttainment>[] = [
    {
      key: 'course',
      title: 'Course',
      header: true,
      value: ({ course }) => nameIn(card.data?.courses ?? [], course),
    },
    {
      key: 'achieved',
      title: 'Done on',
      value: ({ achieved }) => achieved,
      show: ({ achieved }) => shortDay(achieved),
      means: 'The day on which the course was done.',
    },
    { key: 'until', title: 'Until', value: ({ until }) => until, show: ({ until }) => shortDay(until) },
    {
      key: 'counts',
      title: 'Counts',
      value: ({ counts, why }) => (counts ? 'yes' : (why ?? 'no')),
      means: 'Whether the record counts, and why not.',
    },
    {
      key: 'source',
      title: 'What says so',
      value: sourceText,
      means: 'A training file, a session of the planner, or an entry by hand.',
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      show: (one) =>
        one.evidence.kind === 'by_hand' ? (
          <Button
            aria-label={`Remove the entry of ${shortDay(one.achieved)}`}
            onClick={() => one.evidence.kind === 'by_hand' && removeResult.mutate(one.evidence.id, failed)}
          >
            Remove
          </Button>
        ) : one.evidence.kind === 'file' && one.counts && one.achieved !== null ? (
          <Button
            aria-label={`Do not count the row of ${shortDay(one.achieved)}`}
            onClick={() => strike.mutate(one, failed)}
          >
            Do not count
          </Button>
        ) : (
          ''
        ),
    },
  ];
  return (
    <Answered query={card}>
      {(answer) => (
        <Page
          title={answer.name ?? `Person ${person}`}
          windowTitle="Training of a person"
          subtitle={[
            `Employee number ${person}`,
            answer.unit,
            answer.started && `started ${dateText(answer.started)}`,
            answer.bankOnly && 'bank alone',
            `on ${dateText(answer.census)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
          filters={<Button onClick={onBack}>Back to compliance</Button>}
          actions={
            <>
              <PrintPage />
              <Button onClick={() => setForm('exclusion')}>Leave out or count</Button>
              <Button kind="main" onClick={() => setForm('result')}>
                Enter training
              </Button>
            </>
          }
        >
          {answer.excluded && (
            <p className="note">
              Not counted on this day: {whyText(answer.excluded, answer.reasons)}
              {answer.excluded.first && `, from ${dateText(answer.excluded.first)}`}
              {answer.excluded.last && ` to ${dateText(answer.excluded.last)}`}.
            </p>
          )}
          <h2>Courses</h2>
          <DataTable
            caption="Courses"
            columns={standingColumns}
            rows={answer.standings}
            rowKey={({ course }) => course}
          />
          <h2>What says so</h2>
          {answer.attainments.length === 0 ? (
            <p>
              No file, session or entry by hand says that this person has done a course. Enter training done elsewhere.
            </p>
          ) : (
            <DataTable
              caption="What says so"
              columns={columns}
              rows={answer.attainments}
              rowKey={(one) => `${one.course} ${one.achieved} ${sourceText(one)}`}
            />
          )}
          {answer.bookings.length > 0 && (
            <>
              <h2>Seats</h2>
              <ul>
                {answer.bookings.map(({ session, date, courses, state }) => (
                  <li key={session}>
                    {dateText(date)}: {courses.map((key) => nameIn(answer.courses, key)).join(' and ')},{' '}
                    {bookingWords[state as keyof typeof bookingWords].word.toLowerCase()}
                  </li>
                ))}
              </ul>
            </>
          )}
          {answer.exclusions.length > 0 && (
            <>
              <h2>Left out or counted by hand</h2>
              <ul>
                {answer.exclusions.map(({ id, reason, first, last, note }) => (
                  <li key={id}>
                    {nameIn(answer.reasons, reason)}, {dateText(first)} to {last ? dateText(last) : 'further notice'}
                    {note && `: ${note}`}{' '}
                    <Button
                      aria-label={`Remove: ${nameIn(answer.reasons, reason)}`}
                      onClick={() => removeExclusion.mutate(id, failed)}
                    >
                      Remove
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {form === 'result' && <ResultDialog card={answer} onClose={() => setForm(null)} />}
          {form === 'exclusion' && <ExclusionDialog card={answer} onClose={() => setForm(null)} />}
        </Page>
      )}
    </Answered>
  );
}
