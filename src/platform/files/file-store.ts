import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uuidv7 } from 'uuidv7';
import { fileProblem } from './file-problems';

const HASH = /^[0-9a-f]{64}$/;

/** A file that has arrived whole and belongs to nothing yet. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  /** Bytes. */
  size: number;
}

/**
 * Files named by the sha256 of their content, `<root>/<ab>/<hash>`: the same content is stored once, and no name that
 * a sender gave ever becomes a path. What has not arrived whole waits in `<root>/incoming`.
 */
export class FileStore {
  private readonly incoming: string;

  constructor(private readonly root: string) {
    this.incoming = join(root, 'incoming');
  }

  /** Writes a stream to a temporary file while hashing it. A stream that breaks, or a full disk, leaves nothing. */
  async receive(content: Readable): Promise<ReceivedFile> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, `${uuidv7()}.part`);
    const hash = createHash('sha256');
    let size = 0;
    const measured = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    };
    try {
      await pipeline(content, measured, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(path, { force: true });
      throw noRoom(error) ?? error;
    }
    return { path, sha256: hash.digest('hex'), size };
  }

  /** Puts a received file in its place, where it may stand already. */
  async keep({ path, sha256, size }: ReceivedFile): Promise<void> {
    const place = this.placeOf(sha256);
    const present = await stat(place).catch(() => null);
    if (present?.size === size) return;
    try {
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(path, place);
    } catch (error) {
      throw noRoom(error) ?? error;
    }
    await settle(dirname(place));
  }

  /** Removes what `keep` did not take. */
  discard({ path }: ReceivedFile): Promise<void> {
    return rm(path, { force: true });
  }

  /** The file for reading, to be closed by the caller; null when the store does not hold it. */
  async open(sha256: string): Promise<FileHandle | null> {
    return open(this.placeOf(sha256), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  remove(sha256: string): Promise<void> {
    return rm(this.placeOf(sha256), { force: true });
  }

  /** Removes what processes that were killed left half received. */
  async sweep(before: Date): Promise<void> {
    for (const name of await oldIn(this.incoming, before)) {
      await rm(join(this.incoming, name), { force: true });
    }
  }

  /** The hashes of files received before a moment, a folder (one of at most 256) at a time. */
  async *keptBefore(before: Date): AsyncGenerator<string[]> {
    const folders = await readdir(this.root).catch(() => []);
    for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      yield (await oldIn(join(this.root, folder), before)).filter((name) => HASH.test(name));
    }
  }

  private placeOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('Not a sha256');
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

async function oldIn(folder: string, before: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtime < before) old.push(name);
  }
  return old;
}

/** The refusal, when the disk or the account's share of it is full. */
function noRoom(error: unknown): Error | null {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' ? fileProblem('file.no_room') : null;
}

/** A power cut forgets a rename until its folder is written; some systems offer no way to ask for that. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
