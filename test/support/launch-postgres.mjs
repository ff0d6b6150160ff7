// A PostgreSQL of one test's own, for postgres-server.ts: `node launch-postgres.mjs <folder>` prints its address and pid.
import { startPostgres } from '../../scripts/embedded/postgres.mjs';

const { url, pid } = await startPostgres({ dataDir: process.argv[2] });
console.log(JSON.stringify({ url, pid }));
