import { inflateRawSync, crc32 } from 'node:zlib';

export interface ZipLimits {
  /** Sum of the unpacked sizes, in bytes. */
  unpacked: number;
  entries: number;
  /** Unpacked ÷ packed of one entry, asked of entries above one megabyte only. */
  ratio: number;
}

export class ZipTooLarge extends Error {}
export class ZipUnreadable extends Error {}

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/**
 * Unpacks the entries that `wanted` names. Sizes are refused as declared, before anything is unpacked, and an entry
 * that holds more than it declares is refused too, so a small file cannot fill the memory.
 */
export function unzip(
  content: Buffer,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Map<string, Buffer> {
  try {
    const entries = directoryOf(content, limits).filter(({ name }) => wanted(name));
    return new Map(entries.map((entry) => [entry.name, unpack(content, entry)]));
  } catch (error) {
    if (error instanceof ZipTooLarge) throw error;
    throw new ZipUnreadable((error as Error).message);
  }
}

function directoryOf(content: Buffer, limits: ZipLimits): Entry[] {
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no directory');
  const count = content.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ZipTooLarge(`${count} entries`);
  const entries: Entry[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (content.readUInt32LE(at) !== 0x02014b50) throw new Error('broken directory');
    if (content.readUInt16LE(at + 8) & 1) throw new Error('encrypted');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => content.readUInt16LE(at + field));
    entries.push({
      name: content.toString('utf8', at + 46, at + 46 + nameLength),
      method: content.readUInt16LE(at + 10),
      packed: content.readUInt32LE(at + 20),
      unpacked: content.readUInt32LE(at + 24),
      offset: content.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  checkSizes(entries, limits);
  return entries;
}

function checkSizes(entries: Entry[], limits: ZipLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > limits.unpacked) throw new ZipTooLarge(`${total} bytes`);
  const absurd = entries.find(
    ({ packed, unpacked }) => unpacked > 1_000_000 && unpacked > packed * limits.ratio,
  );
  if (absurd) throw new ZipTooLarge(absurd.name);
}

function unpack(content: Buffer, entry: Entry): Buffer {
  const start =
    entry.offset + 30 + content.readUInt16LE(entry.offset + 26) + content.readUInt16LE(entry.offset + 28);
  const packed = content.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Error(`method ${entry.method}`);
  // Zero means "no limit" to zlib.
  return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
}

/** A zip of the same entries without compression: exactly what was checked, whatever else the first file held. */
export function zipStored(files: Map<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of files) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, data);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label);
    offset += 30 + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
