/** One record of a text file: the line on which it starts, from 1, and its fields. */
export interface TextRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const [QUOTE, NEW_LINE, RETURN] = [0x22, 0x0a, 0x0d];
/** V8 copies shorter pieces of a string anyway; longer ones would keep the whole block in memory for as long as they live. */
const COPIED_BELOW = 13;
const MOST_KEPT = 10_000;

/** A field in quotation marks that is still open at the end of the text. */
export class UnclosedQuote extends Error {
  override readonly name = 'UnclosedQuote';
  readonly line: number;

  constructor(line: number) {
    super(`quotation mark of line ${line} not closed`);
    this.line = line;
  }
}

/**
 * Cuts delimited text into records (RFC 4180, with the usual liberties, read as Excel reads them): lines end in any of the
 * three ways, a quotation mark counts only at the start of a field, and what follows a closing one belongs to the field.
 */
export class DelimitedText {
  readonly #delimiter: number;
  readonly #kept = new Map<string, string>();
  #text = '';
  #line = 1;
  /** Where the field read last ended: at a delimiter, a line break, or the end of the text. */
  #end = 0;
  #linesInside = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Characters of a record that has begun but not ended. */
  get waiting(): number {
    return this.#text.length;
  }

  /** The line on which that record started. */
  get line(): number {
    return this.#line;
  }

  /** Takes more text and gives the records that are complete with it; all of them when it is the `last`. */
  *read(more: string, last: boolean): Generator<TextRecord> {
    const text = this.#text + more;
    let start = 0;
    while (start < text.length) {
      const fields: string[] = [];
      const line = this.#line;
      this.#linesInside = 0;
      const next = this.#record(text, start, last, fields);
      if (next < 0) break;
      this.#line = line + this.#linesInside + 1;
      start = next;
      yield { line, fields };
    }
    this.#text = text.slice(start);
    if (last && start < text.length) throw new UnclosedQuote(this.#line);
  }

  /** Answers where the next record starts, or -1 where this one is not complete. */
  #record(text: string, start: number, last: boolean, fields: string[]): number {
    let at = start;
    for (;;) {
      const quoted = text.charCodeAt(at) === QUOTE;
      const field = quoted ? this.#quotedField(text, at + 1, last) : this.#plainField(text, at);
      if (field === undefined) return -1;
      fields.push(field);
      const end = this.#end;
      if (end >= text.length) return last ? end : -1;
      at = end + 1;
      const stop = text.charCodeAt(end);
      if (stop === this.#delimiter) continue;
      if (stop === NEW_LINE || text.charCodeAt(at) !== NEW_LINE)
        return at < text.length || last || stop === NEW_LINE ? at : -1;
      return at + 1;
    }
  }

  #plainField(text: string, start: number): string {
    let at = start;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === this.#delimiter || char === NEW_LINE || char === RETURN) break;
    }
    this.#end = at;
    return this.#keep(text.slice(start, at));
  }

  /** From behind the opening quotation mark. */
  #quotedField(text: string, start: number, last: boolean): string | undefined {
    let field = '';
    let at = start;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0 || (close + 1 === text.length && !last)) return undefined;
      field += text.slice(at, close);
      at = close + 1;
      if (text.charCodeAt(at) !== QUOTE) break;
      field += '"';
      at++;
    }
    this.#linesInside += field.includes('\n') || field.includes('\r') ? (field.match(/\r\n?|\n/g)?.length ?? 0) : 0;
    const rest = this.#plainField(text, at);
    return this.#keep(field + rest);
  }

  #keep(field: string): string {
    if (field.length < COPIED_BELOW) return field;
    const known = this.#kept.get(field);
    if (known !== undefined) return known;
    const copy = Buffer.from(field, 'utf16le').toString('utf16le');
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(copy, copy);
    return copy;
  }
}
