import { useId, useRef, useState } from 'react';
import type { ProblemGroup } from '#contract';
import { Button } from '../../components/Button.tsx';
import type { Answer } from './answers.ts';
import { useHalfTyped } from './half-typed.ts';

interface ProblemAnswerProps {
  group: ProblemGroup;
  /** What a word may mean. */
  meanings: readonly { code: string; title: string }[];
  onAnswer: (answer: Answer) => void;
  /** Mends every row of the problem to one value. */
  onMendAll: (value: string) => void;
  /** Called where Enter has answered: the next problem takes the focus. */
  onNext: () => void;
}

/** The answer to a problem in place: what a word means, or the value that its cells should have. */
export function ProblemAnswer({ group, meanings, onAnswer, onMendAll, onNext }: ProblemAnswerProps) {
  const leave = (
    <Button
      data-problem={group.mend === 'none' ? group.key : undefined}
      onClick={() => {
        onAnswer({ kind: 'leave' });
        onNext();
      }}
      aria-label={`Leave out the ${group.count === 1 ? 'row' : `${group.count} rows`} with ${nameOf(group)}`}
    >
      Leave out
    </Button>
  );
  if (group.mend === 'none') return <span className="actions">{leave}</span>;
  return (
    <span className="actions">
      {group.mend === 'word' ? (
        <Meaning
          group={group}
          meanings={meanings}
          onChoose={(meaning) => onAnswer({ kind: 'word', ...meaning })}
          onNext={onNext}
        />
      ) : (
        <CellValue
          id={group.key}
          half={group.key}
          label={`${group.column}, ${group.count === 1 ? `row ${group.firstRow}` : `all ${group.count} rows`}: mended value`}
          read={group.read}
          suggested={meanings}
          onMend={onMendAll}
          onNext={onNext}
        />
      )}
      {leave}
    </span>
  );
}

interface MeaningProps extends Pick<ProblemAnswerProps, 'group' | 'meanings' | 'onNext'> {
  onChoose: (meaning: { code: string; title: string }) => void;
}

/** What a word means: a click takes it at once; by keys a list runs through its choices, so Enter or leaving takes one. */
function Meaning({ group, meanings, onChoose, onNext }: MeaningProps) {
  const [code, setCode] = useState('');
  const byKeys = useRef(false);
  const take = (chosen: string) => {
    const meaning = meanings.find((one) => one.code === chosen);
    if (meaning) onChoose(meaning);
  };
  return (
    <select
      className="cell-choice problem__answer"
      data-problem={group.key}
      aria-label={`What ${group.read} in ${group.column} means`}
      value={code}
      onPointerDown={() => {
        byKeys.current = false;
      }}
      onKeyDown={(event) => {
        byKeys.current = true;
        if (event.key !== 'Enter' || code === '') return;
        event.preventDefault();
        take(code);
        onNext();
      }}
      onChange={(event) => {
        setCode(event.target.value);
        if (!byKeys.current) take(event.target.value);
      }}
      onBlur={() => take(code)}
    >
      <option value="">It means…</option>
      {meanings.map(({ code: one, title }) => (
        <option key={one} value={one}>
          {title}
        </option>
      ))}
    </select>
  );
}

interface CellValueProps {
  /** The problem that the field answers; undefined for one of several rows. */
  id?: string;
  /** What tells the field apart from all others of the file. */
  half: string;
  label: string;
  read: string;
  /** What the cell may say. */
  suggested?: readonly { code: string; title: string }[];
  onMend: (value: string) => void;
  onNext: () => void;
}

/** A cell's value, to be typed over: Enter takes it and goes on, Escape brings back what was read. */
export function CellValue({ id, half, label, read, suggested = [], onMend, onNext }: CellValueProps) {
  const list = useId();
  const was = read === '(empty)' ? '' : read;
  const { text: typed, type, left } = useHalfTyped(half, was);
  const take = () => {
    left();
    if (typed.trim() !== was) onMend(typed.trim());
  };
  const field = (
    <input
      list={suggested.length > 0 ? list : undefined}
      className="cell-choice problem__answer"
      data-problem={id}
      aria-label={label}
      value={typed}
      placeholder="empty"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Escape') type(was);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
        onNext();
      }}
    />
  );
  if (suggested.length === 0) return field;
  return (
    <>
      {field}
      <datalist id={list}>
        {suggested.map(({ code, title }) => (
          <option key={code}>{title}</option>
        ))}
      </datalist>
    </>
  );
}

const nameOf = ({ read, column }: ProblemGroup) => `${read || 'an empty cell'} in ${column}`;
