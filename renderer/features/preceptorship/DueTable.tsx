import { useMemo } from 'react';
import type { DueListItem } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { mainAction } from './due-ways.ts';
import { daysText, roleBeside, sinceText, whenTitles, whenWords } from './words.ts';

interface DueTableProps {
  items: DueListItem[];
  onAct: (item: DueListItem) => void;
  onOpen: (item: DueListItem) => void;
}

export const dueKey = ({ key, step }: DueListItem) => `${key} ${step}`;

/** The level that is to be told now; none while it is not overdue, or everybody was told. */
function nextLevel({ escalation }: DueListItem): string | null {
  const waiting = escalation.filter(({ reached, done }) => reached && done === null);
  const told = escalation.filter(({ done }) => done !== null);
  const [first] = waiting;
  if (first) return `Tell: ${first.name}${waiting.length > 1 ? ` and ${waiting.length - 1} more` : ''}`;
  return told.length > 0 ? `Told: ${told.map(({ name }) => name).join(', ')}` : null;
}

const columns: Column<DueListItem>[] = [
  {
    key: 'due',
    title: 'When',
    value: ({ due, movedTo }) => movedTo ?? due,
    show: (item) => (
      <>
        <Status kind={whenWords[item.when].kind} word={daysText(item)} />
        <small>{sinceText(item)}</small>
      </>
    ),
    means: 'The day on which the step is due, or to which it was moved, and the days from today.',
  },
  { key: 'what', title: 'What', value: ({ what }) => what },
  { key: 'programme', title: 'Programme', value: ({ programmeName }) => programmeName },
  { key: 'cohort', title: 'Cohort', value: ({ cohort }) => cohort },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit, show: ({ unit }) => unit ?? 'No unit' },
  {
    key: 'with',
    title: 'Preceptor or mentor',
    value: ({ preceptor }) => preceptor,
    show: (item) => item.preceptor ?? `No ${roleBeside(item)} named`,
    means: 'The preceptor of a preceptee, or the mentor of somebody new in Band 7 or 8.',
  },
  {
    key: 'status',
    title: 'Status',
    value: ({ when }) => whenTitles[when],
    inOrder: Object.values(whenTitles),
    show: ({ when }) => <Status {...whenWords[when]} />,
    means: 'Due against today.',
  },
  {
    key: 'level',
    title: 'Escalation',
    value: nextLevel,
    means: 'Who is to be told now of what is overdue, or was told.',
  },
];

/** What is due, put together by when; of each the button that takes it off the list. */
export function DueTable({ items, onAct, onOpen }: DueTableProps) {
  const all = useMemo((): Column<DueListItem>[] => {
    const who: Column<DueListItem> = {
      key: 'name',
      title: 'Who',
      header: true,
      value: ({ name }) => name,
      show: (item) => (
        <>
          <button type="button" className="link" onClick={() => onOpen(item)}>
            {item.name}
          </button>
          <small>{item.mentoring === null ? `${item.programmeName}, ${item.cohort}` : item.programmeName}</small>
        </>
      ),
    };
    const act: Column<DueListItem> = {
      key: 'act',
      title: 'Actions',
      acts: true,
      stays: true,
      value: () => null,
      show: (item) => (
        <Button
          data-due={dueKey(item)}
          onClick={() => onAct(item)}
          aria-label={`${mainAction[item.kind]}: ${item.what}, ${item.name}`}
        >
          {mainAction[item.kind]}…
        </Button>
      ),
    };
    return [...columns.slice(0, 2), who, ...columns.slice(2), act];
  }, [onAct, onOpen]);
  return (
    <DataTable
      caption="What is due"
      className="due-table"
      columns={all}
      rows={items}
      rowKey={dueKey}
      group="status"
      hidden={['programme', 'cohort', 'status']}
    />
  );
}
