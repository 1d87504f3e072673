import { useMemo } from 'react';
import type { Preceptor } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText, hoursText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { experienceText, preceptorStatus } from './preceptor-words.ts';

const columnsFor = (onOpen: (id: number) => void): Column<Preceptor>[] => [
  {
    key: 'name',
    title: 'Name',
    header: true,
    value: ({ name }) => name,
    show: ({ id, name, inPost }) => (
      <span className="post-name">
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {name}
        </button>
        <small>{inPost === false ? 'not on the newest staff list' : null}</small>
      </span>
    ),
  },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  { key: 'pattern', title: 'Shifts', value: ({ shiftPatternName }) => shiftPatternName },
  {
    key: 'prepared',
    title: 'Prepared',
    value: ({ prepared }) => prepared,
    show: ({ prepared }) => (prepared === null ? '–' : <span className="one-line">{dateText(prepared)}</span>),
    means: 'The day on which the preparation was done.',
  },
  {
    key: 'experience',
    title: 'Registered for',
    number: true,
    value: ({ experience }) => experience,
    show: ({ experience }) => experienceText(experience),
    means: 'Time since registration.',
  },
  {
    key: 'preceptees',
    title: 'Preceptees',
    value: ({ preceptees }) => preceptees.map(({ name }) => name).join(', '),
    show: ({ preceptees }) =>
      preceptees.map(({ name, active }) => `${name}${active ? '' : ' (not active)'}`).join(', ') || '–',
    means: 'Preceptees whom the preceptor has now.',
  },
  {
    key: 'given',
    title: 'Protected hours given',
    number: true,
    value: ({ given }) => given / 60,
    show: ({ given, owed }) => `${hoursText(given)}${owed > 0 ? ` of ${hoursText(owed)}` : ''}`,
    means: 'Protected hours of the preceptor that were recorded.',
  },
  {
    key: 'state',
    title: 'Status',
    value: (preceptor) => preceptorStatus(preceptor).word,
    show: (preceptor) => <Status {...preceptorStatus(preceptor)} />,
    means: 'Ready, full, over the limit, or not prepared.',
  },
];

/** The register, each of whose lines opens to be changed. */
export function PreceptorTable({ rows, onOpen }: { rows: Preceptor[]; onOpen: (id: number) => void }) {
  const columns = useMemo(() => columnsFor(onOpen), [onOpen]);
  return (
    <div className="people-table">
      <DataTable caption="Preceptors" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
