import { crc32, inflateRawSync } from 'node:zlib';

/** A zip without compression: what is written is what the reader sees. */
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

/** The contents of a small zip, entry by entry. */
export function unzip(content: Buffer): Map<string, Buffer> {
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  for (let n = content.readUInt16LE(end + 10), at = content.readUInt32LE(end + 16); n > 0; n--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => content.readUInt16LE(at + field));
    const offset = content.readUInt32LE(at + 42);
    const start = offset + 30 + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
    const packed = content.subarray(start, start + content.readUInt32LE(at + 20));
    const data = content.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(content.toString('utf8', at + 46, at + 46 + name), data);
    at += 46 + name + extra + comment;
  }
  return files;
}
