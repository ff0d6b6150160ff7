import type { Socket } from 'node:net';
import { types, type Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/migrations';

// A `date` is a calendar day and stays the string it is; `numeric` points keep their exact decimals as numbers.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(types.builtins.INT8, Number);

/** How every process, the command line and the tests reach PostgreSQL. The schema changes by migrations only. */
export function databaseOptions(url: string, pool = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    migrations,
    synchronize: false,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: { max: pool, application_name: 'par-tracker', idle_in_transaction_session_timeout: 60_000 },
  };
}

/** An open connection pool for programs outside Nest. The caller destroys it. */
export async function connect(url: string): Promise<DataSource> {
  return new DataSource(databaseOptions(url, 2)).initialize();
}

/** What PostgreSQL may need for one answer while people or jobs wait for it. */
const SILENCE_MS = 60_000;

/**
 * Ends a connection of a pool on which nothing comes while somebody waits: behind a dead connection he would wait for ever,
 * and with him everybody who needs the job that he holds.
 */
export function endWhenSilent(client: Client): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const silent = new Error(`PostgreSQL has said nothing for ${SILENCE_MS / 1000} s`);
  stream.setTimeout(SILENCE_MS, () => stream.destroy(silent));
}
