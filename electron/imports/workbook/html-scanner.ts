/** Tags and texts of a page, in order. */
export interface HtmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const TAG_NAME = /[a-z][a-z0-9]*/iy;

/**
 * Tells a listener what a page is made of, as forgivingly as browsers are: nothing has to be closed. Comments, scripts and
 * styles are passed over. Yields after each tag, so that what was found can be handed on. Its time grows
 * with the length of the page, no faster.
 */
export function* scanHtml(page: string, listener: HtmlListener): Generator<void> {
  let at = 0;
  while (at < page.length) {
    const tag = page.indexOf('<', at);
    if (tag !== at) listener.text(page.slice(at, tag < 0 ? page.length : tag));
    if (tag < 0) return;
    if (page.startsWith('<!--', tag)) at = behind(page, '-->', tag + 4);
    else if (page[tag + 1] === '!' || page[tag + 1] === '?') at = behind(page, '>', tag);
    else at = readTag(page, tag, listener);
    yield;
  }
}

function readTag(page: string, tag: number, listener: HtmlListener): number {
  const closing = page[tag + 1] === '/';
  TAG_NAME.lastIndex = tag + (closing ? 2 : 1);
  const name = TAG_NAME.exec(page)?.[0].toLowerCase();
  if (name === undefined) {
    listener.text('<');
    return tag + 1;
  }
  const inside = TAG_NAME.lastIndex;
  const end = endOfTag(page, inside);
  if (closing) {
    listener.close(name);
    return end + 1;
  }
  if (name === 'script' || name === 'style' || name === 'title') return behindClosing(page, name, end + 1);
  listener.open(name, page.slice(inside, end));
  return end + 1;
}

/** The `>` of a tag, not one inside quotation marks; the end of the page where there is none. */
function endOfTag(page: string, from: number): number {
  for (let at = from; at < page.length; at++) {
    const char = page[at];
    if (char === '>') return at;
    if (char !== '"' && char !== "'") continue;
    const close = page.indexOf(char, at + 1);
    if (close < 0) return page.length;
    at = close;
  }
  return page.length;
}

function behind(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

function behindClosing(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  return closing.exec(page) === null ? page.length : behind(page, '>', closing.lastIndex);
}
