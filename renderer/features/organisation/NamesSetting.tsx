import type { Trust } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';

/** Whether imports of this trust keep names, or staff numbers only. */
export function NamesSetting({ trust }: { trust: Trust }) {
  const save = useAct(
    (drop: boolean) => planner.organisation.dropNames({ trust: trust.code, drop }),
    (_, drop) => (drop ? 'Imports drop names from now on' : 'Imports keep names from now on'),
  );
  return (
    <section>
      <h2>Names in imports</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={trust.dropsNames}
          disabled={save.isPending}
          onChange={(event) => save.mutate(event.target.checked)}
        />
        Drop names when files are imported, and keep staff numbers only
      </label>
      <p>
        Comments, notes and columns that no field reads are dropped with them, in problems, exports and remembered words
        too. People without a staff number, such as agency staff, become “Person 1”, “Person 2” of their file: the same
        person in another file is counted again. Names that are stored already stay until those imports are undone and
        imported again.
      </p>
      {save.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(save.error)}
        </p>
      )}
    </section>
  );
}
