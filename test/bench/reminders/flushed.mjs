// Redis emptied in the middle of everything.
import Redis from 'ioredis';
import { due, untilTold } from './rows.mjs';

/** Seconds from FLUSHALL, while reminders go out, until a new event is derived and told and its letter is sent. */
export async function flushed({ database, redisUrl }, count, startWorkers) {
  const workers = await startWorkers();
  const redis = new Redis(redisUrl);
  try {
    await due(database, count);
    await someTold(database);
    await redis.flushall();
    const begun = performance.now();
    const { rows } = await database.query(
      `WITH person AS (UPDATE app_user SET email = 'bench@example.test' WHERE id = (SELECT responsible_id FROM task WHERE state = 'assigned' AND responsible_id IS NOT NULL LIMIT 1) RETURNING id),
       told AS (SELECT t.id FROM task t, person WHERE t.responsible_id = person.id AND t.state = 'assigned' LIMIT 1)
       INSERT INTO outbox (topic, payload, occurred_at, next_attempt_at)
       SELECT 'task.assigned', json_build_object('taskId', id, 'version', 1), now(), now() FROM told RETURNING payload ->> 'taskId' AS id`,
    );
    await sent(database, rows[0].id);
    await untilTold(database);
    return (performance.now() - begun) / 1000;
  } finally {
    redis.disconnect();
    for (const worker of workers) await worker.stop();
  }
}

async function someTold(database) {
  const { rows } = await database.query('SELECT count(*)::int AS before FROM notification');
  await until(database, 'SELECT 1 FROM notification HAVING count(*) > $1', [rows[0].before]);
}

async function sent(database, taskId) {
  await until(
    database,
    `SELECT 1 FROM delivery d JOIN notification n ON n.id = d.notification_id WHERE n.task_id = $1 AND n.kind = 'assigned' AND d.sent_at IS NOT NULL`,
    [taskId],
  );
}

async function until(database, question, values) {
  for (let waited = 0; waited < 120_000; waited += 20) {
    if ((await database.query(question, values)).rowCount > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not within two minutes: ${question}`);
}
