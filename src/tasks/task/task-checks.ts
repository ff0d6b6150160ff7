import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Permission } from '../../platform/access/roles';
import type { Day } from '../../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';

/** Checks of a task's references. Each returns the faults it found, so that a form hears of all of them at once. */

export interface PlanHead {
  id: string;
  year: number;
  issuedOn: Day;
  editionId: string | null;
  closedOn: Day | null;
}

/** The plan, when the actor may write tasks into it. */
export async function findPlan(manager: EntityManager, actor: Actor, planId: string): Promise<PlanHead> {
  const parameters: unknown[] = [planId];
  const [plan]: PlanHead[] = await manager.query(
    `SELECT p.id, p.year, p.issued_on AS "issuedOn", p.edition_id AS "editionId", p.closed_on AS "closedOn" FROM plan p
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
  const parameters: unknown[] = [
    [...new Set([...coordinatingUnitIds, ...(leadUnitId ? [leadUnitId] : [])])],
    day,
  ];
  const rows: { id: string; inScope: boolean; valid: boolean }[] = await manager.query(
    `SELECT u.id, ${withinScope(actor, permission, 'u.id', parameters)} AS "inScope",
            daterange(u.valid_from, u.valid_to, '[]') @> $2::date AS valid
       FROM unit u WHERE u.id = ANY($1::uuid[])`,
    parameters,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
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
  due_before_source: {
    vi: 'Thời hạn không thể trước ngày của văn bản giao.',
    en: 'The due date cannot lie before the day of the assigning document.',
  },
};

export function fault(path: string, code: keyof typeof words): FieldError {
  return fieldError(path, code, words[code]);
}
