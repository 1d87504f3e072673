import { type ReactNode, type Ref, type TableHTMLAttributes, useLayoutEffect, useRef } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyBlock } from './copy-table.ts';
import { useInsideTrust } from './inside-trust.ts';
import { counted } from './numbers.ts';
import { printAlone } from './printing.ts';
import { blockOfRows } from './table/block.ts';
import { type Definition, saidOnce } from './table/column.ts';
import { Definitions } from './table/Definitions.tsx';
import { drawnTable } from './table/drawn.ts';
import { exportedTable } from './table/exported.ts';
import { PaperTitle } from './table/PaperTitle.tsx';
import { ExportOrPrint } from './table/ExportOrPrint.tsx';
import { leavesTrust, pageAbout } from './table/page-about.ts';
import { readDrawn } from './table/read-drawn.ts';

interface DrawnTableProps extends TableHTMLAttributes<HTMLTableElement> {
  caption: string;
  /** What its headings mean: those that are no plain name or day. */
  definitions: readonly Definition[];
  /** More buttons beside copy and export. */
  tools?: ReactNode;
  /** The look of what scrolls around it. */
  scroll?: string;
  table?: Ref<HTMLTableElement>;
  children: ReactNode;
}

/**
 * A table that its screen draws cell by cell, since cells are typed into, two headings cross, or rows belong below each
 * other: no list to arrange. It is copied, exported and printed as it stands, and says how many rows and columns it has.
 */
export function DrawnTable(props: DrawnTableProps) {
  const { caption, definitions: given, tools, scroll = '', table, className = 'table', children, ...rest } = props;
  const definitions = saidOnce(given);
  const section = useRef<HTMLDivElement>(null);
  const own = () => section.current?.querySelector<HTMLTableElement>('.table-scroll > table') ?? null;
  const mark = useInsideTrust();
  useLayoutEffect(() => {
    const drawn = own();
    if (!drawn || rest['aria-rowcount'] !== undefined) return;
    const rows = [...drawn.rows];
    const widths = rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0));
    drawn.setAttribute('aria-rowcount', String(rows.length));
    drawn.setAttribute('aria-colcount', String(Math.max(0, ...widths)));
  });
  const read = () => {
    const drawn = own();
    return drawnTable(drawn ? readDrawn(drawn) : []);
  };
  const copy = () => {
    const { columns, lines } = read();
    const rows = lines.map((line) => (line.kind === 'row' ? line.row : [line.name]));
    copyBlock(blockOfRows(columns, rows, true, leavesTrust(section.current) ? undefined : mark));
    announce(`Copied ${counted(rows.length, 'row')}. Paste into a spreadsheet.`);
  };
  const exported = () => {
    const { title, about } = pageAbout(section.current);
    const { columns, lines } = read();
    return exportedTable(
      { title: caption, subtitle: [title, about].filter(Boolean).join(' · ') },
      columns,
      lines,
      definitions,
    );
  };
  return (
    <div className="data-table" ref={section}>
      <PaperTitle caption={caption} />
      <div className="table-tools">
        <span>
          {tools}{' '}
          <Button aria-label={`Copy ${caption}`} onClick={copy}>
            Copy
          </Button>{' '}
          <ExportOrPrint
            caption={caption}
            table={exported}
            onPrint={() => section.current && printAlone(section.current)}
          />
        </span>
      </div>
      <div className={`table-scroll ${scroll}`}>
        <table {...rest} className={className} ref={table}>
          <caption className="unseen">{caption}</caption>
          {children}
        </table>
      </div>
      <Definitions of={definitions} />
    </div>
  );
}
