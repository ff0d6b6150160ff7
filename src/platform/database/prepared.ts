import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { EntityManager, QueryFailedError, QueryRunnerAlreadyReleasedError, type DataSource } from 'typeorm';

/** More texts than this go unnamed: each named one stays planned in every connection for good. */
const MOST_NAMES = 200;

const names = new Map<string, string>();

/**
 * Runs a statement that PostgreSQL parses and plans once a connection, not once a request. Only for statements whose
 * best plan is the same for all values; rows as they come, also of a change.
 */
export async function prepared<Row>(
  reader: DataSource | EntityManager,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = await clientOf(reader);
  try {
    const { rows } = await client.query<object>({ name: nameOf(text), text, values });
    return rows as Row[];
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}

/** The connection of the open transaction, or else the pool. */
async function clientOf(reader: DataSource | EntityManager): Promise<Pool | PoolClient> {
  const runner = reader instanceof EntityManager ? reader.queryRunner : undefined;
  if (runner?.isReleased) throw new QueryRunnerAlreadyReleasedError();
  if (runner) return (await runner.connect()) as PoolClient;
  const dataSource = reader instanceof EntityManager ? reader.dataSource : reader;
  return (dataSource.driver as unknown as { master: Pool }).master;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
