import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  text: AsyncIterable<string> | Iterable<string>;
}

const [VERSION, SIZES_FOLLOW_AND_UTF8, DEFLATED, FIRST_DAY] = [20, 0x0808, 8, 0x21];

/** A zip of texts, packed piece by piece: however long a part is, only a piece of it is in memory. */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const label = Buffer.from(name);
    const facts = { crc: 0, packed: 0, size: 0 };
    const local = Buffer.concat([word(0x04034b50), common(label, facts), label]);
    yield local;
    for await (const piece of packedOf(text, facts)) yield piece;
    yield Buffer.concat([word(0x08074b50), ...[facts.crc, facts.packed, facts.size].map(word)]);
    directory.push(directoryEntry(label, facts, offset));
    offset += local.length + facts.packed + 16;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  yield Buffer.concat(directory);
  yield Buffer.concat([
    ...[word(0x06054b50), word(0), short(directory.length), short(directory.length)],
    ...[word(length), word(offset), short(0)],
  ]);
}

interface Facts {
  crc: number;
  packed: number;
  size: number;
}

async function* packedOf(text: ZipPart['text'], facts: Facts): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  const packing = pipeline(Readable.from(counted(text, facts)), deflate);
  // The reading below fails with it, and says so first.
  packing.catch(() => {});
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    facts.packed += piece.length;
    yield piece;
  }
  await packing;
}

async function* counted(text: ZipPart['text'], facts: Facts): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const data = Buffer.from(piece);
    facts.crc = crc32(data, facts.crc);
    facts.size += data.length;
    yield data;
  }
}

/** What the local header and the directory say alike. */
function common(label: Buffer, { crc, packed, size }: Facts): Buffer {
  return Buffer.concat([
    ...[VERSION, SIZES_FOLLOW_AND_UTF8, DEFLATED, 0, FIRST_DAY].map(short),
    ...[crc, packed, size].map(word),
    ...[label.length, 0].map(short),
  ]);
}

function directoryEntry(label: Buffer, facts: Facts, offset: number): Buffer {
  const tail = [short(0), short(0), short(0), word(0), word(offset), label];
  return Buffer.concat([word(0x02014b50), short(VERSION), common(label, facts), ...tail]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
