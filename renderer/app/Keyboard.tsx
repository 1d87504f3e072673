import { type Command, commands } from '#contract';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { keysInFocus } from './keys.ts';

const where = ({ insideText, works, keys }: Command): string =>
  [works === 'everywhere' ? null : works, keys.length > 0 && !insideText ? 'inside text it is the field’s own' : null]
    .filter(Boolean)
    .join('; ');

/** All that can be done by command, with its keys and where it works. */
export function Keyboard({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="What can be done, and its keys" wide onClose={onClose}>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Keys</th>
              <th scope="col">What they do</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {commands.map((command: Command) => (
              <tr key={command.id}>
                <td>{command.keys.join(', or ') || 'By the menu or Ctrl K'}</td>
                <th scope="row">{command.words}</th>
                <td>{where(command) || 'everywhere'}</td>
              </tr>
            ))}
            {keysInFocus.map(([keys, meaning]) => (
              <tr key={keys}>
                <td>{keys}</td>
                <th scope="row">{meaning}</th>
                <td>what has the focus</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
