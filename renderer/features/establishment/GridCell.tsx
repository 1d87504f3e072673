import { CellContent } from './CellContent.tsx';
import { CellEditor, type CellEditorProps } from './CellEditor.tsx';
import type { CellText, GridColumn } from './columns.ts';
import type { Unsaved } from './entry.ts';

interface GridCellProps extends Pick<CellEditorProps, 'name' | 'onCommit' | 'onCancel'> {
  /** "row:column", by which the grid finds the cell to focus. */
  place: string;
  column: GridColumn;
  text: CellText;
  /** Where nothing can stand: neither known nor not known. */
  empty: boolean;
  editable: boolean;
  current: boolean;
  selected: boolean;
  unsaved: Unsaved | undefined;
  /** Text that the editor opens with; null while the cell is not edited. */
  editing: string | null;
  /** Its message opens to the left, where there would be no room to the right. */
  leftward: boolean;
}

/** A cell of the grid: what it shows, its editor, and what is wrong with what was typed. */
export function GridCell(props: GridCellProps) {
  const { place, column, text, empty, editable, current, selected, unsaved, editing, name, leftward } = props;
  const message = unsaved?.message ?? null;
  const messageId = `wrong-${place}`;
  const classes = [
    column.kind === 'wording' ? 'grid__wording' : 'number',
    editable ? 'grid__entered' : '',
    selected ? 'grid__selected' : '',
    message ? 'table__wrong' : '',
    text.negative ? 'grid__negative' : '',
  ];
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      data-place={place}
      tabIndex={current ? 0 : -1}
      // A cell of a grid may say so (WAI-ARIA 1.2, gridcell).
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
      aria-readonly={editable ? undefined : true}
      aria-selected={selected || undefined}
      aria-invalid={message ? true : undefined}
      aria-describedby={message && current && editing === null ? messageId : undefined}
    >
      {editing === null ? (
        (unsaved?.text ?? (!empty && <CellContent text={text} editable={editable} />))
      ) : (
        <CellEditor
          text={editing}
          name={name}
          list={column.field === 'requiredTool' ? 'requirement-tools' : undefined}
          describedBy={message ? messageId : undefined}
          onCommit={props.onCommit}
          onCancel={props.onCancel}
        />
      )}
      {message && current && (
        <span className={`grid__message ${leftward ? 'grid__message--leftward' : ''}`} id={messageId} role="alert">
          {message}
        </span>
      )}
    </td>
  );
}
