/** What a part of a workbook is read with. Names come without their prefix. */
export interface XmlReader {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** True ends the reading. */
  done?: boolean;
}

export class XmlUnreadable extends Error {}

/** Longest run between two marks; a cell holds 32,767 characters. */
const LONGEST = 1024 * 1024;

/**
 * Reads XML piece by piece as it is unpacked. It knows what spreadsheet programs write: elements, text, CDATA,
 * comments. Document types, and with them entities of one's own, are refused.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let depth = 0;
  for await (const chunk of chunks) {
    const piece = rest + decodeWith(decoder, chunk);
    const read = readPiece(piece, reader);
    depth += read.depth;
    rest = piece.slice(read.to);
    if (rest.length > LONGEST) throw new XmlUnreadable('a run without end');
    if (reader.done) return;
  }
  if (depth !== 0 || rest.trim() !== '') throw new XmlUnreadable('cut short');
}

function decodeWith(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new XmlUnreadable('not UTF-8');
  }
}

/** Reads up to the last mark that is whole; how much deeper it ended than it began. */
function readPiece(xml: string, reader: XmlReader): { to: number; depth: number } {
  let at = 0;
  let depth = 0;
  while (!reader.done) {
    const mark = xml.indexOf('<', at);
    if (mark < 0) break;
    if (xml.startsWith('<!DOCTYPE', mark)) throw new XmlUnreadable('a document type');
    const end = endOf(xml, mark);
    if (end < 0) break;
    if (mark > at) reader.text(decoded(xml.slice(at, mark)));
    at = end;
    depth += readMark(xml, mark, end, reader);
  }
  return { to: at, depth };
}

function readMark(xml: string, mark: number, end: number, reader: XmlReader): number {
  const second = xml[mark + 1];
  if (second === '?') return 0;
  if (second === '!') {
    if (xml.startsWith('<![CDATA[', mark)) reader.text(xml.slice(mark + 9, end - 3));
    return 0;
  }
  if (second === '/') {
    reader.close(localName(xml.slice(mark + 2, end - 1).trimEnd()));
    return -1;
  }
  const empty = xml[end - 2] === '/';
  const tag = xml.slice(mark + 1, empty ? end - 2 : end - 1);
  const blank = tag.search(/\s/);
  const name = localName(blank < 0 ? tag : tag.slice(0, blank));
  reader.open(name, blank < 0 ? '' : tag.slice(blank));
  if (empty) reader.close(name);
  return empty ? 0 : 1;
}

/** Where the mark that begins at `mark` ends; -1 when the rest has not come yet. */
function endOf(xml: string, mark: number): number {
  const second = xml[mark + 1];
  if (second === '?') return after(xml, '?>', mark + 2);
  if (second === '!') {
    // Long enough to tell a comment from CDATA.
    if (xml.length < mark + 9) return -1;
    return xml.startsWith('<!--', mark) ? after(xml, '-->', mark + 4) : after(xml, ']]>', mark + 9);
  }
  let quote = '';
  for (let at = mark + 1; at < xml.length; at++) {
    const sign = xml[at];
    if (quote === '' && sign === '>') return at + 1;
    if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
  }
  return -1;
}

function after(xml: string, close: string, from: number): number {
  const at = xml.indexOf(close, from);
  return at < 0 ? -1 : at + close.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern)
    patterns.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(["'])(.*?)\\1`, 's')));
  const value = pattern.exec(attributes)?.[2];
  return value === undefined ? undefined : decoded(value);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
