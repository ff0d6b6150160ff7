import type { Config } from '../../platform/config/config';
import { oneAtATime, withDatabase } from './database';

/** Brings the schema up to date. */
export function migrate(config: Config): Promise<void> {
  return withDatabase(config, async (database) => {
    const run = await oneAtATime(database, () => database.runMigrations());
    process.stdout.write(
      run.length > 0
        ? `Migrated: ${run.map(({ name }) => name).join(', ')}\n`
        : 'The schema is up to date.\n',
    );
  });
}
