import { useState } from 'react';
import type { TableLayout, TableView } from '#contract';
import { Button } from '../Button.tsx';
import { Form } from '../Form.tsx';
import type { ChangeViews } from './views.ts';

interface KeptViewsProps {
  views: readonly TableView[];
  layout: TableLayout;
  onApply: (layout: TableLayout) => void;
  onChange: NonNullable<ChangeViews>;
}

/** The views that are kept of a table: to go to, to name anew, to remove, and to keep the one that stands. */
export function KeptViews({ views, layout, onApply, onChange }: KeptViewsProps) {
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const typed = name.trim();
  const keep = () => {
    if (typed === '') return;
    onChange(
      renaming === null
        ? { kind: 'keep', view: { name: typed, layout } }
        : { kind: 'rename', from: renaming, name: typed },
    );
    setName('');
    setRenaming(null);
  };
  return (
    <>
      <h3>Views kept of this table</h3>
      {views.length > 0 && (
        <ul className="arrange">
          {views.map((view) => (
            <li key={view.name}>
              <button type="button" className="link" onClick={() => onApply(view.layout)}>
                {view.name}
              </button>
              <Button
                aria-label={`Rename the view ${view.name}`}
                onClick={() => {
                  setRenaming(view.name);
                  setName(view.name);
                }}
              >
                Rename
              </Button>
              <Button
                aria-label={`Remove the view ${view.name}`}
                onClick={() => onChange({ kind: 'remove', name: view.name })}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form
        className="arrange__keep"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          keep();
        }}
      >
        <label className="filter">
          {renaming === null ? 'Keep columns, order, groups, sorting and filter as' : `Call “${renaming}”`}
          <input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </label>
        <Button type="submit" disabled={typed === ''}>
          {renaming === null ? 'Keep the view' : 'Rename the view'}
        </Button>
      </Form>
    </>
  );
}
