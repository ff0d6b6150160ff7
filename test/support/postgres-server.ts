import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '../../src/platform/database/database';
import { eventually } from './eventually';
import { ROOT } from './source-files';

/** A PostgreSQL of one test's own, migrated, so that the test may end it and start it again. Its data stands on disk. */
export class PostgresServer {
  private constructor(
    private readonly folder: string,
    readonly url: string,
    private pid: number,
  ) {}

  static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'par-postgres-'));
    const { url, pid } = await launch(folder);
    const server = new PostgresServer(folder, url, pid);
    const database = await connect(url);
    await database.runMigrations();
    await database.destroy();
    return server;
  }

  /** As a power cut ends it: the postmaster is killed, its children end with it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    process.kill(this.pid, signal);
    await eventually(async () => !exists(this.pid), 30);
  }

  /** Again at the same address; what was committed is there. */
  async startAgain(): Promise<void> {
    const { url, pid } = await launch(this.folder);
    if (url !== this.url) throw new Error('PostgreSQL came back at another address.');
    this.pid = pid;
  }

  async end(): Promise<void> {
    if (exists(this.pid)) await this.kill('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function launch(folder: string): Promise<{ url: string; pid: number }> {
  const program = join(ROOT, 'test/support/launch-postgres.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder]);
  return JSON.parse(stdout) as { url: string; pid: number };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
