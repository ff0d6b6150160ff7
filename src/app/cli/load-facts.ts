import { systemCaller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Clock } from '../../platform/clock/clock';
import { ConfigError, type Config } from '../../platform/config/config';
import { loadFacts } from '../sample/load-facts';
import { withDatabase } from './database';

/** Loads the facts of `data/`, and nothing illustrative, into a system that has no units yet. */
export function loadFactsCommand(config: Config): Promise<void> {
  return withDatabase(config, async (database) => {
    const units: unknown[] = await database.query('SELECT 1 FROM unit LIMIT 1');
    if (units.length > 0)
      throw new ConfigError('There are units already; facts are loaded into an empty system only.');
    await new Changes(database).run(systemCaller(new Clock().now(), 'cli'), loadFacts);
    process.stdout.write('Calendars, units, indexes and published results are loaded.\n');
  });
}
