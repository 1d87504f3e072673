import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';

const keys = [
  ['Ctrl K', 'Go to a screen or a trust, or do something'],
  ['Ctrl Z', 'Undo the last change in this trust or LMNS (inside text: the field’s own undo)'],
  ['Ctrl Y, or Ctrl Shift Z', 'Do it again'],
  ['Tab, Shift Tab', 'Next and previous field or button'],
  ['Arrow keys', 'Move by cell where cells are edited'],
  ['Enter', 'Edit a cell, or press the button in focus'],
  ['Escape', 'Leave a cell without changing it, or close a dialog'],
  ['F8, Shift F8', 'Next and previous problem of an import'],
];

/** The keys that work. */
export function Keyboard({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
