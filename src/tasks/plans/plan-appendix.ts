import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { showDay, type Day } from '../../platform/clock/day';
import type { CsvColumn } from '../../platform/files/csv';
import { parseDueText } from './due-text';
import { UnitNames } from './import/unit-names';
import type { PlanRow } from './plan.queries';
import { readable } from '../task/readable';

export const MAX_EXPORT = 50_000;

export interface AppendixRow {
  code: string;
  titleVi: string;
  titleEn: string | null;
  deliverableVi: string | null;
  deliverableEn: string | null;
  leadUnit: { id: string; code: string };
  coordinating: { id: string; code: string }[];
  dueText: string | null;
  originalDueDate: Day | null;
  componentCodes: string[];
  priority: string;
  fieldCode: string | null;
  sourceNumber: string | null;
  sourceDate: Day | null;
}

/** Up to one task more than may be exported. */
export function appendixOf(manager: EntityManager, actor: Actor, plan: PlanRow): Promise<AppendixRow[]> {
  const parameters: unknown[] = [plan.id];
  return manager.query(
    `SELECT t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", t.deliverable_vi AS "deliverableVi",
            t.deliverable_en AS "deliverableEn", json_build_object('id', u.id, 'code', u.code) AS "leadUnit",
            (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', c.code) ORDER BY c.code), '[]')
               FROM task_coordinator x JOIN unit c ON c.id = x.unit_id WHERE x.task_id = t.id) AS coordinating,
            t.due_text AS "dueText", t.original_due_date AS "originalDueDate",
            ARRAY(SELECT n.code FROM task_component x JOIN node n ON n.id = x.component_id
                   WHERE x.task_id = t.id AND x.valid_to = 'infinity' ORDER BY n.position, n.code) AS "componentCodes",
            t.priority, t.field_code AS "fieldCode", t.source_number AS "sourceNumber", t.source_date AS "sourceDate"
       FROM task t JOIN unit u ON u.id = t.lead_unit_id
      WHERE t.plan_id = $1 AND t.state <> 'cancelled'
        AND ${readable(actor, parameters)}
      ORDER BY t.code, t.id LIMIT ${MAX_EXPORT + 1}`,
    parameters,
  );
}

/** Groups of units by keyword: who belonged to them on a day. */
export interface UnitGroups {
  keywords: string[];
  names: UnitNames;
}

export async function groupsOf(manager: EntityManager, plan: PlanRow): Promise<UnitGroups> {
  const rows: { keyword: string }[] = await manager.query('SELECT keyword FROM unit_group ORDER BY keyword');
  return {
    keywords: rows.map(({ keyword }) => keyword),
    names: await UnitNames.load(manager, plan.issuedOn),
  };
}

/** The columns of an appendix as data files have them, so that an export can be imported again. */
export function appendixColumns(plan: PlanRow, groups: UnitGroups): CsvColumn<AppendixRow>[] {
  return [
    { header: 'taskRef', value: (task) => task.code },
    { header: 'titleVi', value: (task) => task.titleVi },
    { header: 'titleEn', value: (task) => task.titleEn },
    { header: 'deliverableVi', value: (task) => task.deliverableVi },
    { header: 'deliverableEn', value: (task) => task.deliverableEn },
    { header: 'leadUnitCode', value: (task) => task.leadUnit.code },
    { header: 'coordinatingUnitCodes', value: (task) => coordinatingOf(task, plan, groups) },
    { header: 'dueText', value: (task) => dueTextOf(task, plan.year) },
    { header: 'componentCodes', value: (task) => task.componentCodes.join(';') },
    { header: 'priority', value: (task) => task.priority },
    { header: 'groupField', value: (task) => task.fieldCode },
    { header: 'sourceNumber', value: (task) => task.sourceNumber },
    { header: 'sourceDate', value: (task) => task.sourceDate },
  ];
}

/** A group's keyword where all its units of the day take part, then the codes of the others. */
function coordinatingOf(
  { leadUnit, coordinating, sourceDate }: AppendixRow,
  plan: PlanRow,
  groups: UnitGroups,
): string {
  const taking = new Set(coordinating.map(({ id }) => id));
  const named = new Set<string>();
  const keywords: string[] = [];
  for (const keyword of groups.keywords) {
    const reading = groups.names.find(keyword, sourceDate ?? plan.issuedOn);
    const members = reading.kind === 'group' ? reading.unitIds.filter((id) => id !== leadUnit.id) : [];
    if (members.length < 2 || !members.every((id) => taking.has(id))) continue;
    keywords.push(keyword);
    for (const id of members) named.add(id);
  }
  const others = coordinating.filter(({ id }) => !named.has(id)).map(({ code }) => code);
  return [...keywords, ...others].join(';');
}

/** The words of the document where they still mean the original due date, else that day. */
function dueTextOf({ dueText, originalDueDate }: AppendixRow, planYear: number): string {
  const reading = parseDueText(dueText ?? '', planYear);
  if (!('refusal' in reading) && reading.dueDate === originalDueDate) return dueText!;
  return originalDueDate === null ? 'Thường xuyên' : showDay(originalDueDate);
}
