import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Batch } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { clockText, dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { mappingOf } from './answers.ts';
import { LEFT_OUT_ANSWERS, useAnswers } from './answers-draft.tsx';
import { nothingSaid } from './kept-answers.ts';
import { ProblemList } from './ProblemList.tsx';
import { SaveProblems } from './SaveProblems.tsx';
import { leftOutMade } from './figures.ts';

const whole = (value: number) => value.toLocaleString('en-GB');
const rowsText = (count: number) => (count === 1 ? '1 row' : `${whole(count)} rows`);

/** The rows that an import left out: mended in place, then added to the import that they are of. */
export function LeftOutPage({ of, onDone }: { of: Batch; onDone: () => void }) {
  const batch = of.id;
  const { said, setSaid, note, below } = useAnswers({
    form: LEFT_OUT_ANSWERS,
    record: String(batch),
    fileName: of.fileName,
    isOver: false,
  });
  const { answers } = said;
  const input = { batch, ...mappingOf(answers) };
  const left = useQuery({
    queryKey: ['import left out', input],
    queryFn: () => planner.imports.leftOut(input),
    placeholderData: keepPreviousData,
  });
  const add = useAct(
    () => planner.imports.mendLeftOut(input),
    ({ joined, stillOut }) => {
      setSaid(nothingSaid);
      const rest = stillOut === 0 ? 'None is left out any more' : `${rowsText(stillOut)} stay left out`;
      return `${rowsText(joined)} joined the import. ${rest}`;
    },
  );
  const takeBack = useAct(
    (at: string) => planner.imports.takeBackMends({ batch, at }),
    () => 'Those rows are left out again',
  );
  const failed = add.error ?? takeBack.error;
  const facts = left.data?.batch;
  const ready = left.data?.ready ?? 0;
  return (
    <Page
      title={`Rows left out${facts ? `: ${facts.fileName}` : ''}`}
      subtitle={
        facts &&
        `${facts.title}, imported ${dateText(facts.committedAt)}, ${clockText(facts.committedAt)} by ${facts.committedBy} · what you mend here joins that import, and goes with it when it is undone`
      }
      actions={
        <>
          <Button onClick={onDone}>Back to imports</Button>
          <Button
            kind="main"
            disabled={ready === 0 || add.isPending || left.isPlaceholderData}
            onClick={() => add.mutate(undefined)}
          >
            {add.isPending ? 'Adding…' : `Add ${rowsText(ready)} to the import`}
          </Button>
        </>
      }
    >
      {failed && (
        <p className="note note--wrong" role="alert">
          {sentence(failed)}
        </p>
      )}
      {note}
      <Answered query={left}>
        {({ batch: taken, groups, words }) => {
          const { accepted, refused, ignored, mendedLater, rowsRead } = taken;
          const made = leftOutMade(taken, ready);
          return (
            <>
              <Figures>
                <Figure
                  name="Stored"
                  value={whole(accepted)}
                  making={made.ready}
                  remark={`${whole(rowsRead)} read − ${whole(refused)} left out − ${whole(ignored)} not data`}
                />
                <Figure
                  name="Left out"
                  value={whole(refused)}
                  making={made.refused}
                  remark="kept with the import as they were read"
                />
                <Figure
                  name="Mended now"
                  value={whole(ready)}
                  making={made.mendedNow}
                  remark="can be added to the import"
                />
                <Figure
                  name="Mended before"
                  value={whole(mendedLater.reduce((sum, { rows }) => sum + rows, 0))}
                  making={made.mendedBefore}
                  remark="added after the import"
                />
              </Figures>
              {refused === 0 ? (
                <EmptyState title="Nothing is left out">
                  <p>Every row of this file is stored.</p>
                </EmptyState>
              ) : (
                below(
                  <ProblemList
                    source={{
                      key: ['import left out', input],
                      groups,
                      words,
                      rows: (which, options) => planner.imports.leftOutRows({ ...input, ...which }, options),
                    }}
                    answers={answers}
                    onAnswers={(make) => setSaid((before) => ({ ...before, answers: make(before.answers) }))}
                    tools={<SaveProblems make={() => planner.imports.leftOutWorkbook({ batch })} />}
                  />,
                )
              )}
              {mendedLater.length > 0 && (
                <>
                  <h2>Added after the import</h2>
                  <ul className="choices">
                    {mendedLater.map(({ at, by, rows }) => (
                      <li key={at}>
                        {rowsText(rows)}, {dateText(at)}, {clockText(at)} by {by}{' '}
                        <Button
                          disabled={takeBack.isPending}
                          onClick={() => takeBack.mutate(at)}
                          aria-label={`Take out again the ${rowsText(rows)} added ${dateText(at)}, ${clockText(at)}`}
                        >
                          Take out again
                        </Button>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
