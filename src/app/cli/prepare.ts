import type { Config } from '../../platform/config/config';
import { Clock } from '../../platform/clock/clock';
import { loadSampleProvince } from '../sample/load-sample';
import { samplePassword, samplePasswordFile } from '../sample/sample-password';
import { oneAtATime, withDatabase } from './database';

/** What every start does first: the schema, and outside production the sample province in an empty database. */
export function prepare(config: Config): Promise<void> {
  return withDatabase(config, (database) =>
    oneAtATime(database, async () => {
      await database.runMigrations();
      if (config.NODE_ENV === 'production') return;
      const { password, generated } = samplePassword(config);
      const loaded = await loadSampleProvince(database, password, new Clock().now());
      if (loaded) process.stdout.write('The sample province is loaded.\n');
      if (loaded && generated) {
        process.stdout.write(
          `Password of all sample sign-ins (shown once, kept in ${samplePasswordFile(config)}): ${password}\n`,
        );
      }
    }),
  );
}
