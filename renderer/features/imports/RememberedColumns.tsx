import { DrawnTable } from '../../components/DrawnTable.tsx';
type Columns = Record<string, string | number | null>;

type FilledDown = Readonly<Record<string, boolean>>;

interface RememberedColumnsProps {
  fields: readonly { field: string; title: string; required: boolean; groups: boolean }[];
  headings: readonly string[];
  columns: Columns;
  onChange: (columns: Columns) => void;
  filledDown: FilledDown;
  onFilledDown: (filledDown: FilledDown) => void;
}

const asItLooks = 'as its cells show';
const blanks = { true: 'the value above', false: 'left blank' } as const;

const byHeading = 'by heading';
const none = 'no column';

/** Each of our fields with their column and what its blank cells are, where a person said it; the others are told by the file. */
export function RememberedColumns({
  fields,
  headings,
  columns,
  onChange,
  filledDown,
  onFilledDown,
}: RememberedColumnsProps) {
  const change = (field: string, value: string) => {
    const { [field]: _before, ...others } = columns;
    onChange(value === byHeading ? others : { ...others, [field]: value === none ? null : value });
  };
  const fill = (field: string, value: string) => {
    const { [field]: _before, ...others } = filledDown;
    onFilledDown(value === asItLooks ? others : { ...others, [field]: value === 'true' });
  };
  return (
    <DrawnTable
      caption="Our fields and their columns"
      definitions={[
        { term: 'Their column', meaning: 'The heading under which the file has the field.' },
        { term: 'Blank cells', meaning: 'Whether a blank cell means what stands above it, or nothing.' },
      ]}
    >
      <thead>
        <tr>
          <th scope="col">Our field</th>
          <th scope="col">Their column</th>
          <th scope="col">Blank cells</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, title, required, groups }) => {
          const said = columns[field];
          const value = said === undefined ? byHeading : said === null ? none : String(said);
          const isOther = said != null && !headings.includes(String(said));
          return (
            <tr key={field}>
              <th scope="row">
                {title}
                {required && ' (needed)'}
              </th>
              <td>
                <select
                  className="cell-choice"
                  aria-label={`Column of ${title}`}
                  value={value}
                  onChange={(event) => change(field, event.target.value)}
                >
                  <option value={byHeading}>found by its heading</option>
                  {!required && <option value={none}>has no column</option>}
                  {isOther && <option value={value}>{value}</option>}
                  {headings.map((heading) => (
                    <option key={heading} value={heading}>
                      {heading}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {groups && (
                  <select
                    className="cell-choice"
                    aria-label={`What blank cells of ${title} are`}
                    value={filledDown[field] === undefined ? asItLooks : String(filledDown[field])}
                    onChange={(event) => fill(field, event.target.value)}
                  >
                    <option value={asItLooks}>{asItLooks}</option>
                    {Object.entries(blanks).map(([answer, text]) => (
                      <option key={answer} value={answer}>
                        {text}
                      </option>
                    ))}
                  </select>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DrawnTable>
  );
}
