import { type KeyboardEvent, useRef } from 'react';
import type { DueListItem } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { mainAction } from './due-ways.ts';
import { daysText, sinceText, whenTitles, whenWords, withWhom } from './words.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';

interface DueTableProps {
  items: DueListItem[];
  /** How many there are of each group, in view or not. */
  counts: Partial<Record<DueListItem['when'], number>>;
  onAct: (item: DueListItem) => void;
  onOpen: (item: DueListItem) => void;
}

/** The level that is to be told now; none while it is not overdue, or everybody was told. */
function nextLevel({ escalation }: DueListItem): string | null {
  const waiting = escalation.filter(({ reached, done }) => reached && done === null);
  const told = escalation.filter(({ done }) => done !== null);
  const [first] = waiting;
  if (first) return `Tell: ${first.name}${waiting.length > 1 ? ` and ${waiting.length - 1} more` : ''}`;
  return told.length > 0 ? `Told: ${told.map(({ name }) => name).join(', ')}` : null;
}

/** What is due, by when. Arrow keys go from line to line. */
export function DueTable({ items, counts, onAct, onOpen }: DueTableProps) {
  const body = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-due]');
    if (step === 0 || !row || !body.current) return;
    const rows = [...body.current.querySelectorAll<HTMLElement>('[data-due]')];
    const to = rows[rows.indexOf(row) + step];
    to?.querySelector<HTMLElement>('.button')?.focus();
    event.preventDefault();
  };
  const groups = [...new Set(items.map(({ when }) => when))];
  return (
    <DrawnTable
      caption="What is due"
      className="table due-table"
      table={body}
      onKeyDown={onKeyDown}
      definitions={[
        { term: 'When', meaning: 'Days from today to the day on which the step is due.' },
        { term: 'Status', meaning: 'Due against today, and who is to be told of what is overdue.' },
      ]}
    >
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">Unit, preceptor or mentor</th>
          <th scope="col">Status</th>
          <th scope="col">
            <span className="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const own = items.filter(({ when }) => when === group);
        return (
          <tbody key={group}>
            <tr className="table__group">
              <th scope="rowgroup" colSpan={6}>
                {whenTitles[group]} · {counts[group] ?? own.length}
              </th>
            </tr>
            {own.map((item) => (
              <tr key={`${item.key} ${item.step}`} data-due={`${item.key} ${item.step}`}>
                <td>
                  {daysText(item)}
                  <small>{sinceText(item)}</small>
                </td>
                <td>{item.what}</td>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onOpen(item)}>
                    {item.name}
                  </button>
                  <small>
                    {item.mentoring === null ? `${item.programmeName}, ${item.cohort}` : item.programmeName}
                  </small>
                </th>
                <td>
                  {item.unit ?? 'No unit'}
                  <small>{withWhom(item)}</small>
                </td>
                <td>
                  <Status {...whenWords[item.when]} />
                  {nextLevel(item) && <small>{nextLevel(item)}</small>}
                </td>
                <td>
                  <Button
                    onClick={() => onAct(item)}
                    aria-label={`${mainAction[item.kind]}: ${item.what}, ${item.name}`}
                  >
                    {mainAction[item.kind]}…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </DrawnTable>
  );
}
