import { Fragment, useRef } from 'react';
import type { Paper, PaperBlock, PaperTable } from '#contract';
import { Status } from './Status.tsx';
import { Definitions } from './Definitions.tsx';

/** A paper as it will be written: the same words, tables and charts on a page of the screen. */
export function PaperView({ paper, pictures }: { paper: Paper; pictures: string[] }) {
  const charts = paper.blocks.filter(({ kind }) => kind === 'chart');
  const page = useRef<HTMLElement>(null);
  const goTo = (part: number) => {
    const heading = page.current?.querySelectorAll<HTMLElement>('.paper__heading')[part];
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <div className="paper-page">
      <article className="paper" ref={page} aria-label={`${paper.title}, as it will be written`}>
        <h2 className="paper__title">{paper.title}</h2>
        <p className="paper__subtitle">{paper.subtitle}</p>
        {paper.blocks.map((block, index) => (
          <Fragment key={index}>
            <Block block={block} picture={pictures[charts.indexOf(block as (typeof charts)[number])]} />
          </Fragment>
        ))}
      </article>
      <nav className="paper-contents not-printed" aria-label="Parts of the report">
        <h2>In this report</h2>
        <ul>
          {partsOf(paper).map(({ title, complete }, part) => (
            <li key={title}>
              <button type="button" className="link" onClick={() => goTo(part)}>
                {title}
              </button>
              {!complete && (
                <div>
                  <Status kind="amber" word="Something to add" />
                </div>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** The parts of a paper by their headings; one with a note asks for something. */
function partsOf({ blocks }: Paper): { title: string; complete: boolean }[] {
  const parts: { title: string; complete: boolean }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) parts.push({ title: block.text, complete: true });
    const last = parts[parts.length - 1];
    if (block.kind === 'note' && last) last.complete = false;
  }
  return parts;
}

function Block({ block, picture }: { block: PaperBlock; picture: string | undefined }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3 className="paper__heading" tabIndex={-1}>
          {block.text}
        </h3>
      ) : (
        <h4>{block.text}</h4>
      );
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'note':
      return <p className="note">{block.text}</p>;
    case 'table':
      return <TableBlock table={block} />;
    case 'chart':
      return (
        <figure className="paper__chart">
          <figcaption>{block.title}</figcaption>
          <img alt={block.description} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture ?? '')}`} />
        </figure>
      );
    default:
      return <Definitions items={block.items} />;
  }
}

function TableBlock({ table }: { table: PaperTable }) {
  const kindOf = (column: number) => (table.columns[column]?.kind === 'figure' ? 'number' : undefined);
  return (
    <>
      {/* On a small window a wide table scrolls sideways: also by the arrow keys. */}
      <div className="table-scroll paper__table" role="group" aria-label={table.title} tabIndex={0}>
        <table className="table table--dense">
          <caption>{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map(({ heading }, column) => (
                <th key={heading} scope="col" className={kindOf(column)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ kind, cells }, index) => (
              <tr key={index} className={kind === 'total' ? 'table__total' : undefined}>
                {cells.map((text, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={column} className={kindOf(column)}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.notes.map((text) => (
        <p className="paper__note" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}
