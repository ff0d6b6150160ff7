import type { DataSource } from 'typeorm';
import type { Config } from '../../platform/config/config';
import { connect } from '../../platform/database/database';

/** Lends a connection to a command and closes it again. */
export async function withDatabase<T>(
  config: Config,
  work: (database: DataSource) => Promise<T>,
): Promise<T> {
  const database = await connect(config.DATABASE_URL);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Runs `work` while no other process is inside here: two starts at once prepare the database one after the other. */
export async function oneAtATime<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const lock = database.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('par.prepare'))");
    return await work();
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('par.prepare'))");
    await lock.release();
  }
}
