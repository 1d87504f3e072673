import type { ChangedRow, ChangeKind } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';

export const changeWords: Readonly<Record<ChangeKind, string>> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'The same',
  missing: 'Missing',
};
const shapes: Readonly<Record<ChangeKind, StatusKind>> = {
  new: 'blue',
  changed: 'amber',
  unchanged: 'green',
  missing: 'red',
};

/** A field of a row that changed; of any other row all that it says. */
interface Line {
  readonly key: string;
  readonly row: ChangedRow;
  readonly title: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

function linesOf(row: ChangedRow): Line[] {
  const key = keyOf(row);
  if (row.what === 'changed')
    return row.fields.map(({ title, before, after }) => ({
      key: `${key} ${title}`,
      row,
      title,
      before: before ?? '(empty)',
      after: after ?? '(empty)',
    }));
  const all = allOf(row);
  return [
    {
      key,
      row,
      title: null,
      ...(row.what === 'missing' ? { before: all, after: null } : { before: null, after: all }),
    },
  ];
}

const columns: Column<Line>[] = [
  {
    key: 'what',
    title: 'What',
    value: ({ row }) => changeWords[row.what],
    show: ({ row }) => <Status kind={shapes[row.what]} word={changeWords[row.what]} />,
  },
  {
    key: 'row',
    title: 'Row',
    number: true,
    value: ({ row }) => row.row,
    show: ({ row }) => row.row?.toLocaleString('en-GB') ?? '',
  },
  {
    key: 'which',
    title: 'Which',
    header: true,
    value: ({ row }) => row.known.map(({ value }) => value).join(' · '),
    show: ({ row: { known, part, stored } }) => (
      <>
        {known.map(({ value }) => value).join(' · ')}
        <div className="table__why">
          {part}
          {stored && `; stored by import ${stored.batch}, row ${stored.row.toLocaleString('en-GB')}`}
        </div>
      </>
    ),
    means: 'What tells the row from others.',
  },
  { key: 'field', title: 'Field', value: ({ title }) => title },
  {
    key: 'before',
    title: 'Stored now',
    value: ({ before }) => before,
    means: 'What is stored of the field; of a missing row all of it.',
  },
  {
    key: 'after',
    title: 'In the file',
    value: ({ after }) => after,
    show: ({ title, after }) => (title === null ? after : <strong>{after}</strong>),
    means: 'What the file says of the field; of a new row all of it.',
  },
];

/** One page of a dry run: each field that changes, old and new beside each other, and each row that is new or missing. */
export function ChangedRows({ rows }: { rows: readonly ChangedRow[] }) {
  return (
    <DataTable
      caption="Rows of the file against what is stored"
      className="changes"
      columns={columns}
      rows={rows.flatMap(linesOf)}
      rowKey={({ key }) => key}
    />
  );
}

/** All that a row says that is new, missing or the same. */
function allOf({ fields }: ChangedRow): string {
  return fields
    .flatMap(({ title, before, after }) => ((after ?? before) ? [`${title} ${after ?? before}`] : []))
    .join(', ');
}

/** A row of a sheet may say several things: what each is known by tells them apart. */
function keyOf({ part, row, stored, known }: ChangedRow): string {
  return JSON.stringify([part, row, stored, known]);
}
