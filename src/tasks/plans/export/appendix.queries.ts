import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/actor';
import type { Day } from '../../../platform/clock/day';
import { readable } from '../../task/readable';
import type { PlanRow } from '../plan.queries';

export const MAX_EXPORT = 50_000;

export interface AppendixTask {
  code: string;
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  leadUnitId: string;
  coordinatingUnitIds: string[];
  dueText: string | null;
  originalDueDate: Day | null;
  componentCodes: string[];
  priority: string;
  fieldCode: string | null;
  sourceNumber: string | null;
  sourceDate: Day | null;
  evidenceRequired: boolean;
}

/** Which tasks an appendix has, in its order, and what any of them says. */
export interface AppendixContents {
  ids: string[];
  fieldCodes: (string | null)[];
  priorities: boolean;
  sources: boolean;
  evidence: boolean;
}

/**
 * What the document assigned, within the actor's scope: not what was cancelled, nor what lead units handed down
 * themselves. Up to one task more than may be exported.
 */
export async function contentsOf(
  manager: EntityManager,
  actor: Actor,
  plan: PlanRow,
): Promise<AppendixContents> {
  const parameters: unknown[] = [plan.id];
  const rows: {
    id: string;
    fieldCode: string | null;
    priority: boolean;
    source: boolean;
    evidence: boolean;
  }[] = await manager.query(
    `SELECT t.id, t.field_code AS "fieldCode", t.priority <> 'normal' AS priority, t.evidence_required AS evidence,
              t.source_number IS NOT NULL OR t.source_date IS NOT NULL AS source
         FROM task t
        WHERE t.plan_id = $1 AND t.state <> 'cancelled' AND NOT t.handed_down AND ${readable(actor, parameters)}
        ORDER BY t.code, t.id LIMIT ${MAX_EXPORT + 1}`,
    parameters,
  );
  return {
    ids: rows.map(({ id }) => id),
    fieldCodes: rows.map(({ fieldCode }) => fieldCode),
    priorities: rows.some(({ priority }) => priority),
    sources: rows.some(({ source }) => source),
    evidence: rows.some(({ evidence }) => evidence),
  };
}

const TASKS_AT_A_TIME = 500;

/** The tasks in the order of their ids: a task may have hundreds of coordinating units, so never all of them at once. */
export async function* tasksOf(manager: EntityManager, ids: string[]): AsyncGenerator<AppendixTask[]> {
  for (let start = 0; start < ids.length; start += TASKS_AT_A_TIME) {
    yield await manager.query(
      `SELECT t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", t.deliverable_vi AS "deliverableVi",
              t.deliverable_en AS "deliverableEn", t.lead_unit_id AS "leadUnitId",
              ARRAY(SELECT x.unit_id FROM task_coordinator x WHERE x.task_id = t.id) AS "coordinatingUnitIds",
              t.due_text AS "dueText", t.original_due_date AS "originalDueDate",
              ARRAY(SELECT n.code FROM task_component x JOIN node n ON n.id = x.component_id
                     WHERE x.task_id = t.id AND x.valid_to = 'infinity' ORDER BY n.position, n.code) AS "componentCodes",
              t.priority, t.field_code AS "fieldCode", t.source_number AS "sourceNumber", t.source_date AS "sourceDate",
              t.evidence_required AS "evidenceRequired"
         FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN task t ON t.id = asked.id
        ORDER BY asked.place`,
      [ids.slice(start, start + TASKS_AT_A_TIME)],
    );
  }
}

/** The fields of the plan's edition, code → name. */
export async function fieldNames(manager: EntityManager, plan: PlanRow): Promise<Map<string, string>> {
  const rows: { code: string; nameVi: string }[] = await manager.query(
    `SELECT code, name_vi AS "nameVi" FROM node WHERE edition_id = $1 AND level = 'field'`,
    [plan.edition?.id ?? null],
  );
  return new Map(rows.map(({ code, nameVi }) => [code, nameVi]));
}
