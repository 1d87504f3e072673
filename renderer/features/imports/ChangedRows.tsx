import type { ChangedRow, ChangeKind } from '#contract';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { DrawnTable } from '../../components/DrawnTable.tsx';

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

/** One page of a dry run: each row with what becomes of it, old and new beside each other. */
export function ChangedRows({ rows }: { rows: readonly ChangedRow[] }) {
  return (
    <DrawnTable
      caption="Rows of the file against what is stored"
      className="table changes"
      definitions={[
        { term: 'What', meaning: 'New, changed, unchanged, or no longer in the file.' },
        { term: 'Row', meaning: 'The row of the file.' },
        { term: 'Which', meaning: 'What tells the row from others.' },
      ]}
    >
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="number">
            Row
          </th>
          <th scope="col">Which</th>
          <th scope="col">Field</th>
          <th scope="col">Stored now</th>
          <th scope="col">In the file</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Lines key={keyOf(row)} row={row} />
        ))}
      </tbody>
    </DrawnTable>
  );
}

function Lines({ row }: { row: ChangedRow }) {
  const { what, known, stored, part } = row;
  const fields = what === 'changed' ? row.fields : [];
  const lines = Math.max(1, fields.length);
  const [first, ...others] = fields;
  return (
    <>
      <tr>
        <td rowSpan={lines}>
          <Status kind={shapes[what]} word={changeWords[what]} />
        </td>
        <td rowSpan={lines} className="number">
          {row.row?.toLocaleString('en-GB') ?? ''}
        </td>
        <th rowSpan={lines} scope="row">
          {known.map(({ value }) => value).join(' · ')}
          <div className="table__why">
            {part}
            {stored && `; stored by import ${stored.batch}, row ${stored.row.toLocaleString('en-GB')}`}
          </div>
        </th>
        {first ? <Cells field={first} /> : <td colSpan={3}>{allOf(row)}</td>}
      </tr>
      {others.map((field) => (
        <tr key={field.title}>
          <Cells field={field} />
        </tr>
      ))}
    </>
  );
}

function Cells({ field: { title, before, after } }: { field: ChangedRow['fields'][number] }) {
  return (
    <>
      <td>{title}</td>
      <td>{before ?? '(empty)'}</td>
      <td>
        <strong>{after ?? '(empty)'}</strong>
      </td>
    </>
  );
}

/** All that a new or a missing row says. */
function allOf({ fields }: ChangedRow): string {
  return fields
    .flatMap(({ title, before, after }) => ((after ?? before) ? [`${title} ${after ?? before}`] : []))
    .join(', ');
}

/** A row of a sheet may say several things: what each is known by tells them apart. */
function keyOf({ part, row, stored, known }: ChangedRow): string {
  return JSON.stringify([part, row, stored, known]);
}
