import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Main part of a package → media type of the whole. Those with macros have other main parts. */
const mainParts: [string, string][] = [
  ['wordprocessingml.document', 'wordprocessingml.document'],
  ['spreadsheetml.sheet', 'spreadsheetml.sheet'],
  ['presentationml.presentation', 'presentationml.presentation'],
].map(([part, whole]) => [
  `application/vnd.openxmlformats-officedocument.${part}.main+xml`,
  `application/vnd.openxmlformats-officedocument.${whole}`,
]);

/** The media type that an office document says of itself inside its zip; null for any other zip, and for macros. */
export async function officeTypeOf(file: FileHandle, size: number): Promise<string | null> {
  try {
    const entries = await directoryOf(file, size);
    const names = [...entries.keys()];
    if (names.some((name) => /vbaProject\.bin$|^(Basic|Scripts)\//i.test(name))) return null;
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

async function directoryOf(file: FileHandle, size: number): Promise<Map<string, Entry>> {
  const tail = await bytesOf(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  if (end < 0 || count > MOST_ENTRIES || length > MOST_BYTES) throw new Error('not a plain zip');
  const directory = await bytesOf(file, tail.readUInt32LE(end + 16), length);
  const entries = new Map<string, Entry>();
  for (let n = 0, at = 0; n < count; n++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('broken directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    entries.set(directory.toString('utf8', at + 46, at + 46 + nameLength), {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
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
