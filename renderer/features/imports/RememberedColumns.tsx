import { type Column, DataTable } from '../../components/DataTable.tsx';

type Columns = Record<string, string | number | null>;

type FilledDown = Readonly<Record<string, boolean>>;

interface OurField {
  field: string;
  title: string;
  required: boolean;
  groups: boolean;
}

interface RememberedColumnsProps {
  fields: readonly OurField[];
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
  const fillOf = (field: string) => {
    const said = filledDown[field];
    return said === undefined ? asItLooks : blanks[`${said}`];
  };
  const saidOf = (field: string) => {
    const said = columns[field];
    return said === undefined ? byHeading : said === null ? none : String(said);
  };
  const shown: Column<OurField>[] = [
    {
      key: 'field',
      title: 'Our field',
      header: true,
      value: ({ title, required }) => `${title}${required ? ' (needed)' : ''}`,
      means: 'What the planner reads.',
    },
    {
      key: 'column',
      title: 'Their column',
      value: ({ field }) => saidOf(field),
      show: ({ field, title, required }) => {
        const value = saidOf(field);
        const isOther = value !== byHeading && value !== none && !headings.includes(value);
        return (
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
        );
      },
      means: 'The heading under which the file has the field.',
    },
    {
      key: 'blank',
      title: 'Blank cells',
      value: ({ field, groups }) => (groups ? fillOf(field) : null),
      show: ({ field, title, groups }) =>
        groups && (
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
        ),
      means: 'Whether a blank cell means what stands above it, or nothing.',
    },
  ];
  return (
    <DataTable
      caption="Our fields and their columns"
      columns={shown}
      rows={fields}
      rowKey={({ field }) => field}
      steady
    />
  );
}
