import { useMemo } from 'react';
import type { Mentoring } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { actionOf, bandText, nextText, stepStatus } from './mentor-words.ts';

const columnsFor = (onOpen: (id: number) => void, onAct: (mentoring: Mentoring) => void): Column<Mentoring>[] => [
  {
    key: 'name',
    title: 'Name',
    header: true,
    value: ({ name }) => name,
    show: ({ id, name, post }) => (
      <span className="post-name">
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {name}
        </button>
        <small>{post}</small>
      </span>
    ),
  },
  { key: 'band', title: 'Band', value: ({ band }) => band, show: ({ band }) => bandText(band) },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  {
    key: 'appointed',
    title: 'Appointed',
    value: ({ appointed }) => appointed,
    show: ({ appointed }) => dateText(appointed),
  },
  { key: 'mentor', title: 'Mentor', value: ({ mentor }) => mentor, show: ({ mentor }) => mentor ?? 'not named' },
  {
    key: 'next',
    title: 'Next',
    value: nextText,
    show: (mentoring) => nextText(mentoring) || 'nothing',
    means: 'The next step that is due.',
  },
  {
    key: 'status',
    title: 'Status',
    value: ({ next, ended }) => (next === null ? (ended ?? '') : next.due),
    show: ({ next, ended }) =>
      next === null ? (
        <Status kind="green" word={ended === null ? 'All done' : `Ended ${dateText(ended)}`} />
      ) : (
        <Status {...stepStatus(next)} />
      ),
    means: 'The next step against today.',
  },
  {
    key: 'act',
    title: 'Action',
    value: actionOf,
    show: (mentoring) =>
      actionOf(mentoring) && (
        <Button
          aria-label={`${actionOf(mentoring)}: ${mentoring.name}, ${mentoring.next?.name ?? ''}`}
          onClick={() => onAct(mentoring)}
        >
          {actionOf(mentoring)}
        </Button>
      ),
  },
];

/** Appointments with the next thing due of each; the first overdue ones first. */
export function MentorTable({
  rows,
  onOpen,
  onAct,
}: {
  rows: Mentoring[];
  onOpen: (id: number) => void;
  onAct: (mentoring: Mentoring) => void;
}) {
  const columns = useMemo(() => columnsFor(onOpen, onAct), [onOpen, onAct]);
  const byDue = useMemo(
    () => [...rows].sort((one, other) => ((one.next?.due ?? '9') < (other.next?.due ?? '9') ? -1 : 1)),
    [rows],
  );
  return (
    <div className="people-table">
      <DataTable caption="Appointments" columns={columns} rows={byDue} rowKey={({ id }) => id} />
    </div>
  );
}
