type Columns = Record<string, string | number | null>;

interface RememberedColumnsProps {
  fields: readonly { field: string; title: string; required: boolean }[];
  headings: readonly string[];
  columns: Columns;
  onChange: (columns: Columns) => void;
}

const byHeading = 'by heading';
const none = 'no column';

/** Each of our fields with their column, where a person said it; the others are found by their headings. */
export function RememberedColumns({ fields, headings, columns, onChange }: RememberedColumnsProps) {
  const change = (field: string, value: string) => {
    const { [field]: _before, ...others } = columns;
    onChange(value === byHeading ? others : { ...others, [field]: value === none ? null : value });
  };
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="unseen">Our fields and their columns</caption>
        <thead>
          <tr>
            <th scope="col">Our field</th>
            <th scope="col">Their column</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, title, required }) => {
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
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
