// What is asked of both servers: paths made from the rows of the province, the same for the same day.

/** Each kind of request with the paths it takes turns in; `goal` is the least share of the floor's requests a second. */
export async function requestsOf(database) {
  const ids = async (sql) => (await database.query(sql)).rows.map(({ id }) => id);
  const departments = await ids(`SELECT id FROM unit WHERE level = 'department' ORDER BY code LIMIT 40`);
  const tasks = await ids(`SELECT id FROM task WHERE state <> 'draft' ORDER BY md5(id::text) LIMIT 400`);
  const [{ since }] = (await database.query(`SELECT (current_date - 30)::text AS since`)).rows;
  const words = [
    'kế hoạch',
    'thủ tục đất đai',
    'dot 77123',
    'van hoa y te',
    'Số 4711/KH',
    'một cửa',
    'báo cáo giao thông',
    'dot 9',
  ];
  return {
    list: departments.map((id) => `/api/v1/tasks?within=${id}&state=in_progress&dueFrom=${since}`),
    search: words.map((word) => `/api/v1/tasks?q=${encodeURIComponent(word)}`),
    page: tasks.map((id) => `/api/v1/tasks/${id}`),
  };
}

/** Lists of departments that fill their page however few tasks there are in all. */
export async function fullPages(database) {
  const { rows } = await database.query(
    `SELECT s.unit_id AS id FROM task_scope s JOIN unit u ON u.id = s.unit_id AND u.level = 'department'
      GROUP BY s.unit_id HAVING count(*) > 60 ORDER BY s.unit_id LIMIT 40`,
  );
  return rows.map(({ id }) => `/api/v1/tasks?within=${id}`);
}

/** Tasks whose progress is reported: many, so that writers do not wait for each other's rows. */
export async function openTasks(database) {
  const { rows } = await database.query(
    `SELECT id FROM task WHERE state = 'in_progress' ORDER BY md5(id::text) LIMIT 4000`,
  );
  return rows.map(({ id }) => id);
}

/** The list of the whole province: its first page, and the one after `rows` tasks. */
export async function deepPaths(database, rows) {
  const { rows: found } = await database.query(
    `SELECT s.due_key, s.task_id FROM task_scope s JOIN unit u ON u.id = s.unit_id WHERE u.parent_id IS NULL
      ORDER BY s.due_key, s.task_id OFFSET ${rows - 1} LIMIT 1`,
  );
  if (found.length === 0) return undefined;
  const cursor = Buffer.from(JSON.stringify([found[0].due_key, found[0].task_id])).toString('base64url');
  return { first: ['/api/v1/tasks'], deep: [`/api/v1/tasks?cursor=${cursor}`] };
}
