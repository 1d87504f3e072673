import type { CellText } from './columns.ts';

/** A figure or words as a cell shows them: "not known" where it can be entered, a dash where it is worked out. */
export function CellContent({ text: { shown, part }, editable = false }: { text: CellText; editable?: boolean }) {
  if (shown === null)
    return editable ? (
      <span className="grid__unknown">not known</span>
    ) : (
      <>
        <span aria-hidden="true">–</span>
        <span className="unseen">no value</span>
      </>
    );
  return (
    <>
      {shown}
      {part && <span className="grid__part">{part}</span>}
    </>
  );
}
