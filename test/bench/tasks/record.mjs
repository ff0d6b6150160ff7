// Runs the application's own code once for each request and writes down which statements it sends, so that the floor
// sends the same ones. A wrong share can then not come from two programs asking two different things.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** `dist` is the built server, `url` the database, `actor` who reads, `writer` who reports. */
export async function record({ dist, url, actor, writer, paths, taskId }) {
  const load = createRequire(join(dist, 'main.js'));
  load('reflect-metadata');
  const { plainToInstance } = load('class-transformer');
  const { connect } = load('./platform/database/database.js');
  const { listTasks } = load('./tasks/task/task-page.js');
  const { readTask } = load('./tasks/task/task.queries.js');
  const { TaskSearch } = load('./tasks/task/task.requests.js');
  const { dayOf } = load('./platform/clock/day.js');
  const { Changes } = load('./platform/change/changes.js');
  const { ActOnTask } = load('./tasks/acts/act-on-task.js');
  const { progressAct } = load('./tasks/acts/completion-acts.js');
  const { uuidv7 } = load('uuidv7');
  const now = new Date();
  const database = await connect(url);
  const sent = listen(database.driver.master);
  try {
    const reads = {};
    for (const path of paths) {
      const address = new URL(path, 'http://bench');
      const id = address.pathname.split('/')[4];
      const search = plainToInstance(TaskSearch, Object.fromEntries(address.searchParams), {
        exposeDefaultValues: true,
      });
      await (id ? readTask(database, actor, id, dayOf(now)) : listTasks(database, actor, search, dayOf(now)));
      reads[path] = sent.splice(0);
    }
    const caller = { actor: writer, locale: 'vi', now, requestId: uuidv7() };
    const report = { percent: 40, done: 'Đã làm thêm một phần', obstacle: null };
    await new ActOnTask(new Changes(database)).run(caller, taskId, undefined, progressAct(report));
    const statements = sent.splice(0);
    const made = JSON.stringify(statements).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
    const fresh = [...new Set(made)].filter((id) => id.slice(0, 6) === caller.requestId.slice(0, 6));
    const answer = statements.findLastIndex(({ text }) => text.includes('"coordinatingUnits"'));
    return { reads, write: { statements, taskId, fresh, answer } };
  } finally {
    await database.destroy();
  }
}

/** Statements as they reach a pool or one of its connections. */
function listen(pool) {
  const sent = [];
  const note = (statement, given) => {
    const { text, values } = typeof statement === 'string' ? { text: statement, values: given } : statement;
    sent.push({ text, values: values ?? [] });
  };
  const attach = (target) => {
    const query = target.query;
    target.query = function (statement, ...rest) {
      if (typeof statement === 'string' || 'text' in statement)
        note(statement, Array.isArray(rest[0]) ? rest[0] : undefined);
      return query.call(this, statement, ...rest);
    };
  };
  // Both a pool and TypeORM's runner end at a connection, which is where each statement is noted once.
  pool.on('acquire', (client) => {
    if (!client.noted) attach(client);
    client.noted = true;
  });
  return sent;
}
