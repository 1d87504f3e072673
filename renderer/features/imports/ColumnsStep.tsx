import type { Inspection, Mapping } from '#contract';
import { BlankCells } from './BlankCells.tsx';
import { ColumnQuestions } from './ColumnQuestions.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';

type Recognised = Extract<Inspection, { kind: 'recognised' }>;
type FileColumn = Recognised['columns'][number];

/** Their column, our field, sample values, and what will be left out; each match can be changed. */
export function ColumnsStep({
  inspection,
  mapping,
  onChange,
}: {
  inspection: Recognised;
  mapping: Mapping;
  onChange: (part: Mapping) => void;
}) {
  const { columns, fields, words } = inspection;
  const match = (place: number, field: string) => {
    const before = columns.find((column) => column.place === place)?.field;
    const freed = before ? { [before]: null } : {};
    onChange({ fields: { ...mapping.fields, ...freed, ...(field ? { [field]: place + 1 } : {}) } });
  };
  // A column of a course may be left out: what else it could be is no field that is missing.
  const unmatched = fields.filter(({ place, ofColumn }) => place === null && ofColumn === null);
  const isMatrix = fields.some(({ ofColumn }) => ofColumn !== null);
  const counts = (competence: string, code: string) =>
    onChange({ codes: { ...mapping.codes, course: { ...mapping.codes?.['course'], [competence]: code } } });
  const left = columns.filter(({ field }) => field === null);
  const isGrouped = columns.some(({ givenOnce }) => givenOnce !== null);
  const fieldOf = ({ field }: FileColumn) => fields.find((option) => option.field === field);
  const nameOf = ({ heading, letter }: FileColumn) => heading || `column ${letter}`;
  const shown: Column<FileColumn>[] = [
    { key: 'letter', title: 'Column', value: ({ letter }) => letter, inOrder: columns.map(({ letter }) => letter) },
    {
      key: 'heading',
      title: 'Their heading',
      header: true,
      value: ({ heading }) => heading || '(no heading)',
      means: 'The heading of the column, as the file has it.',
    },
    {
      key: 'field',
      title: 'Our field',
      value: (column) => fieldOf(column)?.title ?? 'Leave out',
      show: (column) => (
        <select
          className="cell-choice"
          aria-label={`What ${nameOf(column)} is`}
          value={column.field ?? ''}
          onChange={(event) => match(column.place, event.target.value)}
        >
          <option value="">Leave out</option>
          {optionsFor(fields, column.place).map((option) => (
            <option key={option.field} value={option.field}>
              {option.title}
              {option.required ? ' (needed)' : ''}
            </option>
          ))}
        </select>
      ),
      means: 'What the planner reads the column as.',
    },
    ...(isMatrix
      ? [
          {
            key: 'course',
            title: 'Counts as the course',
            value: ({ course }: FileColumn) =>
              course && (words['course']?.find(({ code }) => code === (course.code ?? 'not_counted'))?.title ?? null),
            show: ({ course }: FileColumn) =>
              course && (
                <select
                  className="cell-choice"
                  aria-label={`The course that ${course.competence} counts as`}
                  value={course.code ?? 'not_counted'}
                  onChange={(event) => counts(course.competence, event.target.value)}
                >
                  {(words['course'] ?? []).map(({ code, title }) => (
                    <option key={code} value={code}>
                      {title}
                    </option>
                  ))}
                </select>
              ),
            means: 'The course of the planner that the competence of the column counts as.',
          },
        ]
      : []),
    {
      key: 'samples',
      title: 'First values',
      value: ({ samples }) => samples.slice(0, 3).join(' · '),
      means: 'What stands in the first rows of the column.',
    },
    ...(isGrouped
      ? [
          {
            key: 'blank',
            title: 'Blank cells',
            value: ({ givenOnce }: FileColumn) => givenOnce && (givenOnce.isOn ? 'the value above' : 'left blank'),
            show: (column: FileColumn) => {
              const { field, givenOnce } = column;
              if (!givenOnce || !field) return null;
              const onChanged = (isOn: boolean) => onChange({ filledDown: { ...mapping.filledDown, [field]: isOn } });
              return <BlankCells of={nameOf(column)} givenOnce={givenOnce} onChange={onChanged} />;
            },
            means: 'Whether a blank cell means what stands above it, or nothing.',
          },
        ]
      : []),
    {
      key: 'by',
      title: 'Matched by',
      value: (column) => matchedBy(fieldOf(column)),
      means: 'Why: its heading, what was remembered, or your own choice.',
    },
  ];
  return (
    <>
      <ColumnQuestions inspection={inspection} mapping={mapping} onChange={onChange} />
      <p role="status">
        {columns.length - left.length} of {columns.length} columns are read.{' '}
        {left.length > 0 && `Left out: ${left.map(({ heading, letter }) => heading || `column ${letter}`).join(', ')}.`}
      </p>
      {fields.some(({ dropped, place }) => dropped && place !== null) && (
        <p className="note">
          This trust keeps staff numbers only. What a column marked “not kept” holds is dropped while the file is read.
        </p>
      )}
      <DataTable
        caption="Columns of the file and what they mean"
        columns={shown}
        rows={columns}
        rowKey={({ place }) => place}
        steady
      />
      {unmatched.length > 0 && (
        <p className="note">
          No column for: {unmatched.map(({ title, required }) => title + (required ? ' (needed)' : '')).join(', ')}.
        </p>
      )}
    </>
  );
}

/** What a column may be: of the fields that belong to one column alone, its own. */
function optionsFor(fields: Recognised['fields'], place: number): Recognised['fields'] {
  return fields.filter(({ ofColumn }) => ofColumn === null || ofColumn === place);
}

function matchedBy(field: Recognised['fields'][number] | undefined): string {
  const kept = field?.dropped ? ', not kept' : '';
  switch (field?.by) {
    case 'heading':
      return `its heading${kept}`;
    case 'remembered':
      return `your earlier import${kept}`;
    case 'mapping':
      return `you, just now${kept}`;
    default:
      return 'left out';
  }
}
