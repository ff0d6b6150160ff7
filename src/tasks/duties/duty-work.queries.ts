import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import type { DutyTerms } from './duty';
import type { Period } from './periods';

export interface HeldDuty extends DutyTerms {
  planId: string;
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  priority: 'high' | 'normal' | 'low';
  fieldCode: string | null;
  evidenceRequired: boolean;
  createdBy: string | null;
  /** Those of the plan's edition. */
  componentIds: string[];
}

/** A unit that has no task yet for a period, the one with this place in the list. */
export interface OpenPlace {
  unitId: string;
  period: number;
  /** Null where nobody is named, or the one named has left the unit. */
  responsibleId: string | null;
  /** The unit exists today. */
  valid: boolean;
}

/** Duties of open plans that may have tasks to make on `today`. */
export async function dutiesToLookAt(
  dataSource: DataSource,
  today: Day,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `SELECT d.id FROM duty d JOIN plan p ON p.id = d.plan_id
      WHERE d.look_on <= $1 AND p.closed_on IS NULL AND d.id > $2 ORDER BY d.id LIMIT $3`,
    [today, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** The duty, held until the transaction ends; undefined when somebody holds it or it has just been looked at. */
export async function holdDuty(
  manager: EntityManager,
  id: string,
  today: Day,
): Promise<HeldDuty | undefined> {
  const [duty]: HeldDuty[] = await manager.query(
    `SELECT d.plan_id AS "planId", d.rhythm, d.due_after_days AS "dueAfterDays", d.lead_days AS "leadDays",
            d.starts_on AS "startsOn", d.ends_on AS "endsOn", d.title_vi AS "titleVi", d.title_en AS "titleEn",
            d.deliverable_vi AS "deliverableVi", d.deliverable_en AS "deliverableEn", d.priority, d.field_code AS "fieldCode",
            d.evidence_required AS "evidenceRequired", d.created_by AS "createdBy",
            ARRAY(SELECT c.component_id FROM duty_component c JOIN node n ON n.id = c.component_id
                    JOIN plan p ON p.edition_id = n.edition_id AND p.id = d.plan_id
                   WHERE c.duty_id = d.id) AS "componentIds"
       FROM duty d WHERE d.id = $1 AND d.look_on <= $2 FOR UPDATE OF d SKIP LOCKED`,
    [id, today],
  );
  return duty;
}

/** The plan, held, so that nobody closes it meanwhile; undefined when it is closed. */
export async function holdOpenPlan(
  manager: EntityManager,
  id: string,
): Promise<{ id: string; year: number } | undefined> {
  const [plan]: { id: string; year: number }[] = await manager.query(
    'SELECT id, year FROM plan WHERE id = $1 AND closed_on IS NULL FOR UPDATE',
    [id],
  );
  return plan;
}

/** Every unit of the duty for every one of the periods that has no task, the earliest period first. */
export async function openPlaces(
  manager: EntityManager,
  dutyId: string,
  periods: Period[],
  today: Day,
): Promise<OpenPlace[]> {
  return manager.query(
    `SELECT x.unit_id AS "unitId", p.n::int - 1 AS period, r.id AS "responsibleId",
            daterange(u.valid_from, u.valid_to, '[]') @> $4::date AS valid
       FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS p("from", "to", n)
      CROSS JOIN duty_unit x
       JOIN unit u ON u.id = x.unit_id
       LEFT JOIN app_user r ON r.id = x.responsible_id AND r.unit_id = x.unit_id AND r.active
      WHERE x.duty_id = $1
        AND NOT EXISTS (SELECT 1 FROM duty_task m
                         WHERE (m.duty_id, m.unit_id, m.period_from, m.period_to) = (x.duty_id, x.unit_id, p."from", p."to"))
      ORDER BY p.n, u.name_vi COLLATE vietnamese, u.id`,
    [dutyId, periods.map(({ from }) => from), periods.map(({ to }) => to), today],
  );
}

/** The key of the table refuses a second task for the same unit and period, and with it the whole transaction. */
export async function keepMade(
  manager: EntityManager,
  dutyId: string,
  made: { unitId: string; from: Day; to: Day; taskId: string }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO duty_task (duty_id, unit_id, period_from, period_to, task_id)
     SELECT $1, m."unitId", m."from", m."to", m."taskId"
       FROM jsonb_to_recordset($2::jsonb) AS m("unitId" uuid, "from" date, "to" date, "taskId" uuid)`,
    [dutyId, JSON.stringify(made)],
  );
}

export async function lookOn(manager: EntityManager, id: string, day: Day | null): Promise<void> {
  await manager.query('UPDATE duty SET look_on = $2 WHERE id = $1', [id, day]);
}
