import { useState } from 'react';
import type { TableLayout, TableView } from '#contract';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { PLAIN } from './arrange.ts';
import type { Column, Definition } from './column.ts';

interface ArrangeDialogProps<Row> {
  caption: string;
  /** All columns in their order. */
  ordered: readonly Column<Row>[];
  groupable: readonly Column<Row>[];
  definitions: readonly Definition[];
  layout: TableLayout;
  views: readonly TableView[];
  onChange: (part: Partial<TableLayout>) => void;
  onKeep: (view: TableView) => void;
  onRemove: (name: string) => void;
  onClose: () => void;
}

/** Which columns a table has and in which order, by what its rows are put together, and the views of it that are kept. */
export function ArrangeDialog<Row>(props: ArrangeDialogProps<Row>) {
  const { caption, ordered, groupable, definitions, layout, views, onChange, onKeep, onRemove, onClose } = props;
  const [name, setName] = useState('');
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
  return (
    <Dialog title={`Arrange: ${caption}`} onClose={onClose}>
      <h3>Columns</h3>
      <ul className="arrange">
        {ordered.map(({ key, title }, at) => (
          <li key={key}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!layout.hidden.includes(key)}
                disabled={shown === 1 && !layout.hidden.includes(key)}
                onChange={() => toggle(key)}
              />
              {title}
            </label>
            <Button aria-label={`${title}: further left`} disabled={at === 0} onClick={() => move(at, -1)}>
              <span aria-hidden="true">↑</span>
            </Button>
            <Button
              aria-label={`${title}: further right`}
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
      <h3>Views kept of this table</h3>
      {views.length > 0 && (
        <ul className="arrange">
          {views.map((view) => (
            <li key={view.name}>
              <button type="button" className="link" onClick={() => onChange(view.layout)}>
                {view.name}
              </button>
              <Button aria-label={`Remove the view ${view.name}`} onClick={() => onRemove(view.name)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="arrange__keep"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (name.trim()) onKeep({ name: name.trim(), layout });
          setName('');
        }}
      >
        <label className="filter">
          Keep columns, order, groups, sorting and filter as
          <input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </label>
        <Button type="submit" disabled={name.trim() === ''}>
          Keep the view
        </Button>
      </form>
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
      <div className="dialog__actions">
        <Button kind="main" onClick={onClose}>
          Done
        </Button>
        <Button onClick={() => onChange(PLAIN)}>As it was at first</Button>
      </div>
    </Dialog>
  );
}
