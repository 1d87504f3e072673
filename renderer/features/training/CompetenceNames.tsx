import { useQuery } from '@tanstack/react-query';
import type { CompetenceShown, TrainingCoursesShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { nameIn } from './words.ts';

/** What the staff record calls what people did, and which course each name counts as: taught here, used at once. */
export function CompetenceNames({ data }: { data: TrainingCoursesShown }) {
  const trust = useTrust().code;
  const names = useQuery({
    queryKey: ['training competences', trust],
    queryFn: () => planner.training.competences({ trust }),
  });
  const teach = useAct(
    (input: { name: string; course: string | null }) => planner.training.teachCompetence({ trust, ...input }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const counted = data.courses.filter((course) => course.counted);
  const columns: Column<CompetenceShown>[] = [
    { key: 'name', title: 'The staff record says', header: true, value: ({ name }) => name },
    {
      key: 'rows',
      title: 'Rows',
      number: true,
      value: ({ rows }) => rows,
      means: 'Rows of training files with the name.',
    },
    {
      key: 'course',
      title: 'It counts as',
      value: ({ course }) => (course === null ? 'no course' : nameIn(data.courses, course)),
      show: ({ name, course }) => (
        <select
          className="cell-choice"
          aria-label={`What ${name} counts as`}
          value={course ?? ''}
          onChange={({ target }) =>
            teach.mutate({ name, course: target.value || null }, { onError: (error) => announce(sentence(error)) })
          }
        >
          <option value="">{course === null ? 'No course' : 'As the file was read'}</option>
          {counted.map(({ key, name: title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      ),
      means: 'The course that the name is counted as.',
    },
    {
      key: 'state',
      title: 'Status',
      value: (one) => stateOf(one).word,
      show: (one) => <Status {...stateOf(one)} />,
      means: 'Matched by the pack, by the trust, or not yet.',
    },
  ];
  return (
    <section>
      <h2>Names in the staff record</h2>
      <Answered query={names}>
        {(answer) =>
          answer.length === 0 ? (
            <p>No training file yet. The names that it has for what people did will be here, each with its course.</p>
          ) : (
            <DataTable
              caption="Names in the staff record and their courses"
              columns={columns}
              rows={answer}
              rowKey={({ name }) => name}
            />
          )
        }
      </Answered>
    </section>
  );
}

function stateOf({ listed, course }: CompetenceShown) {
  if (course === null) return { kind: 'blue', word: 'Counts for nothing' } as const;
  return listed
    ? ({ kind: 'green', word: 'Taught' } as const)
    : ({ kind: 'green', word: 'Known by its topic' } as const);
}
