import { createInflateRaw } from 'node:zlib';

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

/** A vetted archive: its entries are unpacked piece by piece, so that none is ever in memory as a whole. */
export interface Zip {
  has(name: string): boolean;
  /** ZipUnreadable when the entry is missing, damaged, or holds more than it declares. */
  chunks(name: string): AsyncGenerator<Buffer>;
}

const PIECE = 64 * 1024;

/** Sizes are refused as declared, before anything is unpacked, so a small file cannot fill the memory. */
export function openZip(content: Buffer, limits: ZipLimits): Zip {
  const entries = new Map(orUnreadable(() => directoryOf(content, limits)).map((each) => [each.name, each]));
  return {
    has: (name) => entries.has(name),
    async *chunks(name) {
      const entry = entries.get(name);
      if (!entry) throw new ZipUnreadable(`${name} is missing`);
      yield* unpacked(
        orUnreadable(() => packedOf(content, entry)),
        entry,
      );
    },
  };
}

function orUnreadable<T>(work: () => T): T {
  try {
    return work();
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
      name: content.toString('utf8', at + 46, at + 46 + nameLength).replace(/\\/g, '/'),
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

/** What is never read, such as pictures, counts too: it says what kind of file this is. */
function checkSizes(entries: Entry[], limits: ZipLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > limits.unpacked) throw new ZipTooLarge(`${total} bytes`);
  const absurd = entries.find(
    ({ packed, unpacked }) => unpacked > 1_000_000 && unpacked > packed * limits.ratio,
  );
  if (absurd) throw new ZipTooLarge(absurd.name);
}

function packedOf(content: Buffer, { offset, packed }: Entry): Buffer {
  const start = offset + 30 + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
  if (start + packed > content.length) throw new Error('cut short');
  return content.subarray(start, start + packed);
}

async function* unpacked(packed: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  if (entry.method !== 8) throw new ZipUnreadable(`method ${entry.method}`);
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.unpacked) throw new ZipUnreadable('more than declared');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ZipUnreadable ? error : new ZipUnreadable((error as Error).message);
  } finally {
    inflate.destroy();
  }
}
