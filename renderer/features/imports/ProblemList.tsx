import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ProblemGroup } from '#contract';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { useScreenCommand } from '../../components/screen-command.ts';
import { type Answers, withAnswer, withoutAnswer } from './answers.ts';
import { ProblemFilters } from './ProblemFilters.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import { mendsOfAll, type ProblemSource } from './problem-source.ts';
import { countText, firstView, problemsOf, viewed } from './problem-view.ts';

interface ProblemListProps {
  source: ProblemSource;
  answers: Answers;
  onAnswers: (change: (before: Answers) => Answers) => void;
  /** More buttons beside those for the next problem. */
  tools?: ReactNode;
}

/** So many problems are drawn as they are; of more only those in view. */
const atOnce = 60;
const LINE = 58;

/** Every problem with its answer in place: filtered, sorted, gone through by F8 and Shift F8. */
export function ProblemList({ source, answers, onAnswers, tools }: ProblemListProps) {
  const [view, setView] = useState(firstView);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  const all = problemsOf(source.groups, answers);
  const shown = viewed(all, view);
  const isLong = shown.length > atOnce;
  // The compiler leaves this component alone, as it must: the virtualizer's answers change by themselves.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    getItemKey: (index) => shown[index]?.group.key ?? index,
    overscan: 6,
    enabled: isLong,
  });
  const lines = isLong ? virtual.getVirtualItems().map(({ index }) => index) : shown.map((_, index) => index);
  const goTo = useGoTo(box, (key) => {
    const index = shown.findIndex(({ group }) => group.key === key);
    if (isLong && index >= 0) virtual.scrollToIndex(index, { align: 'center' });
  });
  const step = (by: 1 | -1, from = box.current?.ownerDocument.activeElement?.closest('tbody')) => {
    const open = shown.flatMap(({ group, answered }, index) => (answered === null ? [{ key: group.key, index }] : []));
    if (open.length === 0) return announce(countText(all));
    const at = Number(from?.getAttribute('data-index') ?? (by === 1 ? -1 : shown.length));
    const next =
      by === 1
        ? (open.find(({ index }) => index > at) ?? open[0])
        : (open.filter(({ index }) => index < at).at(-1) ?? open.at(-1));
    if (next) goTo(next.key);
  };
  useScreenCommand('next-problem', () => step(1));
  useScreenCommand('previous-problem', () => step(-1));

  const words = countText(all);
  const mendAll = async (group: ProblemGroup, value: string) => {
    const mends = await mendsOfAll(source, group, value);
    onAnswers((before) => withAnswer(before, group, { kind: 'cells', mends }));
  };
  const firstOf = virtual.getVirtualItems()[0]?.start ?? 0;
  const lastOf = virtual.getVirtualItems().at(-1)?.end ?? 0;

  return (
    <>
      <div className="problem__head">
        <h2>Problems</h2>
        <p role="status">
          {words}
          {shown.length < all.length && `. Shown: ${shown.length} of ${all.length}`}
        </p>
        <span className="actions">
          <Button onClick={() => step(-1, null)} aria-keyshortcuts="Shift+F8" title="Shift F8">
            Previous problem
          </Button>
          <Button onClick={() => step(1, null)} aria-keyshortcuts="F8" title="F8">
            Next problem
          </Button>
          {tools}
        </span>
      </div>
      <div className="problem__filters">
        <ProblemFilters problems={all} view={view} onView={setView} />
      </div>
      <div className={`table-scroll ${isLong ? 'problem__long' : ''}`} ref={box}>
        <table className="table problem" aria-rowcount={shown.length + 1}>
          <caption className="unseen">Problems of the file</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col" className="number">
                First row
              </th>
              <th scope="col">Column</th>
              <th scope="col">We read</th>
              <th scope="col">We expect</th>
              <th scope="col" className="number">
                How many
              </th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          {isLong && firstOf > 0 && <Space height={firstOf} />}
          {lines.map((index) => {
            const problem = shown[index];
            if (!problem) return null;
            const { group } = problem;
            return (
              <ProblemLine
                key={group.key}
                problem={problem}
                source={source}
                index={index}
                {...(isLong && { measure: virtual.measureElement })}
                open={opened.has(group.key)}
                onOpen={(open) => setOpened(toggled(opened, group.key, open))}
                onAnswer={(answer) => onAnswers((before) => withAnswer(before, group, answer))}
                onMendAll={(value) => void mendAll(group, value)}
                onTakeBack={() => {
                  onAnswers((before) => withoutAnswer(before, group.key));
                  goTo(group.key);
                }}
                onNext={() => step(1)}
              />
            );
          })}
          {isLong && <Space height={virtual.getTotalSize() - lastOf} />}
        </table>
      </div>
      {shown.length === 0 && <p className="note">No problem is like that. Choose other filters above.</p>}
    </>
  );
}

function Space({ height }: { height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={7} style={{ height, padding: 0, border: 0 }}>
          {'\u00a0'}
        </td>
      </tr>
    </tbody>
  );
}

/** Brings a problem into view and gives its answer the focus, as soon as it is drawn. */
function useGoTo(box: React.RefObject<HTMLElement | null>, show: (key: string) => void): (key: string) => void {
  const wanted = useRef<string | null>(null);
  const take = () => {
    if (wanted.current === null) return;
    const field = box.current?.querySelector<HTMLElement>(`[data-problem="${CSS.escape(wanted.current)}"]`);
    if (!field) return;
    wanted.current = null;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
  };
  useEffect(take);
  return (key) => {
    wanted.current = key;
    show(key);
    // At once where it is drawn already: what is typed next belongs to it.
    take();
    requestAnimationFrame(take);
  };
}

function toggled(before: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (on) after.add(key);
  else after.delete(key);
  return after;
}
