// Reminders put into a province of open tasks, as the derivation makes them, and what became of them.

const years = `
  INSERT INTO calendar_year (year, version, effective_from, provisional, days)
  SELECT y, 1, '1990-01-01', false, '[]' FROM generate_series(extract(year FROM now())::int - 2, extract(year FROM now())::int + 3) y
  ON CONFLICT DO NOTHING`;

/** A province in which nothing is due yet and the night's derivation is done. */
export async function rest(database) {
  await database.query(
    'TRUNCATE reminder, notification, delivery, digest, letter_allowance, outbox, timetable_run CASCADE',
  );
  await database.query(years);
  await database.query(
    `UPDATE reminder_reconcile SET asked = 1, done = 1, begun_at = now(), derived_through = local_day(now())`,
  );
}

/** For the next minute and three quarters the day's digests and the week's reviews count as written: they are not what is measured. */
export async function lettersWritten(database) {
  await database.query(
    `INSERT INTO timetable_run (name, last_run_at) SELECT name, now() + interval '50 seconds' FROM unnest('{digests.write,reviews.write}'::text[]) AS name
     ON CONFLICT (name) DO UPDATE SET last_run_at = excluded.last_run_at, ended_at = excluded.last_run_at`,
  );
}

/** Reminders a hundred days ahead, up to one for each task and rule. */
export async function farAhead(database, count) {
  await database.query(
    `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
     SELECT uuid_v7(), t.id, rule.id, 1, t.responsible_id, t.id, current_date + 100, now() + interval '100 days', now()
       FROM reminder_rule rule, task t WHERE rule.code IN ('due_in_1', 'due_in_3') AND t.responsible_id IS NOT NULL LIMIT $1`,
    [count],
  );
  await database.query('VACUUM ANALYZE reminder');
}

/** Overdue tasks whose responsible individuals are to be told now. Returns how many there are. */
export async function due(database, count) {
  const { rowCount } = await database.query(
    `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
     SELECT uuid_v7(), t.id, rule.id, 1, t.responsible_id, t.id, current_date, now(), now()
       FROM reminder_rule rule, task t
      WHERE rule.code = 'overdue_1' AND t.due_date < current_date AND t.state <> 'submitted' AND t.responsible_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.task_id = t.id AND r.rule_id = rule.id)
      LIMIT $1`,
    [count],
  );
  return rowCount;
}

/** Resolves when nothing is due any more, with the seconds it took. */
export async function untilTold(database, patience = 600) {
  const begun = performance.now();
  for (;;) {
    const { rowCount } = await database.query(
      `SELECT 1 FROM reminder r WHERE r.told_at IS NULL AND r.failed_at IS NULL AND r.void_at IS NULL AND r.fire_at <= now() LIMIT 1`,
    );
    const seconds = (performance.now() - begun) / 1000;
    if (rowCount === 0) return seconds;
    if (seconds > patience) throw new Error(`Not everything was told within ${patience} s`);
    // Seldom: each look walks over what was told and is not swept out of the index yet.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Everybody was told, nobody was passed over, and each of one thing once. */
export async function expectTold(database, count) {
  const { rows } = await database.query(
    `SELECT (SELECT count(*)::int FROM reminder WHERE told_at IS NOT NULL) AS told,
            (SELECT count(*)::int FROM notification WHERE reminder_id IS NOT NULL) AS notifications`,
  );
  const [{ told, notifications }] = rows;
  if (told !== count || notifications !== count)
    throw new Error(`${count} were due, ${told} are told with ${notifications} notifications`);
}
