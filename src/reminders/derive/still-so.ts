/**
 * SQL query, for LATERAL beside a task `t`: the last word its unit gave or was given, as `id` and `on_day`: a progress
 * report, else the return of a submission, else the assignment (the task's own id). Silence is counted from it.
 */
export const lastWord = `
  SELECT word.id, word.on_day
    FROM ((SELECT p.id, local_day(p.at) AS on_day, p.at FROM progress_update p WHERE p.task_id = t.id ORDER BY p.id DESC LIMIT 1)
          UNION ALL
          (SELECT s.id, local_day(s.decided_at), s.decided_at FROM submission s WHERE s.task_id = t.id AND s.accepted = false ORDER BY s.id DESC LIMIT 1)
          UNION ALL
          SELECT t.id, t.assigned_on, NULL WHERE t.assigned_on IS NOT NULL) AS word
   ORDER BY word.at DESC NULLS LAST LIMIT 1`;

/** SQL: what the reminder `r` of a rule `rule` speaks of is still so; always true of what is no matter of waiting. `t` is its task. */
export const stillSo = `CASE rule.kind
  WHEN 'no_progress' THEN r.subject_id = (SELECT last.id FROM (${lastWord}) AS last)
  WHEN 'acceptance_waits' THEN EXISTS (SELECT 1 FROM submission s WHERE s.id = r.subject_id AND s.decided_at IS NULL)
  WHEN 'decision_waits' THEN EXISTS (SELECT 1 FROM extension x WHERE x.id = r.subject_id AND x.decided_at IS NULL)
  ELSE true END`;
