import type { TableView } from '#contract';

interface ViewChoiceProps {
  caption: string;
  views: readonly TableView[];
  onChoose: (view: TableView) => void;
}

/** The views that were kept of a table, to arrange it by one of them. Nothing where there are none. */
export function ViewChoice({ caption, views, onChoose }: ViewChoiceProps) {
  if (views.length === 0) return null;
  return (
    <label className="filter" data-no-filter="">
      View
      <select
        value=""
        aria-label={`View of ${caption}`}
        onChange={({ target }) => {
          const view = views.find(({ name }) => name === target.value);
          if (view) onChoose(view);
        }}
      >
        <option value="">Choose…</option>
        {views.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
