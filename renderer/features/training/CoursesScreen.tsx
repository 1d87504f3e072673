import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CourseShown, TrainingCoursesShown } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { WithTerms } from '../../components/Term.tsx';
import { Status } from '../../components/Status.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { ComparePacks } from './ComparePacks.tsx';
import { CompetenceNames } from './CompetenceNames.tsx';
import { CourseDialog } from './CourseDialog.tsx';
import { nameIn } from './words.ts';

const given = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;

const columnsFor = (data: TrainingCoursesShown, onOpen: (key: string) => void): Column<CourseShown>[] => [
  {
    key: 'name',
    title: 'Course',
    header: true,
    value: ({ name }) => name,
    show: ({ key, name }) => (
      <button type="button" className="link" onClick={() => onOpen(key)}>
        {name}
      </button>
    ),
  },
  {
    key: 'groups',
    title: 'Counted groups',
    value: ({ groups }) => groups.map((key) => nameIn(data.groups, key)).join(', '),
    means: 'Staff groups that are counted for the course.',
  },
  {
    key: 'lasts',
    title: 'Lasts, months',
    number: true,
    value: ({ validityMonths }) => validityMonths,
    means: 'Months for which it counts after it was done.',
  },
  { key: 'given', title: 'Given', value: ({ mode }) => given[mode], means: 'Face to face, at a screen, or both.' },
  {
    key: 'expires',
    title: 'Lapses by',
    value: ({ expires }) => (expires === 'expiry' ? 'the record’s expiry day' : 'day of completion'),
    means: 'Whether the expiry day of the record counts, or the day of completion with the months that it lasts.',
  },
  {
    key: 'hours',
    title: 'Hours',
    number: true,
    value: ({ minutes }) => minutes / 60,
    show: ({ minutes }) => decimal(minutes / 60, 1),
    means: 'Hours of the course.',
  },
  { key: 'capacity', title: 'Seats', number: true, value: ({ capacity }) => capacity, means: 'People on one session.' },
  {
    key: 'pass',
    title: 'Pass mark',
    number: true,
    value: ({ passPercent }) => passPercent,
    show: ({ passPercent }) => (passPercent === null ? '–' : `${passPercent} %`),
    means: 'Share of right answers that is asked for.',
  },
  {
    key: 'from',
    title: 'Whose',
    value: ({ from, counted }) => (counted ? from : 'left out'),
    show: ({ from, counted, changes }) =>
      !counted ? (
        <Status kind="amber" word="Not counted here" />
      ) : from === 'pack' ? (
        'the pack’s'
      ) : from === 'own' ? (
        <Status kind="blue" word="Your own course" />
      ) : (
        <span title={changes.map((one) => `${one.what}: published ${one.published}`).join('; ')}>
          <Status kind="blue" word={`Changed: ${changes.map(({ what }) => what.toLowerCase()).join(', ')}`} />
        </span>
      ),
    means: 'The pack that the course is from, or the trust’s own.',
  },
];

/** Which courses are counted and how, what the trust says otherwise, and what published packs ask. */
export default function CoursesScreen() {
  const trust = useTrust();
  const [open, setOpen] = useState<string | 'new' | null>(null);
  useOpened('course', setOpen);
  const courses = useQuery({
    queryKey: ['training courses', trust.code],
    queryFn: () => planner.training.courses({ trust: trust.code }),
  });
  const data = courses.data;
  const columns = useMemo(() => (data ? columnsFor(data, setOpen) : []), [data]);
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const asPublished = useAct((key: string) => planner.training.resetCourse({ trust: trust.code, key }), said);
  const changed = data?.courses.filter(({ from }) => from === 'changed') ?? [];
  return (
    <Page
      title="Courses and packs"
      subtitle={
        data
          ? `${trust.name} · ${data.pack.title}, version ${data.pack.version}; what you change is shown and stays yours`
          : trust.name
      }
      actions={
        data && (
          <>
            <PrintPage />
            <Button kind="main" onClick={() => setOpen('new')}>
              Add a course
            </Button>
          </>
        )
      }
    >
      <Answered query={courses}>
        {(answer) => (
          <>
            <div className="courses-table">
              <DataTable caption="Courses" columns={columns} rows={answer.courses} rowKey={({ key }) => key} />
            </div>
            {changed.length > 0 && (
              <>
                <h2>Your changes</h2>
                <ul>
                  {changed.map((course) => (
                    <li key={course.key}>
                      <strong>{course.name}</strong>
                      {course.counted
                        ? `: ${course.changes.map(({ what, published, own }) => `${what} ${own} (published: ${published})`).join('; ')} `
                        : ' is not counted here '}
                      <Button
                        aria-label={`${course.name} as published`}
                        onClick={() => asPublished.mutate(course.key, failed)}
                      >
                        As published
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <CompetenceNames data={answer} />
            <ComparePacks data={answer} />
            <h2>How sure the defaults are</h2>
            <ul>
              {answer.confidence.map(({ of, mark, basis }) => (
                <li key={of}>
                  <strong>{mark}</strong> <WithTerms>{`${of}: ${basis}`}</WithTerms>
                </li>
              ))}
            </ul>
            <p>
              V is read in the source, C worked out from it, K known without a source read (high, medium, low).
              Thresholds, months and days of each pack can be changed under Rules and defaults.
            </p>
          </>
        )}
      </Answered>
      {open !== null && data && (
        <CourseDialog
          key={open}
          data={data}
          course={data.courses.find(({ key }) => key === open) ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}
