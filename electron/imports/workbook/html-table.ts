import type { HtmlListener } from './html-scanner.ts';
import { unescapeHtml } from './html-text.ts';
import type { MergedBlock } from './merges.ts';
import { refuse } from './refusal.ts';

/** A cell of a table in a page, with the block that it spans. Columns count from 0. */
export interface HtmlCell {
  readonly block: MergedBlock;
  readonly text: string;
}

interface OpenTable {
  readonly index: number;
  row: number;
  cells: HtmlCell[];
  /** For each column the last row that a cell of an earlier row reaches into; made when the first one does. */
  covered: Int32Array | undefined;
  next: number;
  cell: { readonly block: MergedBlock; pieces: string[] } | undefined;
}

const [WIDEST, TALLEST] = [1000, 65_534];
/** Bounds for pages that were made to cost time or memory. */
const [MOST_COLUMNS, MOST_ROWS, DEEPEST] = [1024, 1_048_576, 100];
const COLSPAN = /\scolspan\s*=["'\s]*(\d{1,9})/i;
const ROWSPAN = /\srowspan\s*=["'\s]*(\d{1,9})/i;
const LONGEST_ATTRIBUTES = 2000;

/**
 * Puts the cells of all tables of a page in their places (HTML Living Standard, 4.9.12), tables inside cells being tables of
 * their own, and tells of each row that has ended. Tables are numbered in the order in which they begin.
 */
export class HtmlTables implements HtmlListener {
  /** Tables begun so far. */
  count = 0;
  readonly #told: (table: number, row: number, cells: readonly HtmlCell[]) => void;
  readonly #open: OpenTable[] = [];

  constructor(told: (table: number, row: number, cells: readonly HtmlCell[]) => void) {
    this.#told = told;
  }

  open(name: string, attributes: string): void {
    if (name === 'table' && this.#open.length < DEEPEST) this.#begin();
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (name === 'br' || name === 'p' || name === 'div' || name === 'li') this.#table?.cell?.pieces.push('\n');
  }

  close(name: string): void {
    const table = this.#table;
    if (table === undefined) return;
    if (name === 'td' || name === 'th') closeCell(table);
    else if (name === 'tr') this.#closeRow(table);
    else if (name === 'table') this.#end(table);
    else if (name === 'p' || name === 'div' || name === 'li') table.cell?.pieces.push('\n');
  }

  text(text: string): void {
    this.#table?.cell?.pieces.push(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  /** Ends what the page left open. */
  finish(): void {
    for (let table = this.#table; table !== undefined; table = this.#table) this.#end(table);
  }

  get #table(): OpenTable | undefined {
    return this.#open[this.#open.length - 1];
  }

  #begin(): OpenTable {
    const table: OpenTable = { index: this.count++, row: 0, cells: [], covered: undefined, next: 0, cell: undefined };
    this.#open.push(table);
    return table;
  }

  #end(table: OpenTable): void {
    this.#closeRow(table);
    this.#open.pop();
  }

  #openRow(): void {
    const table = this.#table ?? this.#begin();
    this.#closeRow(table);
    if (++table.row > MOST_ROWS) refuse('too_large', `The table has more than ${MOST_ROWS} rows.`);
    table.next = 0;
  }

  #closeRow(table: OpenTable): void {
    closeCell(table);
    if (table.cells.length > 0) this.#told(table.index, table.row, table.cells);
    table.cells = [];
  }

  #openCell(attributes: string): void {
    const table = this.#table;
    if (table === undefined) return;
    if (table.row === 0) this.#openRow();
    closeCell(table);
    while ((table.covered?.[table.next] ?? 0) >= table.row) table.next++;
    const left = table.next;
    if (left >= MOST_COLUMNS) refuse('too_large', `The table has more than ${MOST_COLUMNS} columns.`);
    const right = left + span(attributes, COLSPAN, WIDEST) - 1;
    const bottom = table.row + span(attributes, ROWSPAN, TALLEST) - 1;
    if (bottom > table.row) {
      table.covered ??= new Int32Array(MOST_COLUMNS);
      table.covered.fill(bottom, left, right + 1);
    }
    table.next = right + 1;
    table.cell = { block: { top: table.row, left, bottom, right }, pieces: [] };
  }
}

function closeCell(table: OpenTable): void {
  if (table.cell === undefined) return;
  const lines = unescapeHtml(table.cell.pieces.join('')).split('\n');
  const text = lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
  table.cells.push({ block: table.cell.block, text });
  table.cell = undefined;
}

function span(attributes: string, pattern: RegExp, most: number): number {
  const said = attributes === '' ? undefined : pattern.exec(attributes.slice(0, LONGEST_ATTRIBUTES))?.[1];
  return Math.min(most, Math.max(1, Number(said ?? 1)));
}
