import { createPortal } from 'react-dom';
import type { TableLayout, TableView } from '#contract';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { type Column, type Definition, headingOf } from './column.ts';
import { KeptViews } from './KeptViews.tsx';
import type { ChangeViews } from './views.ts';
import { DialogFoot } from '../DialogFoot.tsx';

interface ArrangeDialogProps<Row> {
  caption: string;
  /** All columns in their order. */
  ordered: readonly Column<Row>[];
  /** By what its rows can be put together. */
  groupable: readonly { readonly key: string; readonly title: string }[];
  definitions: readonly Definition[];
  layout: TableLayout;
  /** As the table is drawn of itself. */
  plain: TableLayout;
  views: readonly TableView[];
  onChange: (part: Partial<TableLayout>) => void;
  /** Null where there is no trust or LMNS in whose history a change of views would stand. */
  onViews: ChangeViews;
  onClose: () => void;
}

/** Which columns a table has and in which order, by what its rows are put together, and the views of it that are kept. */
export function ArrangeDialog<Row>(props: ArrangeDialogProps<Row>) {
  const { caption, ordered, groupable, definitions, layout, plain, views, onChange, onViews, onClose } = props;
  const keys = ordered.map(({ key }) => key);
  const shown = keys.length - layout.hidden.length;
  const move = (at: number, by: number) => {
    const order = [...keys];
    order.splice(at + by, 0, ...order.splice(at, 1));
    onChange({ order });
  };
  const toggle = (key: string) =>
    onChange({
      hidden: layout.hidden.includes(key) ? layout.hidden.filter((one) => one !== key) : [...layout.hidden, key],
    });
  // A table may stand in a form, and the views that are kept have one of their own.
  return createPortal(
    <Dialog title={`Arrange: ${caption}`} onClose={onClose}>
      <h3>Columns</h3>
      <ul className="arrange">
        {ordered.map((column, at) => (
          <li key={column.key}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!layout.hidden.includes(column.key)}
                disabled={column.stays || (shown === 1 && !layout.hidden.includes(column.key))}
                onChange={() => toggle(column.key)}
              />
              {headingOf(column)}
            </label>
            <Button aria-label={`${column.title}: further left`} disabled={at === 0} onClick={() => move(at, -1)}>
              <span aria-hidden="true">↑</span>
            </Button>
            <Button
              aria-label={`${column.title}: further right`}
              disabled={at === keys.length - 1}
              onClick={() => move(at, 1)}
            >
              <span aria-hidden="true">↓</span>
            </Button>
          </li>
        ))}
      </ul>
      {groupable.length > 0 && (
        <label className="filter">
          Put rows together by
          <select value={layout.group ?? ''} onChange={({ target }) => onChange({ group: target.value || null })}>
            <option value="">nothing</option>
            {groupable.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {onViews && <KeptViews views={views} layout={layout} onApply={onChange} onChange={onViews} />}
      {definitions.length > 0 && (
        <>
          <h3>What the words mean</h3>
          <dl className="facts">
            {definitions.map(({ term, meaning }) => (
              <div key={term} className="facts__pair">
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <DialogFoot onCancel={onClose} cancel="Done">
        <Button onClick={() => onChange(plain)}>As it was at first</Button>
      </DialogFoot>
    </Dialog>,
    document.body,
  );
}
