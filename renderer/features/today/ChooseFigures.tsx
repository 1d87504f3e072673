import { useState } from 'react';
import { MOST_FIGURES, type TodayFigures } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { figureText } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Chooses the figures to keep in sight, from all that the trust has. */
export function ChooseFigures({ figures, onClose }: { figures: TodayFigures; onClose: () => void }) {
  const trust = useTrust().code;
  const [chosen, setChosen] = useState<readonly string[]>(figures.chosen);
  const [search, setSearch] = useState('');
  const choose = useAct(
    (keys: string[] | null) => planner.today.chooseFigures({ trust, keys }),
    () => 'Saved the figures to keep in sight',
  );
  const send = (keys: string[] | null) => choose.mutate(keys, { onSuccess: onClose });
  const words = search.toLowerCase().split(/\s+/);
  const shown = figures.all.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  const isFull = chosen.length >= MOST_FIGURES;
  return (
    <Dialog title="Choose the figures to keep in sight" onClose={onClose}>
      <label className="filter">
        Search
        <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      <p role="status">
        {chosen.length} of {MOST_FIGURES} chosen.{isFull && ' To choose another, take one off first.'}
      </p>
      <ul className="today__all">
        {shown.map((figure) => {
          const isChosen = chosen.includes(figure.key);
          return (
            <li key={figure.key}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isFull && !isChosen}
                  onChange={() =>
                    setChosen(isChosen ? chosen.filter((key) => key !== figure.key) : [...chosen, figure.key])
                  }
                />
                <span>{figure.title}</span>
                <strong>{figureText(figure)}</strong>
              </label>
            </li>
          );
        })}
      </ul>
      {choose.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(choose.error)}
        </p>
      )}
      <DialogFoot save="Save" act="view" onSave={() => send([...chosen])} onCancel={onClose}>
        <Button onClick={() => send(null)}>The usual ones</Button>
      </DialogFoot>
    </Dialog>
  );
}
