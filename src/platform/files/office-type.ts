import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 4 * 1024 * 1024;
const LARGE_ZIP_RECORDS = 56 + 20;

/** Main part of a package → media type of the whole. Those with macros have other main parts. */
const mainParts: [string, string][] = [
  ['wordprocessingml.document', 'wordprocessingml.document'],
  ['spreadsheetml.sheet', 'spreadsheetml.sheet'],
  ['presentationml.presentation', 'presentationml.presentation'],
].map(([part, whole]) => [
  `application/vnd.openxmlformats-officedocument.${part}.main+xml`,
  `application/vnd.openxmlformats-officedocument.${whole}`,
]);

/** Macros, and programs packed among the parts. */
const runnable =
  /vbaProject\.bin$|^(?:Basic|Scripts)\/|\.(?:exe|dll|scr|com|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|class|msi|lnk|sh)$/i;

/** The media type that an office document says of itself inside its zip; null for any other zip, and for macros. */
export async function officeTypeOf(file: FileHandle, size: number): Promise<string | null> {
  try {
    const entries = await directoryOf(file, size);
    const names = [...entries.keys()];
    if (names.some((name) => runnable.test(name))) return null;
    const types = entries.get('[Content_Types].xml');
    if (types) {
      const text = (await contentOf(file, types)).toString('utf8');
      return mainParts.find(([part]) => text.includes(`"${part}"`))?.[1] ?? null;
    }
    const mimetype = entries.get('mimetype');
    return mimetype ? (await contentOf(file, mimetype)).toString('latin1') : null;
  } catch {
    return null;
  }
}

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Where the directory of a zip ends, when the file ends exactly there; null for all else. */
export async function zipEndOf(file: FileHandle, size: number) {
  const tail = await bytesOf(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0 || at + 22 > tail.length || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) return null;
  return {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    position: size - tail.length + at,
  };
}

async function directoryOf(file: FileHandle, size: number): Promise<Map<string, Entry>> {
  const end = await zipEndOf(file, size);
  if (!end) throw new Error('not a plain zip');
  const { count, length, offset, position } = end;
  // Between the directory and its end stands nothing, or the two records of a large zip: else something is hidden.
  const gap = position - offset - length;
  const plain = gap === 0 || gap === LARGE_ZIP_RECORDS;
  if (!plain || count > MOST_ENTRIES || length > MOST_BYTES) throw new Error('not a plain zip');
  const directory = await bytesOf(file, offset, length);
  const entries = new Map<string, Entry>();
  for (let n = 0, at = 0; n < count; n++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('broken directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    // Of two parts with one name, programs differ in which they show.
    if (entries.has(name)) throw new Error('a name twice');
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  if (![...entries.values()].some((entry) => entry.offset === 0)) throw new Error('something in front');
  return entries;
}

async function contentOf(file: FileHandle, entry: Entry): Promise<Buffer> {
  if (Math.max(entry.packed, entry.unpacked) > MOST_BYTES) throw new Error('too large');
  const head = await bytesOf(file, entry.offset, 30);
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await bytesOf(file, start, entry.packed);
  return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: MOST_BYTES }) : packed;
}

/** Exactly these bytes; throws where the file ends before. */
async function bytesOf(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('cut short');
  return buffer;
}
