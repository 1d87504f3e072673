import { decoderFor, encodingOfMark } from './encoding.ts';

export type FileKind =
  | 'empty'
  | 'zip'
  | 'compound'
  | 'old_xls'
  | 'html'
  | 'web_archive'
  | 'xml_spreadsheet'
  | 'text'
  | 'other';

/** The bytes at the front that decide; enough for the white space and comments that pages begin with. */
export const HEAD_BYTES = 2 ** 16;

const HTML =
  /^(?:\s|<!--(?:(?!-->)[^])*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|style|table|div|center|font|form|p|tr)\b/i;
const WEB_ARCHIVE = /^MIME-Version:[^]*?Content-Type:\s*multipart\/related/i;
const XML_SPREADSHEET = /^\s*<\?xml[^>]*>[^]*urn:schemas-microsoft-com:office:spreadsheet/i;

/** What a file is, by its first bytes; its name says little, since exports are often named after what they are not. */
export function kindOfFile(head: Buffer): FileKind {
  if (head.length === 0) return 'empty';
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4))) return 'zip';
  if (head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0 && head.readUInt32BE(4) === 0xa1b11ae1) return 'compound';
  if (isBareXls(head)) return 'old_xls';
  const text = textOfHead(head);
  if (text === undefined) return 'other';
  if (HTML.test(text)) return 'html';
  if (WEB_ARCHIVE.test(text)) return 'web_archive';
  if (XML_SPREADSHEET.test(text)) return 'xml_spreadsheet';
  return /^\s*(<\?xml|\{\\rtf|%PDF)/.test(text) ? 'other' : 'text';
}

/** Excel 2 to 4 wrote their records without a container: the first one begins the sheet or the workbook. */
function isBareXls(head: Buffer): boolean {
  return head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && head.length > 8 && head[3] === 0;
}

/** The beginning as text, or `undefined` where it holds what no text holds. */
function textOfHead(head: Buffer): string | undefined {
  const encoding = encodingOfMark(head);
  let text: string;
  try {
    text = decoderFor(encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'windows-1252').decode(head);
  } catch {
    return undefined;
  }
  const plain = text.replace(/^(\ufeff|ï»¿)/, '');
  if (/[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]/.test(plain)) return undefined;
  const ascii = plain.replace(/[^\x09-\x7e]/g, '').length;
  return encoding?.startsWith('utf-16') === true && ascii * 3 < plain.length ? undefined : plain;
}
