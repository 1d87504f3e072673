import { unescapeExcel } from '../../imports/workbook/xml-text.ts';

/** A tag of a part, with its place in the part's text; comments, sections and instructions are passed over. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon; empty where it has none. */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  /** As written, between the name and the end of the tag. */
  readonly attributes: string;
}

const PIECE =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)((?:[^\s/>:]+:)?)([^\s/>:]+)((?:[^"'>/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>/g;

/** The tags of a part that is known to be sound XML, in order. */
export function* tagsOf(xml: string): Generator<Tag> {
  const piece = new RegExp(PIECE);
  for (let found = piece.exec(xml); found !== null; found = piece.exec(xml)) {
    const [whole, closing, prefix = '', name, attributes = '', empty] = found;
    if (name === undefined) continue;
    const kind = closing === '/' ? 'close' : empty === '/' ? 'empty' : 'open';
    yield { name, prefix, kind, start: found.index, end: found.index + whole.length, attributes };
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Text between two tags as a reader of the workbook sees it. */
export function textBetween(xml: string, from: number, to: number): string {
  const parts = xml.slice(from, to).split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>)/);
  const plain = parts.map((part) =>
    part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.startsWith('<') ? '' : unescape(part),
  );
  return unescapeExcel(plain.join('').replace(/\r\n?/g, '\n'));
}

/** The value of an attribute by the name that it is written under. */
export function attributeOf({ attributes }: Pick<Tag, 'attributes'>, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescape(found[1] ?? found[2] ?? '') : undefined;
}

/** A tag's attributes without some of them. */
export function without(attributes: string, names: readonly string[]): string {
  return attributes.replace(/(\s+)([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')/g, (whole, _space, name: string) =>
    names.includes(name) ? '' : whole,
  );
}

/** The tag with an attribute set, where it stands already or behind the others. */
export function withAttribute(tag: Tag, name: string, value: string): string {
  const { prefix, kind, attributes } = tag;
  const written = new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  const set = `${name}="${escaped(value)}"`;
  const all = written.test(attributes)
    ? attributes.replace(written, (_, space: string) => space + set)
    : `${attributes.trimEnd()} ${set}`;
  return `<${prefix}${tag.name}${all}${kind === 'empty' ? '/' : ''}>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What is to stand in a part between two places; an insertion begins and ends at the same one. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part with its patches, which must not overlap; those at one place keep their order. */
export function patched(xml: string, patches: readonly Patch[]): string {
  const inOrder = patches.map((patch, index) => ({ patch, index }));
  inOrder.sort((a, b) => a.patch.start - b.patch.start || a.patch.end - b.patch.end || a.index - b.index);
  let written = '';
  let at = 0;
  for (const { patch } of inOrder) {
    if (patch.start < at) throw new Error('Two changes of a part overlap');
    written += xml.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return written + xml.slice(at);
}
