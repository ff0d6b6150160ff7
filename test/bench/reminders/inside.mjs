// What is measured inside one process: the night's derivation and the sweep, called as their jobs call them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { median } from '../tasks/rounds.mjs';

/** The rooms of the application without HTTP and without a worker: {get(path, name), close()}. */
export async function openRooms({ dist, databaseUrl, redisUrl, prefix }) {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_PREFIX: prefix });
  const load = createRequire(join(dist, 'main.js'));
  load('reflect-metadata');
  const { NestFactory } = load('@nestjs/core');
  const { RemindersModule } = load('./reminders/reminders.module.js');
  const { PlatformModule } = load('./platform/platform.module.js');
  class Rooms {}
  const app = await NestFactory.createApplicationContext(
    { module: Rooms, imports: [PlatformModule, RemindersModule] },
    { logger: ['fatal'], abortOnError: false },
  );
  return { get: (path, name) => app.get(load(path)[name]), close: () => app.close() };
}

/** Seconds in which the rows of today are derived, and how many there are. */
export async function derivation(rooms, database, today) {
  const reconcile = rooms.get('./reminders/derive/reconcile.js', 'Reconcile');
  const begun = performance.now();
  await reconcile.deriveDays(new Date(), today, today);
  const seconds = (performance.now() - begun) / 1000;
  const { rows } = await database.query(
    `SELECT count(*)::int AS count FROM reminder WHERE fire_on = $1 AND created_at > now() - interval '1 hour'`,
    [today],
  );
  return { seconds, rows: rows[0].count };
}

/** Median milliseconds of a sweep; the caller sees to it that nothing is due. */
export async function sweeps(rooms, times) {
  const sweep = rooms.get('./reminders/tell/sweep.js', 'Sweep');
  const taken = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await sweep.sweep({});
    taken.push(performance.now() - begun);
  }
  return median(taken);
}
