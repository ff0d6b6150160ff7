import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The throw-away servers of this test run. Only these names are read, so a test can never reach live data. */
export function testServers(): { databaseUrl: string; redisUrl: string } {
  const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
  if (!databaseUrl || !redisUrl) throw new Error('No test servers. Run the tests with: npm test -- <file>');
  return { databaseUrl, redisUrl };
}

export function urlOf(database: string): string {
  const url = new URL(testServers().databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs statements against the server's own database: CREATE DATABASE cannot run inside another connection's pool. */
export async function onServer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: testServers().databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export type Template = 'empty' | 'sample';

export function templateName(template: Template): string {
  return `par_template_${process.env.PAR_TEST_RUN}_${template}`;
}

/** A database of its own for a test file, cloned from a migrated template in some 50 ms. */
export async function cloneDatabase(template: Template): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `par_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${templateName(template)}`);
  return { url: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
