import type { Ref } from 'react';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { type Answer, answerText } from './answers.ts';
import { GroupRows } from './GroupRows.tsx';
import { ProblemAnswer } from './ProblemAnswer.tsx';
import type { ProblemSource } from './problem-source.ts';
import type { Problem } from './problem-view.ts';

interface ProblemLineProps {
  problem: Problem;
  source: ProblemSource;
  open: boolean;
  onOpen: (open: boolean) => void;
  onAnswer: (answer: Answer) => void;
  onMendAll: (value: string) => void;
  onTakeBack: () => void;
  onNext: () => void;
  /** Place in the whole list, from 0, and what measures the line there. */
  index: number;
  measure?: Ref<HTMLTableSectionElement>;
}

const whole = (value: number) => value.toLocaleString('en-GB');

/** One problem: what was read and what is expected, and its answer; its rows below where it is opened. */
export function ProblemLine({ problem, source, open, onOpen, index, measure, ...act }: ProblemLineProps) {
  const { group, answered } = problem;
  const { key, firstRow, column, read, expected, message, count, outcome } = group;
  const name = `${read || 'an empty cell'} in ${column}`;
  return (
    <tbody ref={measure} data-index={index}>
      <tr aria-rowindex={index + 2}>
        <td>
          {answered ? (
            <Status kind="green" word="Answered" />
          ) : outcome === 'refused' ? (
            <Status kind="red" word="To mend" />
          ) : (
            <Status kind="amber" word="To check" />
          )}
        </td>
        <td className="number">{whole(firstRow)}</td>
        <th scope="row">{column}</th>
        <td className={answered ? 'problem__read' : 'problem__read table__wrong'}>{read || '(empty)'}</td>
        <td>
          {expected}
          <div className="table__why">{message}</div>
        </td>
        <td className="number">
          {count === 1 ? (
            '1 row'
          ) : (
            <button
              type="button"
              className="link"
              aria-expanded={open}
              aria-label={`The ${count} rows with ${name}`}
              onClick={() => onOpen(!open)}
            >
              {whole(count)} rows
            </button>
          )}
        </td>
        <td>
          {answered ? (
            <span className="actions">
              <span>{answerText(answered)}</span>
              <Button data-answered={key} onClick={act.onTakeBack} aria-label={`Change the answer to ${name}`}>
                Change
              </Button>
            </span>
          ) : (
            <ProblemAnswer group={group} meanings={source.words[group.words ?? ''] ?? []} {...act} />
          )}
        </td>
      </tr>
      {open && !answered && (
        <tr>
          <td colSpan={7}>
            <GroupRows source={source} group={group} onAnswer={act.onAnswer} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
