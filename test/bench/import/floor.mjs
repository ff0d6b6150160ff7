// What PostgreSQL itself needs for the rows of an import: COPY of the very same rows into the very same tables, indexes,
// triggers and all. Import and COPY begin with the same database, a clone each.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';

/** Tables that an import writes itself; others are filled by their triggers. */
const TABLES = ['task', 'task_coordinator', 'task_component', 'journal_entry', 'outbox'];

/** Seconds of one import's reading of rows, of its writing, and of COPY for the same rows. */
export async function compare({ dist, server, base, planId, userId, file }) {
  const folder = mkdtempSync(join(tmpdir(), 'par-copy-'));
  // PostgreSQL writes the rows here, perhaps as another user.
  chmodSync(folder, 0o777);
  const names = [`${base}_import`, `${base}_copy`];
  try {
    for (const name of names) await clone(server, base, name);
    const imported = await importInto(dist, urlOf(server, names[0]), { planId, userId, file });
    await withClient(urlOf(server, names[0]), (client) => dump(client, folder, imported.since));
    const copied = await withClient(urlOf(server, names[1]), (client) => copy(client, folder));
    return { ...imported, copied: copied.seconds, rows: copied.rows };
  } finally {
    for (const name of names) await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The application's own code, in this process. The writing is what happens once the rows are read. */
async function importInto(dist, url, { planId, userId, file }) {
  const load = createRequire(join(dist, 'main.js'));
  const part = (name) => load(join(dist, name));
  load('reflect-metadata');
  const database = await part('platform/database/database.js').connect(url);
  try {
    const { Changes } = part('platform/change/changes.js');
    const { ImportPlan } = part('tasks/plans/import/import-plan.js');
    const { openAppendix } = part('tasks/plans/import/pick-sheet.js');
    const since = await lastRows(database);
    const [person] = await database.query(
      `SELECT u.unit_id AS "unitId", json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) AS grants
         FROM app_user u JOIN role_grant g ON g.user_id = u.id WHERE u.id = $1 GROUP BY u.id`,
      [userId],
    );
    const actor = { userId, name: 'bench', ...person };
    const caller = { actor, locale: 'vi', now: new Date(), requestId: 'bench' };
    const clock = timed(load('pg').Client);
    const begun = performance.now();
    const sheet = await openAppendix('a.xlsx', file);
    const opened = performance.now();
    const outcome = await new ImportPlan(database, new Changes(database)).commit(
      caller,
      planId,
      sheet,
      'bench',
    );
    const whole = (performance.now() - opened) / 1000;
    clock.stop();
    if (outcome.summary.rejected > 0)
      throw new Error(JSON.stringify(outcome.rows.find((row) => row.outcome === 'rejected')));
    return {
      since,
      opened: (opened - begun) / 1000,
      whole,
      written: clock.counted.seconds,
      tasks: outcome.summary.tasks,
    };
  } finally {
    await database.destroy();
  }
}

/** Counts the seconds between sending a statement and its answer, of every statement that this process sends. */
function timed(Client) {
  const counted = { seconds: 0 };
  const query = Client.prototype.query;
  Client.prototype.query = function (...statement) {
    const begun = performance.now();
    const count = () => (counted.seconds += (performance.now() - begun) / 1000);
    const last = statement.at(-1);
    if (typeof last === 'function') {
      statement[statement.length - 1] = (...answer) => (count(), last(...answer));
      return query.apply(this, statement);
    }
    return query.apply(this, statement).finally(count);
  };
  return { counted, stop: () => (Client.prototype.query = query) };
}

async function lastRows(database) {
  const [{ outbox }] = await database.query('SELECT coalesce(max(id), 0)::text AS outbox FROM outbox');
  const [{ journal }] = await database.query(
    'SELECT coalesce(max(id::text), $1) AS journal FROM journal_entry',
    ['0'],
  );
  const [{ task }] = await database.query(`SELECT coalesce(max(id::text), '0') AS task FROM task`);
  return { outbox, journal, task };
}

async function dump(client, folder, { outbox, journal, task }) {
  const rows = {
    task: `SELECT * FROM task WHERE id::text > '${task}'`,
    task_coordinator: `SELECT * FROM task_coordinator WHERE task_id::text > '${task}'`,
    task_component: `SELECT * FROM task_component WHERE task_id::text > '${task}'`,
    journal_entry: `SELECT * FROM journal_entry WHERE id::text > '${journal}' ORDER BY id`,
    outbox: `SELECT * FROM outbox WHERE id > ${outbox}`,
  };
  for (const table of TABLES) {
    const columns = (await columnsOf(client, table)).join(', ');
    await client.query(`COPY (SELECT ${columns} FROM (${rows[table]}) AS r) TO '${join(folder, table)}'`);
  }
}

async function copy(client, folder) {
  let rows = 0;
  const begun = performance.now();
  await client.query('BEGIN');
  for (const table of TABLES) {
    const columns = (await columnsOf(client, table)).join(', ');
    const { rowCount } = await client.query(`COPY ${table} (${columns}) FROM '${join(folder, table)}'`);
    rows += rowCount;
  }
  await client.query('COMMIT');
  return { seconds: (performance.now() - begun) / 1000, rows };
}

/** All but generated columns. */
async function columnsOf(client, table) {
  const { rows } = await client.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'
        AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => `"${column_name}"`);
}

export async function clone(server, base, name) {
  await onServer(
    server,
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name} TEMPLATE ${base}`,
  );
}

export function urlOf(server, name) {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

export function onServer(server, ...statements) {
  return withClient(server, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
