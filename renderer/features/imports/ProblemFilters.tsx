import type { Problem, View } from './problem-view.ts';
import { reasonText } from './reasons.ts';

interface ProblemFiltersProps {
  problems: readonly Problem[];
  view: View;
  onView: (view: View) => void;
}

/** Which problems are shown, and in what order. */
export function ProblemFilters({ problems, view, onView }: ProblemFiltersProps) {
  const columns = [...new Set(problems.map(({ group }) => group.column))].sort();
  const reasons = [...new Set(problems.map(({ group }) => group.reason))].sort();
  return (
    <>
      <Choice
        label="Column"
        value={view.column}
        options={[['', 'All columns'], ...columns.map((column) => [column, column] as const)]}
        onChange={(column) => onView({ ...view, column })}
      />
      <Choice
        label="Kind"
        value={view.reason}
        options={[['', 'All kinds of problem'], ...reasons.map((reason) => [reason, reasonText(reason)] as const)]}
        onChange={(reason) => onView({ ...view, reason })}
      />
      <Choice
        label="Show"
        value={view.state}
        options={[
          ['all', 'All'],
          ['open', 'To answer'],
          ['answered', 'Answered'],
        ]}
        onChange={(state) => onView({ ...view, state: state as View['state'] })}
      />
      <Choice
        label="Sort by"
        value={view.order}
        options={[
          ['rows', 'Most rows'],
          ['file', 'Row of the file'],
          ['column', 'Column'],
        ]}
        onChange={(order) => onView({ ...view, order: order as View['order'] })}
      />
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, title: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className="filter">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
