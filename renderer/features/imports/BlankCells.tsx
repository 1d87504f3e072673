import type { Inspection } from '#contract';

type GivenOnce = NonNullable<Extract<Inspection, { kind: 'recognised' }>['columns'][number]['givenOnce']>;

const because: Record<GivenOnce['by'], string> = {
  values: 'seen in its cells',
  kind: 'usual in such files',
  remembered: 'your earlier import',
  mapping: 'you, just now',
};

/** Whether the blank cells of a column of groups are what stands above them, who says so, and the switch for it. */
export function BlankCells({
  of,
  givenOnce: { isOn, by, filled, blank },
  onChange,
}: {
  of: string;
  givenOnce: GivenOnce;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <>
      <select
        className="cell-choice"
        aria-label={`What blank cells of ${of} are`}
        value={isOn ? 'above' : 'nothing'}
        onChange={(event) => onChange(event.target.value === 'above')}
      >
        <option value="above">the value above</option>
        <option value="nothing">left blank</option>
      </select>
      <div className="table__why">
        {blank} blank below {filled} {filled === 1 ? 'value' : 'values'} in the first rows; {because[by]}
      </div>
    </>
  );
}
