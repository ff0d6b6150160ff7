import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { defineJob, Handles } from '../../platform/queue/job';
import { FileStore, type ReceivedFile } from '../../platform/files/file-store';

export const sweepEvidence = defineJob('evidence.sweep');

/** No upload takes this long, in milliseconds. */
const STALE = 24 * 3600 * 1000;

/** The files of evidence, under DATA_DIR/evidence. A row names no file that is not there; a file that no row names is swept. */
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

  /** Every day: what was left half received, and files that no row names since a process was killed before its commit. */
  @Handles(sweepEvidence)
  async sweep(_: object, now: Date): Promise<void> {
    const before = new Date(now.getTime() - STALE);
    await this.store.sweep(before);
    // A database without any file is a new or a wrong one: the files are another's.
    const named: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM evidence WHERE file_hash IS NOT NULL LIMIT 1',
    );
    if (named.length === 0) return;
    for await (const hashes of this.store.keptBefore(before)) {
      for (const sha256 of await this.unnamed(hashes)) await this.forgetUnused(sha256);
    }
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

  private async unnamed(hashes: string[]): Promise<string[]> {
    const rows: { hash: string }[] = await this.dataSource.query(
      `SELECT hash FROM unnest($1::text[]) AS hash WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.file_hash = hash)`,
      [hashes],
    );
    return rows.map(({ hash }) => hash);
  }

  open(sha256: string): Promise<FileHandle | null> {
    return this.store.open(sha256);
  }
}

/** One at a time per content, until the transaction ends: who keeps a file and who removes it see each other's rows. */
async function holdContent(manager: EntityManager, sha256: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
}
