import type { Inspection, Mapping } from '#contract';
import { BlankCells } from './BlankCells.tsx';
import { ColumnQuestions } from './ColumnQuestions.tsx';
import { DrawnTable } from '../../components/DrawnTable.tsx';

type Recognised = Extract<Inspection, { kind: 'recognised' }>;

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
      <DrawnTable
        caption="Columns of the file and what they mean"
        definitions={[
          { term: 'Our field', meaning: 'What the planner reads the column as.' },
          { term: 'Matched by', meaning: 'Why: its heading, what was remembered, or your own choice.' },
        ]}
      >
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Their heading</th>
            <th scope="col">Our field</th>
            {isMatrix && <th scope="col">Counts as the course</th>}
            <th scope="col">First values</th>
            {isGrouped && <th scope="col">Blank cells</th>}
            <th scope="col">Matched by</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ place, letter, heading, field, course, givenOnce, samples }) => (
            <tr key={place}>
              <td>{letter}</td>
              <th scope="row">{heading || '(no heading)'}</th>
              <td>
                <select
                  className="cell-choice"
                  aria-label={`What ${heading || `column ${letter}`} is`}
                  value={field ?? ''}
                  onChange={(event) => match(place, event.target.value)}
                >
                  <option value="">Leave out</option>
                  {optionsFor(fields, place).map((option) => (
                    <option key={option.field} value={option.field}>
                      {option.title}
                      {option.required ? ' (needed)' : ''}
                    </option>
                  ))}
                </select>
              </td>
              {isMatrix && (
                <td>
                  {course && (
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
                  )}
                </td>
              )}
              <td>{samples.slice(0, 3).join(' · ')}</td>
              {isGrouped && (
                <td>
                  {givenOnce && field && (
                    <BlankCells
                      of={heading || `column ${letter}`}
                      givenOnce={givenOnce}
                      onChange={(isOn) => onChange({ filledDown: { ...mapping.filledDown, [field]: isOn } })}
                    />
                  )}
                </td>
              )}
              <td>{matchedBy(fields.find((option) => option.field === field))}</td>
            </tr>
          ))}
        </tbody>
      </DrawnTable>
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
