import { type Command, commands } from '#contract';
import { useSignedIn } from '../client/session.ts';
import { Dialog } from '../components/Dialog.tsx';
import { isTheirs } from './entries.ts';
import { keysInFocus } from './keys.ts';
import { DataTable, type Column } from '../components/DataTable.tsx';
import { DialogFoot } from '../components/DialogFoot.tsx';

const where = ({ insideText, works, keys }: Command): string =>
  [works === 'everywhere' ? null : works, keys.length > 0 && !insideText ? 'inside text it is the field’s own' : null]
    .filter(Boolean)
    .join('; ');

interface KeyLine {
  key: string;
  keys: string;
  does: string;
  works: string;
  /** The command whose keys they are; none of those that belong to what has the focus. */
  command?: Command;
}
const lines: KeyLine[] = [
  ...commands.map((command: Command) => ({
    key: command.id,
    keys: command.keys.join(', or ') || 'By the menu or Ctrl K',
    does: command.words,
    works: where(command) || 'everywhere',
    command,
  })),
  ...keysInFocus.map(([keys, does]) => ({ key: keys, keys, does, works: 'what has the focus' })),
];
const columns: Column<KeyLine>[] = [
  { key: 'keys', title: 'Keys', value: ({ keys }) => keys },
  { key: 'does', title: 'What they do', header: true, value: ({ does }) => does },
  { key: 'works', title: 'Where', value: ({ works }) => works },
];

/** All that can be done by command, with its keys and where it works. */
export function Keyboard({ onClose }: { onClose: () => void }) {
  const signedIn = useSignedIn();
  return (
    <Dialog title="What can be done, and its keys" wide onClose={onClose}>
      <DataTable
        caption="Commands and their keys"
        columns={columns}
        rows={lines.filter(({ command }) => !command || isTheirs(command, signedIn))}
        rowKey={({ key }) => key}
      />
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
