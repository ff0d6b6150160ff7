import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/platform/database/database';
import { dumpSchema } from './support/schema-dump';
import { cloneDatabase } from './support/servers';
import { ROOT } from './support/source-files';

describe('the schema', () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const clone = await cloneDatabase('empty');
    drop = clone.drop;
    database = await new DataSource(databaseOptions(clone.url)).initialize();
  });

  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  it('is the one committed in schema.sql (after a migration: npm run schema)', async () => {
    const dump = await dumpSchema(database);
    if (process.env.WRITE_SCHEMA) writeFileSync(join(ROOT, 'schema.sql'), dump);
    expect(dump).toBe(readFileSync(join(ROOT, 'schema.sql'), 'utf8'));
  });

  it('can be taken back to nothing and built again', async () => {
    const before = await dumpSchema(database);
    for (const _ of database.migrations) await database.undoLastMigration();
    const [{ left }] = await database.query(
      `SELECT count(*)::int AS left FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    expect(left).toBe(1);
    await database.runMigrations();
    expect(await dumpSchema(database)).toBe(before);
  });
});
