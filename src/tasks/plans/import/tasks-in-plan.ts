import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Day } from '../../../platform/clock/day';
import type { NewTask } from '../../task/create-tasks';
import type { Column } from './columns';
import type { NamedUnit } from './unit-names';

/** A task that the plan has already, as far as an appendix describes one. */
export interface TaskInPlan {
  code: string;
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  priority: string;
  fieldCode: string | null;
  sourceNumber: string | null;
  sourceDate: Day | null;
  evidenceRequired: boolean;
  /** A part that the parent's lead unit handed down: no document assigned it. */
  handedDown: boolean;
  lead: NamedUnit;
  originalDueDate: Day | null;
  /** Digests of the sorted ids: a task may have hundreds of coordinating units. */
  coordinating: string;
  components: string;
}

/** The plan's tasks that have one of these codes or titles. */
export async function tasksInPlan(
  manager: EntityManager,
  planId: string,
  codes: string[],
  titles: string[],
): Promise<TaskInPlan[]> {
  return manager.query(
    `SELECT t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", t.deliverable_vi AS "deliverableVi",
            t.deliverable_en AS "deliverableEn", t.priority, t.field_code AS "fieldCode", t.source_number AS "sourceNumber",
            t.source_date AS "sourceDate", json_build_object('id', u.id, 'code', u.code, 'nameVi', u.name_vi) AS lead,
            t.original_due_date AS "originalDueDate", t.evidence_required AS "evidenceRequired", t.handed_down AS "handedDown",
            (SELECT md5(coalesce(string_agg(c.unit_id::text, ',' ORDER BY c.unit_id), ''))
               FROM task_coordinator c WHERE c.task_id = t.id) AS coordinating,
            (SELECT md5(coalesce(string_agg(c.component_id::text, ',' ORDER BY c.component_id), ''))
               FROM task_component c WHERE c.task_id = t.id AND c.valid_to = 'infinity') AS components
       FROM task t JOIN unit u ON u.id = t.lead_unit_id
      WHERE t.plan_id = $1 AND (t.code = ANY($2::text[]) OR t.title_vi = ANY($3::text[])) ORDER BY t.code`,
    [planId, codes, titles],
  );
}

/** The highest number among the plan's codes of the form `<year>-NNN`. */
export async function highestNumber(manager: EntityManager, planId: string, year: number): Promise<number> {
  const [{ highest }]: { highest: number }[] = await manager.query(
    `SELECT coalesce(max(substring(code FROM '^' || $2 || '-([0-9]{1,6})$')::int), 0) AS highest FROM task WHERE plan_id = $1`,
    [planId, String(year)],
  );
  return highest;
}

/** True when every column that the file has says what the task in the plan says; columns it lacks say nothing. */
export function saysTheSame(task: NewTask, inPlan: TaskInPlan, present: ReadonlySet<Column>): boolean {
  const pairs: [Column, unknown, unknown][] = [
    ['titleVi', task.titleVi, inPlan.titleVi],
    ['titleEn', task.titleEn, inPlan.titleEn],
    ['deliverableVi', task.deliverableVi, inPlan.deliverableVi],
    ['deliverableEn', task.deliverableEn, inPlan.deliverableEn],
    ['leadUnitCode', task.leadUnitId, inPlan.lead.id],
    ['coordinatingUnitCodes', digestOf(task.coordinatingUnitIds), inPlan.coordinating],
    ['dueText', task.dueDate, inPlan.originalDueDate],
    ['componentCodes', digestOf(task.componentIds), inPlan.components],
    ['priority', task.priority, inPlan.priority],
    ['groupField', task.fieldCode, inPlan.fieldCode],
    ['sourceNumber', task.sourceNumber, inPlan.sourceNumber],
    ['sourceDate', task.sourceDate, inPlan.sourceDate],
    ['evidenceRequired', task.evidenceRequired, inPlan.evidenceRequired],
  ];
  return pairs.every(([column, fresh, old]) => !present.has(column) || (fresh ?? null) === (old ?? null));
}

function digestOf(ids: string[]): string {
  return createHash('md5')
    .update([...ids].sort().join(','))
    .digest('hex');
}
