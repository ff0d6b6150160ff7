// The province of the bench: a tree of units three levels deep, people, plans over several years, tasks with their
// links and past. Seeded: the same numbers, and the same day, give the same rows. Names and words are invented.

const SEED = 0.2023;

/** How much of everything there is. */
export const sizes = {
  smoke: { tasks: 2_000, units: 200, people: 400 },
  small: { tasks: 10_000, units: 4_000, people: 20_000 },
  large: { tasks: 1_000_000, units: 4_000, people: 20_000 },
  // Every task is open, and due within half a year of today: what reminders are measured with.
  open_smoke: { tasks: 2_000, units: 200, people: 1_000, open: true },
  open_small: { tasks: 10_000, units: 4_000, people: 20_000, open: true },
  open_large: { tasks: 1_000_000, units: 4_000, people: 20_000, open: true },
};

const BRANCHES = 63;
const PEOPLE_ROLES = `(VALUES (1, 'officer'), (2, 'officer'), (3, 'leader'), (4, 'officer'), (5, 'auditor')) AS r(place, role)`;

/** A uuid of version 7's form from a kind and a number, rising with the number. */
const id = (kind, n) =>
  `(lpad(to_hex(${n}), 12, '0') || '7' || substr(md5('${kind}' || ${n}), 1, 3) || '8' || substr(md5('${kind}' || ${n}), 4, 15))::uuid`;
const pick = (words, by) =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])[1 + (${by}) % ${words.length}]`;

const VERBS = [
  'Xây dựng',
  'Ban hành',
  'Triển khai',
  'Rà soát',
  'Báo cáo',
  'Kiểm tra',
  'Công bố',
  'Hoàn thiện',
];
const THINGS = [
  'kế hoạch cải cách hành chính',
  'danh mục thủ tục hành chính',
  'quy trình nội bộ',
  'dịch vụ công trực tuyến',
  'quy chế văn hóa công sở',
  'đề án vị trí việc làm',
  'phần mềm một cửa điện tử',
];
const AREAS = [
  'đất đai',
  'đầu tư',
  'hộ tịch',
  'xây dựng',
  'y tế',
  'giáo dục',
  'giao thông',
  'lao động',
  'môi trường',
];

const units = ({ units: count }) => `
  INSERT INTO unit (id, code, name_vi, name_en, level, parent_id)
  SELECT ${id('unit', 'n')}, 'B' || n, 'Đơn vị ' || n, 'Unit ' || n,
         CASE WHEN n = 0 THEN 'province' WHEN n <= ${BRANCHES} THEN 'department' ELSE 'office' END,
         CASE WHEN n = 0 THEN NULL WHEN n <= ${BRANCHES} THEN ${id('unit', '0')} ELSE ${id('unit', `(n % ${BRANCHES} + 1)`)} END
    FROM generate_series(0, ${count - 1}) n ORDER BY n`;

const people = ({ units: count, people: many }) => `
  INSERT INTO app_user (id, username, display_name, unit_id, position, is_head, invented)
  SELECT ${id('user', 'n')}, 'person' || n, 'Người ' || n, ${id('unit', `(n % ${count})`)},
         CASE WHEN n < ${count} THEN 'Trưởng đơn vị' ELSE 'Chuyên viên' END, n < ${count}, true
    FROM generate_series(0, ${many - 1}) n;
  INSERT INTO role_grant (id, user_id, role, unit_id)
  SELECT ${id('grant', 'n')}, ${id('user', 'n')}, CASE WHEN n = 0 THEN 'committee' ELSE r.role END, ${id('unit', `(n % ${count})`)}
    FROM generate_series(0, ${many - 1}) n JOIN ${PEOPLE_ROLES} ON r.place = n / ${count} % 5 + 1;
  INSERT INTO app_user (id, username, display_name, unit_id, invented)
  VALUES (${id('user', many)}, 'province-officer', 'Cán bộ tỉnh', ${id('unit', '0')}, true);
  INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (${id('grant', many)}, ${id('user', many)}, 'officer', ${id('unit', '0')})`;

const EDITIONS = 6;
const COMPONENTS = 100;

const indexes = () => `
  INSERT INTO index (code, name_vi, name_en, unit) VALUES ('BENCH', 'Chỉ số đo tốc độ', 'Bench index', 'points');
  INSERT INTO edition (id, index_code, year, name_vi, name_en, illustrative)
  SELECT ${id('edition', 'n')}, 'BENCH', extract(year FROM current_date)::int - n, 'Bộ ' || n, 'Set ' || n, true
    FROM generate_series(0, ${EDITIONS - 1}) n;
  INSERT INTO node (id, edition_id, level, code, position, name_vi, name_en, max_points)
  SELECT ${id('node', 'n')}, ${id('edition', `(n / ${COMPONENTS})`)}, 'component', (n % ${COMPONENTS} / 10 + 1) || '.' || (n % 10 + 1), n,
         'Tiêu chí thành phần ' || n, 'Component ' || n, 1
    FROM generate_series(0, ${EDITIONS * COMPONENTS - 1}) n`;

/** Eight plans a year; the first of each year holds a third of its tasks. */
const PLANS_A_YEAR = 8;
const plans = () => `
  INSERT INTO plan (id, code, kind, year, issued_on, issuer_unit_id, title_vi, edition_id, illustrative)
  SELECT ${id('plan', 'n')}, 'BENCH-' || n, 'annual_plan', year, make_date(year, 1, 2), ${id('unit', '0')},
         'Kế hoạch ' || n, ${id('edition', `(n / ${PLANS_A_YEAR})`)}, true
    FROM generate_series(0, ${EDITIONS * PLANS_A_YEAR - 1}) n,
         LATERAL (SELECT extract(year FROM current_date)::int - n / ${PLANS_A_YEAR} AS year) y`;

/**
 * Random parts first, then what follows from them: units with a low number have more tasks, what fell due long ago is
 * mostly accepted, one task in twelve has no due date.
 */
const tasks = ({ tasks: count, units: places, open = false }) => `
  SELECT setseed(${SEED});
  CREATE UNLOGGED TABLE bench_task AS
  SELECT n, floor(power(random(), 1.3) * ${places})::int AS place, floor(random() * ${EDITIONS})::int AS years_ago,
         CASE WHEN random() < 0.33 THEN 0 ELSE floor(random() * ${PLANS_A_YEAR})::int END AS plan_no,
         random() AS fate, random() AS lateness, floor(random() * 365)::int AS day, floor(random() * 100000)::int AS word,
         floor(random() * 5)::int AS person, random() < 0.083 AS undated
    FROM generate_series(1, ${count}) n;
  INSERT INTO task (id, plan_id, code, title_vi, deliverable_vi, source_number, priority, lead_unit_id, responsible_id, state, due_date,
                    original_due_date, percent, assigned_on, assigned_by, submitted_on, changed_at, search)
  SELECT ${id('task', 'n')}, ${id('plan', `(years_ago * ${PLANS_A_YEAR} + plan_no)`)}, code, title, deliverable, source,
         ${pick(['normal', 'normal', 'normal', 'high', 'low'], 'word')}, ${id('unit', 'place')},
         CASE WHEN fate < 0.9 THEN ${id('user', `(place + person * ${places})`)} END, state, due, due,
         CASE state WHEN 'accepted' THEN 100 WHEN 'submitted' THEN 100 WHEN 'in_progress' THEN 10 * (word % 9 + 1) ELSE 0 END,
         CASE WHEN state <> 'draft' THEN assigned END, ${id('user', '0')},
         CASE WHEN state IN ('accepted', 'submitted') THEN least(coalesce(due, assigned + 200) + CASE WHEN lateness < 0.12 THEN 9 ELSE -5 END, current_date) END,
         (assigned + 1)::timestamptz, fold(concat_ws(' ', code, title, deliverable, source))
    FROM bench_task
    CROSS JOIN LATERAL (SELECT ${open ? 'current_date - 182' : 'make_date(extract(year FROM current_date)::int - years_ago, 1, 1)'} AS assigned) a
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT undated THEN assigned + day END AS due,
           'T' || n AS code, 'Số ' || word || '/KH' AS source, 'Báo cáo kết quả ' || ${pick(AREAS, 'word / 11')} AS deliverable,
           concat_ws(' ', ${pick(VERBS, 'word')}, ${pick(THINGS, 'word / 7')}, 'lĩnh vực', ${pick(AREAS, 'word / 3')}, 'đợt', word) AS title) w
    CROSS JOIN LATERAL (SELECT CASE
           WHEN ${open} THEN CASE WHEN fate < 0.5 THEN 'in_progress' WHEN fate < 0.95 THEN 'assigned' ELSE 'submitted' END
           WHEN fate < 0.03 THEN 'cancelled' WHEN fate > 0.99 THEN 'draft'
           WHEN due < current_date - 60 THEN CASE WHEN fate < 0.95 THEN 'accepted' WHEN fate < 0.97 THEN 'submitted' ELSE 'in_progress' END
           WHEN due < current_date THEN CASE WHEN fate < 0.7 THEN 'accepted' WHEN fate < 0.8 THEN 'submitted' WHEN fate < 0.83 THEN 'returned' ELSE 'in_progress' END
           WHEN fate < 0.1 THEN 'accepted' WHEN fate < 0.5 THEN 'in_progress' ELSE 'assigned' END AS state) s`;

/** What belongs to the tasks; links by the number of the task, so that each has one or two. */
const beside = ({ open = false }) => `
  INSERT INTO task_period (task_id, valid_from, plan_id, lead_unit_id, responsible_id, state, due_date, original_due_date, submitted_on)
  SELECT id, local_day(changed_at), plan_id, lead_unit_id, responsible_id, state, due_date, original_due_date, submitted_on FROM task;
  INSERT INTO task_scope
  SELECT a.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM task t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id ORDER BY 1, 2, 3;
  INSERT INTO task_component (task_id, component_id, valid_from)
  SELECT ${id('task', 'n')}, ${id('node', `(years_ago * ${COMPONENTS} + (word + 37 * l) % ${COMPONENTS})`)}, '2000-01-01'
    FROM bench_task CROSS JOIN LATERAL generate_series(0, n % 2) l;
  INSERT INTO task_coordinator (task_id, unit_id)
  SELECT ${id('task', 'n')}, ${id('unit', `(1 + word % ${BRANCHES})`)} FROM bench_task WHERE n % 5 < 4 AND place <> 1 + word % ${BRANCHES};
  INSERT INTO progress_update (id, task_id, at, by_user_id, percent, done)
  SELECT ${id('progress', 'n')}, ${id('task', 'n')}, now() - make_interval(days => ${open ? 'word % 120' : '0'}), NULL, 40, 'Đã làm được một phần'
    FROM bench_task WHERE n % 2 = 0;
  INSERT INTO submission (id, task_id, at, counts_on)
  SELECT ${id('submission', 'n')}, ${id('task', 'n')}, now() - make_interval(days => word % 30), current_date - word % 30 FROM bench_task WHERE ${open} AND fate >= 0.95;
  DROP TABLE bench_task`;

/** Fills a migrated, empty database. Triggers rest meanwhile: what they would write is written in bulk. */
export async function loadProvince(database, size) {
  await database.query(units(size));
  await withoutIndexes(database, async () => {
    await database.query('SET session_replication_role = replica');
    for (const part of [people, indexes, plans, tasks, beside]) await database.query(part(size));
    await database.query('SET session_replication_role = origin');
  });
  await database.query('VACUUM ANALYZE');
}

/** Indexes that are no constraint are made after the rows are in, which is several times faster. */
async function withoutIndexes(database, work) {
  const { rows } = await database.query(
    `SELECT indexname, indexdef FROM pg_indexes JOIN pg_class c ON c.relname = indexname JOIN pg_index i ON i.indexrelid = c.oid
      WHERE schemaname = 'public' AND NOT i.indisunique AND tablename IN ('task', 'task_period', 'task_component', 'progress_update', 'app_user')`,
  );
  for (const { indexname } of rows) await database.query(`DROP INDEX ${indexname}`);
  await work();
  await database.query(`SET maintenance_work_mem = '512MB'`);
  for (const { indexdef } of rows) await database.query(indexdef);
}
