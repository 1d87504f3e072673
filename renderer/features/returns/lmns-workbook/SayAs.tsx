import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';

interface SayAsProps {
  of: { trust: string; id: number };
  ours: string;
  list: string[];
}

/** Says a word of ours in one of the words that the cell's list takes, from now on everywhere in this workbook. */
export function SayAs({ of: { trust, id }, ours, list }: SayAsProps) {
  const say = useAct(
    (theirs: string) => planner.returns.sayInLmnsWorkbook({ trust, id, ours, theirs }),
    ({ label }) => label,
  );
  return (
    <select
      aria-label={`Say “${ours}” as`}
      value=""
      disabled={say.isPending}
      onChange={({ target }) => say.mutate(target.value)}
    >
      <option value="">Say it as…</option>
      {list.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}
