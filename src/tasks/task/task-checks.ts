import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Permission } from '../../platform/access/roles';
import type { Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { taskProblem } from './task-problems';

/** Checks of a task's references. Each returns the faults it found, so that a form hears of all of them at once. */

export interface PlanHead {
  id: string;
  year: number;
  issuedOn: Day;
  issuerUnitId: string;
  editionId: string | null;
  closedOn: Day | null;
}

/** The plan, when the actor may write tasks into it. */
export async function findPlan(manager: EntityManager, actor: Actor, planId: string): Promise<PlanHead> {
  const parameters: unknown[] = [planId];
  const [plan]: PlanHead[] = await manager.query(
    `SELECT p.id, p.year, p.issued_on AS "issuedOn", p.issuer_unit_id AS "issuerUnitId", p.edition_id AS "editionId", p.closed_on AS "closedOn" FROM plan p
      WHERE p.id = $1 AND ${withinScope(actor, 'task.assign', 'p.issuer_unit_id', parameters)}`,
    parameters,
  );
  if (!plan) throw commonProblem('not_found');
  return plan;
}

/** Units that exist, are valid on `day` and, for the lead unit, lie where the actor may assign. */
export async function unitFaults(
  manager: EntityManager,
  actor: Actor,
  permission: Permission,
  day: Day,
  leadUnitId: string | undefined,
  coordinatingUnitIds: string[],
): Promise<FieldError[]> {
  const named = [...coordinatingUnitIds, ...(leadUnitId ? [leadUnitId] : [])];
  const found = await standings(manager, actor, permission, day, named);
  const faults: FieldError[] = [];
  const lead = leadUnitId ? found.get(leadUnitId) : undefined;
  if (leadUnitId && !lead?.inScope) faults.push(fault('leadUnitId', 'unit_unknown'));
  else if (lead && !lead.valid) faults.push(fault('leadUnitId', 'unit_not_valid'));
  coordinatingUnitIds.forEach((id, n) => {
    if (!found.has(id)) faults.push(fault(`coordinatingUnitIds[${n}]`, 'unit_unknown'));
    else if (!found.get(id)!.valid) faults.push(fault(`coordinatingUnitIds[${n}]`, 'unit_not_valid'));
    if (id === leadUnitId) faults.push(fault(`coordinatingUnitIds[${n}]`, 'unit_is_lead'));
  });
  return faults;
}

/** Units of a batch, each of which leads a task of its own: existing, valid on `day`, in scope, named once. */
export async function leadFaults(
  manager: EntityManager,
  actor: Actor,
  day: Day,
  units: { path: string; id: string }[],
): Promise<FieldError[]> {
  const ids = units.map(({ id }) => id);
  const found = await standings(manager, actor, 'task.assign', day, ids);
  const seen = new Set<string>();
  return units.flatMap(({ path, id }) => {
    const unit = found.get(id);
    if (!unit?.inScope) return [fault(path, 'unit_unknown')];
    if (!unit.valid) return [fault(path, 'unit_not_valid')];
    return seen.size === seen.add(id).size ? [fault(path, 'unit_twice')] : [];
  });
}

interface Standing {
  id: string;
  inScope: boolean;
  valid: boolean;
}

/** How each unit that exists stands to the actor and the day, by id. */
async function standings(
  manager: EntityManager,
  actor: Actor,
  permission: Permission,
  day: Day,
  unitIds: string[],
): Promise<Map<string, Standing>> {
  const parameters: unknown[] = [[...new Set(unitIds)], day];
  const rows: Standing[] = await manager.query(
    `SELECT u.id, ${withinScope(actor, permission, 'u.id', parameters)} AS "inScope",
            daterange(u.valid_from, u.valid_to, '[]') @> $2::date AS valid
       FROM unit u WHERE u.id = ANY($1::uuid[])`,
    parameters,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function responsibleFaults(
  manager: EntityManager,
  leadUnitId: string,
  responsibleId: string | null | undefined,
) {
  if (!responsibleId) return [];
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM app_user WHERE id = $1 AND unit_id = $2 AND active',
    [responsibleId, leadUnitId],
  );
  return rows.length > 0 ? [] : [fault('responsibleId', 'responsible_elsewhere')];
}

/** The ids of the components named by id or code, all of the plan's edition. */
export async function resolveComponents(
  manager: EntityManager,
  editionId: string | null,
  ids: string[],
  codes: string[],
): Promise<{ componentIds: string[]; faults: FieldError[] }> {
  const rows: { id: string; code: string }[] = await manager.query(
    `SELECT n.id, n.code FROM node n
      WHERE n.edition_id = $1 AND n.level = 'component' AND (n.id = ANY($2::uuid[]) OR n.code = ANY($3::text[]))`,
    [editionId, ids, codes],
  );
  const faults = [
    ...ids.map((id, n) =>
      rows.some((row) => row.id === id) ? null : fault(`componentIds[${n}]`, 'component_unknown'),
    ),
    ...codes.map((code, n) =>
      rows.some((row) => row.code === code) ? null : fault(`componentCodes[${n}]`, 'component_unknown'),
    ),
  ].filter((found) => found !== null);
  return { componentIds: rows.map((row) => row.id), faults };
}

/** A part is due no later than the whole: faults when `day` lies after the parent's due date or before a child's. */
export async function familyFaults(
  manager: EntityManager,
  taskId: string,
  path: string,
  day: Day | null,
): Promise<FieldError[]> {
  if (day === null) return [];
  const [family]: { parentDue: Day | null; childrenDue: Day | null }[] = await manager.query(
    `SELECT (SELECT p.due_date FROM task p WHERE p.id = t.parent_id AND p.state <> 'cancelled') AS "parentDue",
            (SELECT max(c.due_date) FROM task c WHERE c.parent_id = t.id AND c.state <> 'cancelled') AS "childrenDue"
       FROM task t WHERE t.id = $1`,
    [taskId],
  );
  const { parentDue, childrenDue } = family;
  if (parentDue !== null && day > parentDue) return [fault(path, 'due_after_parent')];
  return childrenDue !== null && day < childrenDue ? [fault(path, 'due_before_children')] : [];
}

/** Refuses codes that the plan already has. */
export async function refuseTakenCodes(
  manager: EntityManager,
  planId: string,
  codes: string[],
): Promise<void> {
  const taken: unknown[] = await manager.query(
    'SELECT 1 FROM task WHERE plan_id = $1 AND code = ANY($2::text[]) LIMIT 1',
    [planId, codes],
  );
  if (taken.length > 0) throw taskProblem('task.code_taken');
}

export function refuse(faults: FieldError[]): void {
  if (faults.length > 0) throw invalid(...faults);
}

const words = {
  unit_unknown: {
    vi: 'Không có đơn vị này trong phạm vi của bạn.',
    en: 'There is no such unit in your scope.',
  },
  unit_not_valid: {
    vi: 'Đơn vị không còn hoặc chưa hoạt động vào ngày giao. Chọn đơn vị kế thừa.',
    en: 'The unit does not exist on the day of assignment. Choose its successor.',
  },
  unit_is_lead: {
    vi: 'Cơ quan chủ trì không thể đồng thời là cơ quan phối hợp.',
    en: 'The lead unit cannot also be a coordinating unit.',
  },
  responsible_elsewhere: {
    vi: 'Người chịu trách nhiệm phải là người đang công tác tại cơ quan chủ trì.',
    en: 'The responsible individual must be an active person of the lead unit.',
  },
  component_unknown: {
    vi: 'Bộ tiêu chí của kế hoạch không có tiêu chí thành phần này.',
    en: "The plan's edition has no such component.",
  },
  unit_twice: {
    vi: 'Đơn vị này đã có trong danh sách. Mỗi đơn vị chỉ nêu một lần.',
    en: 'The unit is in the list already. Name each unit once.',
  },
  units_one_way: {
    vi: 'Chọn đơn vị bằng đúng một cách: leadUnitIds, level hoặc group.',
    en: 'Choose the units in exactly one way: leadUnitIds, level or group.',
  },
  units_none: {
    vi: 'Không có đơn vị nào đang hoạt động vào ngày giao trong phạm vi của bạn. Chọn nhóm đơn vị khác.',
    en: 'No unit in your scope exists on the day of assignment. Choose other units.',
  },
  units_too_many: {
    vi: 'Nhiều hơn 500 đơn vị. Chia thành nhiều lần giao.',
    en: 'These are more than 500 units. Assign them in several requests.',
  },
  group_unknown: {
    vi: 'Không có nhóm đơn vị này. Xem danh sách tại unit-groups.',
    en: 'There is no such group of units. The list is at unit-groups.',
  },
  due_after_parent: {
    vi: 'Thời hạn của nhiệm vụ thành phần không thể sau thời hạn của nhiệm vụ chung. Gia hạn nhiệm vụ chung trước.',
    en: 'A part cannot be due after the whole. Extend the whole first.',
  },
  due_before_children: {
    vi: 'Thời hạn của nhiệm vụ chung không thể trước thời hạn của nhiệm vụ thành phần.',
    en: 'The whole cannot be due before one of its parts.',
  },
  unit_not_below: {
    vi: 'Chỉ giao tiếp cho cơ quan chủ trì của nhiệm vụ chung hoặc đơn vị trực thuộc cơ quan đó.',
    en: "A part is for the parent's lead unit or a unit below it.",
  },
  parts_elsewhere: {
    vi: 'Nhiệm vụ có phần đã giao tiếp cho đơn vị ngoài cơ quan chủ trì mới. Hủy các phần đó trước.',
    en: 'Parts were handed down to units that do not lie below the new lead unit. Cancel them first.',
  },
  due_needed: {
    vi: 'Nhiệm vụ chung có thời hạn nên nhiệm vụ thành phần cũng phải có thời hạn.',
    en: 'The whole has a due date, so its part must have one.',
  },
  due_past: {
    vi: 'Thời hạn không thể trước ngày giao. Nếu nhiệm vụ chung đã quá hạn, đề nghị gia hạn nhiệm vụ chung trước.',
    en: 'The due date cannot lie before today. Where the whole is overdue, ask for its extension first.',
  },
  part_not_coordinated: {
    vi: 'Nhiệm vụ thành phần không có cơ quan phối hợp; phối hợp là việc của nhiệm vụ chung.',
    en: 'A part has no coordinating units; the whole has.',
  },
  part_without_source: {
    vi: 'Phần việc giao tiếp không có văn bản giao riêng; văn bản giao là của nhiệm vụ trong kế hoạch.',
    en: "A part that was handed down has no assigning document of its own; the plan's task has it.",
  },
  due_before_source: {
    vi: 'Thời hạn không thể trước ngày của văn bản giao.',
    en: 'The due date cannot lie before the day of the assigning document.',
  },
};

export function fault(path: string, code: keyof typeof words): FieldError {
  return fieldError(path, code, words[code]);
}
