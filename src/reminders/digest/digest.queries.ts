import type { EntityManager } from 'typeorm';
import { grants, roles } from '../../platform/access/roles';
import type { Day } from '../../platform/clock/day';
import { readableBy, waitingForPeople, type Awaited } from '../../tasks/tasks.api';
import { recipientsOf } from '../derive/recipients';
import { lastWord } from '../derive/still-so';
import { nagged, personalKinds, type NotificationKind } from '../reminder';

/** A task that concerns a person, and why: he answers for it, was told of its deadline or silence, or something waits for him. */
export interface Concern {
  personId: string;
  taskId: string;
  code: string;
  unitId: string;
  state: string;
  dueDate: Day | null;
  why: ('mine' | 'told' | 'no_progress' | Awaited)[];
}

/**
 * What concerns people on a day: a task he answers for or was told of, when its deadline has come within `horizon` or it
 * was returned; what lasts of what he was told, while he is still one of its people; what waits for him. Only open plans
 * (a direction asks whatever has become of the plan, decision 0019) and only what each may read now.
 */
export function concernsOf(
  manager: EntityManager,
  people: string[],
  today: Day,
  horizon: Day,
): Promise<Concern[]> {
  return manager.query(
    `WITH person AS MATERIALIZED (SELECT unnest($1::uuid[]) AS id),
     heard AS (
       SELECT n.recipient_id AS person_id, n.reminder_id, n.kind FROM person p JOIN notification n ON n.recipient_id = p.id
        WHERE n.on_behalf_of IS NULL OR (n.mail = 'digest' AND n.digest_id IS NULL) OR EXISTS (
          SELECT 1 FROM telling_preference away
           WHERE away.user_id = n.on_behalf_of AND away.deputy_id = n.recipient_id AND $2::date BETWEEN away.absent_from AND away.absent_to)
       UNION ALL
       -- What a deputy was told in his stead.
       SELECT p.id, n.reminder_id, n.kind FROM person p JOIN notification n ON n.on_behalf_of = p.id
     ),
     told AS MATERIALIZED (
       SELECT DISTINCT h.person_id, r.recipient_id AS as_id, t.id AS task_id, CASE h.kind WHEN 'no_progress' THEN 'no_progress' ELSE 'told' END AS why
         FROM heard h
         JOIN reminder r ON r.id = h.reminder_id
         JOIN task t ON t.id = r.task_id AND t.state IN ${nagged}
        WHERE (h.kind IN ('due_soon', 'due_today', 'overdue') AND r.revision = t.deadline_revision AND t.due_date <= $3::date)
           OR (h.kind = 'no_progress' AND r.subject_id = (SELECT last.id FROM (${lastWord}) AS last))
     ),
     their AS MATERIALIZED (${recipientsOf('(SELECT * FROM task WHERE id IN (SELECT task_id FROM told)) AS t')}),
     concern AS (
       SELECT p.id AS person_id, t.id AS task_id, 'mine' AS why
         FROM person p JOIN task t ON t.responsible_id = p.id AND t.state IN ${nagged}
        WHERE t.due_date <= $3::date OR t.state = 'returned'
       UNION ALL
       SELECT told.person_id, told.task_id, told.why FROM told
        WHERE EXISTS (SELECT 1 FROM their WHERE their.task_id = told.task_id AND their.user_id = told.as_id)
       UNION ALL
       SELECT person_id, task_id, why FROM (${waitingForPeople('SELECT id FROM person')}) AS waiting
     )
     SELECT c.person_id AS "personId", t.id AS "taskId", t.code, t.lead_unit_id AS "unitId", t.state, t.due_date AS "dueDate",
            array_agg(DISTINCT c.why) AS why
       FROM concern c JOIN task t ON t.id = c.task_id JOIN plan ON plan.id = t.plan_id
      WHERE (plan.closed_on IS NULL OR c.why = 'direction') AND ${readableBy('c.person_id')}
      GROUP BY c.person_id, t.id`,
    [people, today, horizon],
  );
}

/** A notification that waits for its digest. */
export interface News {
  id: string;
  personId: string;
  taskId: string | null;
  kind: NotificationKind;
  /** He may read the task. */
  readable: boolean;
  /** What it says still holds. */
  lasts: boolean;
}

export function newsOf(manager: EntityManager, people: string[], horizon: Day): Promise<News[]> {
  const always = [...personalKinds, 'extension_decided', 'alarm'].map((kind) => `'${kind}'`).join(', ');
  return manager.query(
    `SELECT n.id, n.recipient_id AS "personId", n.task_id AS "taskId", n.kind,
            coalesce(t.id IS NOT NULL AND ${readableBy('n.recipient_id')}, false) AS readable,
            coalesce(CASE WHEN n.kind IN (${always}) THEN true
              WHEN n.kind IN ('submitted', 'acceptance_waits') THEN t.state = 'submitted'
              WHEN n.kind = 'returned' THEN t.state = 'returned'
              WHEN n.kind IN ('extension_requested', 'decision_waits') THEN EXISTS (
                SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL)
              WHEN n.kind IN ('due_soon', 'due_today', 'overdue') THEN t.state IN ${nagged} AND t.due_date <= $2::date AND plan.closed_on IS NULL
              ELSE t.state IN ${nagged} AND plan.closed_on IS NULL END, false) AS lasts
       FROM notification n LEFT JOIN task t ON t.id = n.task_id LEFT JOIN plan ON plan.id = t.plan_id
      WHERE n.recipient_id = ANY($1::uuid[]) AND n.mail = 'digest' AND n.digest_id IS NULL
      ORDER BY n.id`,
    [people, horizon],
  );
}

export interface TaskDetails {
  id: string;
  titleVi: string;
  titleEn: string | null;
  unitVi: string;
  unitEn: string;
  responsible: string | null;
  illustrative: boolean;
  /** Whose points they are; null without an edition. */
  planYear: string | null;
}

export function detailsOf(manager: EntityManager, taskIds: string[]): Promise<TaskDetails[]> {
  return manager.query(
    `SELECT t.id, t.title_vi AS "titleVi", t.title_en AS "titleEn", u.name_vi AS "unitVi", u.name_en AS "unitEn",
            who.display_name AS responsible, plan.illustrative, plan.edition_id || ':' || plan.year AS "planYear"
       FROM task t JOIN plan ON plan.id = t.plan_id JOIN unit u ON u.id = t.lead_unit_id
       LEFT JOIN app_user who ON who.id = t.responsible_id
      WHERE t.id = ANY($1::uuid[])`,
    [taskIds],
  );
}

/** `person edition:year` where the person's scope holds whoever issued any plan of that edition and year (decision 0010). */
export async function pointsSeen(manager: EntityManager, people: string[]): Promise<Set<string>> {
  const reading = roles.filter((role) => grants(role, 'report.read')).map((role) => `'${role}'`);
  const rows: { seen: string }[] = await manager.query(
    `SELECT p.id || ' ' || y.edition_id || ':' || y.year AS seen
       FROM unnest($1::uuid[]) AS p (id)
      CROSS JOIN (SELECT DISTINCT edition_id, year FROM plan WHERE edition_id IS NOT NULL) AS y
      WHERE NOT EXISTS (SELECT 1 FROM plan o WHERE o.edition_id = y.edition_id AND o.year = y.year AND NOT EXISTS (
        SELECT 1 FROM role_grant g JOIN unit_ancestor a ON a.ancestor_id = g.unit_id
         WHERE g.user_id = p.id AND a.unit_id = o.issuer_unit_id AND g.role IN (${reading.join(', ')})))`,
    [people],
  );
  return new Set(rows.map(({ seen }) => seen));
}

export function namesOfUnits(
  manager: EntityManager,
  unitIds: string[],
): Promise<{ id: string; vi: string; en: string }[]> {
  return manager.query('SELECT id, name_vi AS vi, name_en AS en FROM unit WHERE id = ANY($1::uuid[])', [
    unitIds,
  ]);
}

export function wordsOf(
  manager: EntityManager,
  ids: string[],
): Promise<{ id: string; vi: string; en: string }[]> {
  return manager.query(
    'SELECT id, title_vi AS vi, title_en AS en FROM notification WHERE id = ANY($1::uuid[])',
    [ids],
  );
}
