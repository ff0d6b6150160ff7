import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { FileStore, type ReceivedFile } from '../../platform/files/file-store';

/** No upload takes this long, in milliseconds. */
const STALE = 24 * 3600 * 1000;

/** The files of evidence, under DATA_DIR/evidence. A file is there exactly while a row names it. */
@Injectable()
export class EvidenceFiles implements OnApplicationBootstrap {
  private readonly store: FileStore;

  constructor(
    config: Config,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.store = new FileStore(join(config.DATA_DIR, 'evidence'));
  }

  onApplicationBootstrap(): Promise<void> {
    return this.store.sweep(new Date(this.clock.now().getTime() - STALE));
  }

  receive(content: Readable): Promise<ReceivedFile> {
    return this.store.receive(content);
  }

  discard(file: ReceivedFile): Promise<void> {
    return this.store.discard(file);
  }

  /** Puts the file in its place within the change that writes its row; `forgetUnused` when the change fails. */
  async keep(change: Change, file: ReceivedFile): Promise<void> {
    await holdContent(change.manager, file.sha256);
    await this.store.keep(file);
  }

  /** Removes a file that no row names, for example because the change that kept it failed. */
  async forgetUnused(sha256: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await holdContent(manager, sha256);
      const rows: unknown[] = await manager.query('SELECT 1 FROM evidence WHERE file_hash = $1 LIMIT 1', [
        sha256,
      ]);
      if (rows.length === 0) await this.store.remove(sha256);
    });
  }

  open(sha256: string): Promise<FileHandle | null> {
    return this.store.open(sha256);
  }
}

/** One at a time per content, until the transaction ends: who keeps a file and who removes it see each other's rows. */
async function holdContent(manager: EntityManager, sha256: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
}
