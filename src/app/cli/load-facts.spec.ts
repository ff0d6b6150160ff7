import { connect } from '../../platform/database/database';
import { readConfig } from '../../platform/config/config';
import { cloneDatabase, testServers } from '../../../test/support/servers';
import { loadFactsCommand } from './load-facts';

describe('load-facts', () => {
  it('loads what is known and nothing illustrative, once', async () => {
    const { url, drop } = await cloneDatabase('empty');
    const config = readConfig({
      DATABASE_URL: url,
      REDIS_URL: testServers().redisUrl,
      NODE_ENV: 'production',
    });
    await loadFactsCommand(config);
    const database = await connect(url);
    const [counts] = await database.query(
      `SELECT (SELECT count(*)::int FROM unit) AS units, (SELECT count(*)::int FROM result) AS results,
              (SELECT count(DISTINCT year)::int FROM calendar_year) AS years, (SELECT count(*)::int FROM app_user) AS people,
              (SELECT count(*)::int FROM plan) AS plans, (SELECT count(*)::int FROM edition WHERE illustrative) AS illustrative`,
    );
    expect(counts).toEqual({ units: 309, results: 139, years: 6, people: 0, plans: 0, illustrative: 0 });
    await expect(loadFactsCommand(config)).rejects.toThrow('There are units already');
    await database.destroy();
    await drop();
  });
});
