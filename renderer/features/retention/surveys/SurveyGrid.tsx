import { useMemo, useState } from 'react';
import type { SurveyCell, SurveyIndicator, SurveyProblem, SurveyResults } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { refusedCells, sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import type { CellTrouble, EnteredCell } from '../../../components/enter-each.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';
import { counted } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { openPlace } from '../../../client/opened.ts';
import { againstStatus, scoreText, typedScore, unitText } from './words.ts';

const TOO_FEW = 'Too few answered';

/** Answers, scores and benchmarks by indicator, typed or pasted as a block, with earlier years and the action beside. */
export function SurveyGrid({ data }: { data: SurveyResults }) {
  const trust = useTrust().code;
  const [notice, setNotice] = useState<string | null>(null);
  const { survey, year, group } = data;
  const save = useAct((cells: SurveyCell[]) => planner.retention.enterSurvey({ trust, survey, year, group, cells }));
  const act = useAct(
    (indicator: string) => planner.retention.actOnFinding({ trust, survey, year, group, indicator }),
    ({ label }) => label,
  );
  const remove = useAct(
    (key: string) => planner.retention.removeSurveyIndicator({ trust, key }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const enter = async (cells: EnteredCell[]): Promise<CellTrouble[]> => {
    const sent = cells.map(({ row, column, text }) => ({
      indicator: row,
      column: column as SurveyCell['column'],
      text,
    }));
    try {
      const { notKept } = await save.mutateAsync(sent);
      const said =
        notKept > 0
          ? `${counted(notKept, 'score')} of fewer than ${data.smallest} answers ${notKept === 1 ? 'was' : 'were'} not kept.`
          : null;
      setNotice(said);
      announce(said ?? (cells.length > 1 ? `${cells.length} cells are entered.` : 'Saved'));
      return [];
    } catch (error) {
      const problems = refusedCells<SurveyProblem>(error);
      if (problems.length === 0) throw error;
      return cells.flatMap((cell) => {
        const found = problems.find((one) => one.indicator === cell.row && one.column === cell.column);
        return found ? [{ cell, message: found.message }] : [];
      });
    }
  };

  const columns = useMemo(
    (): EntryColumn<SurveyIndicator>[] => [
      {
        key: 'name',
        title: 'Indicator',
        wide: true,
        value: ({ name }) => name,
        show: ({ name, unit, better, isOwn }) => (
          <span className="post-name">
            {name}
            <small>
              {unitText[unit]} · {better} is better{isOwn && ' · added by your trust'}
            </small>
          </span>
        ),
      },
      {
        key: 'answers',
        title: 'Answers',
        means: 'People who answered the question.',
        number: true,
        text: ({ answers }) => (answers === null ? '' : String(answers)),
      },
      {
        key: 'score',
        title: 'Score',
        means: 'As the survey gives it. * where too few answered for it to be shown.',
        number: true,
        text: ({ score, suppressed }) => (suppressed ? '*' : typedScore(score)),
      },
      {
        key: 'benchmark',
        title: 'Benchmark',
        means: 'The score of similar organisations, as the survey gives it.',
        number: true,
        text: ({ benchmark }) => typedScore(benchmark),
      },
      {
        key: 'against',
        title: 'Beside the benchmark',
        means: 'Whether the score is better or worse, by which of the two is better for the indicator.',
        value: ({ against, suppressed }) => (suppressed ? TOO_FEW : against ? againstStatus[against].word : null),
        show: ({ against, suppressed }) =>
          suppressed ? <Status kind="blue" word={TOO_FEW} /> : against && <Status {...againstStatus[against]} />,
      },
      ...data.earlierYears.map(
        (earlier, at): EntryColumn<SurveyIndicator> => ({
          key: `year ${earlier}`,
          title: String(earlier),
          means: 'The score of that year.',
          number: true,
          show: (one) => {
            const then = one.earlier[at];
            return then ? scoreText(then.score, then.suppressed) : '–';
          },
        }),
      ),
      {
        key: 'action',
        title: 'Action',
        means: 'The action of the improvement plan that answers it.',
        value: ({ action }) => action?.name ?? null,
        show: ({ key, name, isOwn, answers, score, suppressed, action }) =>
          isOwn && score === null && answers === null && !suppressed ? (
            <Button
              kind="warning"
              aria-label={`Remove the indicator ${name}`}
              onClick={() => remove.mutate(key, { onError: (error) => setNotice(sentence(error)) })}
            >
              Remove
            </Button>
          ) : action ? (
            <button type="button" className="link" onClick={() => openPlace('action', action.key)}>
              {action.name}
            </button>
          ) : (
            score !== null && (
              <Button
                aria-label={`Make an action of ${name}`}
                onClick={() => act.mutate(key, { onError: (error) => announce(sentence(error)) })}
              >
                Make an action
              </Button>
            )
          ),
      },
    ],
    [data.earlierYears, act, remove],
  );
  return (
    <>
      <p className="grid-keys not-printed">
        Enter and the arrow keys go down and up, Tab goes across; a block of answers, scores and benchmarks can be
        pasted. Type * where the publisher shows no score. From fewer than {data.smallest} answers no score is kept.
      </p>
      {notice && (
        <p className="note" role="status">
          {notice}
        </p>
      )}
      <div className="survey-grid">
        <EntryTable
          caption="Results by indicator"
          columns={columns}
          rows={data.indicators}
          rowKey={({ key }) => key}
          rowName={({ name }) => name}
          recordOf={({ key }) => ({
            kind: 'survey_result',
            fields: { survey, year, respondents: group, indicator: key },
          })}
          onEnter={enter}
        />
      </div>
    </>
  );
}
