import type { Appearance } from '#contract';
import { Dialog } from '../components/Dialog.tsx';
import { useAppearance, useChooseAppearance } from './appearance.ts';
import { DialogFoot } from '../components/DialogFoot.tsx';

const choices: { key: Appearance; name: string; means: string }[] = [
  { key: 'system', name: 'As the system has it', means: 'light by day and dark by night where Windows changes over' },
  { key: 'light', name: 'Light', means: 'dark text on white' },
  { key: 'dark', name: 'Dark', means: 'light text on a dark ground' },
];

/** Light or dark, for this PC. */
export function AppearanceDialog({ onClose }: { onClose: () => void }) {
  const chosen = useAppearance();
  const choose = useChooseAppearance();
  const shown = choose.isPending ? choose.variables : chosen;
  return (
    <Dialog title="Appearance" onClose={onClose}>
      <fieldset className="form__fieldset">
        <legend>Light or dark, on this PC</legend>
        {choices.map(({ key, name, means }) => (
          <label className="choice" key={key}>
            <input type="radio" name="appearance" checked={shown === key} onChange={() => choose.mutate(key)} />
            <span>
              <strong>{name}</strong>: {means}
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        High contrast, larger text and fewer movements are taken from Windows: Settings, Accessibility. What is printed
        is always light.
      </p>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
