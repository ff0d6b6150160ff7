import { uuidv7 } from 'uuidv7';
import type { Permission } from '../../platform/access/roles';
import { withinScope } from '../../platform/access/scope';
import type { Change } from '../../platform/change/change';
import { commonProblem, fieldError, invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { changesBetween } from '../../platform/journal/journal';
import { createTask, readable, refuse } from '../../tasks/tasks.api';
import { analysisProblem } from './analysis.problems';
import type { ChangeAnalysis, CreateAnalysis, TaskFromAnalysis } from './analysis.requests';

/** What a person says; who agreed and when is beside it. */
interface Words {
  personId: string | null;
  achieved: string | null;
  notAchieved: string;
  cause: string | null;
  solution: string | null;
  taskIds: string[];
}

interface Held extends Words {
  id: string;
  componentId: string;
  unitId: string;
  agreed: boolean;
  version: number;
}

/** Writes down what a component lost and who answers; returns its id. One for each component and unit. */
export async function createAnalysis(change: Change, input: CreateAnalysis): Promise<string> {
  const { manager, caller } = change;
  const { componentId, unitId, taskIds = [] } = input;
  const words = wordsOf(input, taskIds);
  const parameters: unknown[] = [componentId, unitId];
  const [found]: { component: boolean; unit: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT 1 FROM node n WHERE n.id = $1 AND n.level = 'component') AS component,
            EXISTS (SELECT 1 FROM unit u WHERE u.id = $2 AND ${withinScope(caller.actor, 'analysis.write', 'u.id', parameters)}) AS unit`,
    parameters,
  );
  refuse([
    ...(found.component ? [] : [fault('componentId', 'component_unknown')]),
    ...(found.unit ? [] : [fault('unitId', 'unit_unknown')]),
    ...(await faultsOf(change, unitId, words)),
  ]);
  const id = uuidv7();
  const made: unknown[] = await manager.query(
    `INSERT INTO analysis (id, component_id, unit_id, person_id, achieved, not_achieved, cause, solution, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (component_id, unit_id) DO NOTHING RETURNING id`,
    [id, componentId, unitId, ...valuesOf(words), caller.actor.userId, change.now],
  );
  if (made.length === 0) throw analysisProblem('analysis.there_already');
  await writeTasks(change, id, words.taskIds);
  record(change, 'analysis.written', { id, unitId }, {}, { componentId, ...words });
  return id;
}

export async function changeAnalysis(
  change: Change,
  id: string,
  version: number,
  input: ChangeAnalysis,
): Promise<void> {
  const before = await hold(change, id, 'analysis.write', version);
  if (before.agreed) throw analysisProblem('analysis.agreed');
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: Words = wordsOf({ ...before, ...given }, input.taskIds ?? before.taskIds);
  refuse(await faultsOf(change, before.unitId, after, before.taskIds));
  await change.manager.query(
    `UPDATE analysis SET person_id = $2, achieved = $3, not_achieved = $4, cause = $5, solution = $6, version = version + 1 WHERE id = $1`,
    [id, ...valuesOf(after)],
  );
  await writeTasks(change, id, after.taskIds);
  record(change, 'analysis.changed', before, wordsOf(before, before.taskIds), after);
}

/** The committee agrees: nothing of it changes any more, unless it is reopened. */
export async function agreeOnAnalysis(change: Change, id: string, version: number): Promise<void> {
  const held = await hold(change, id, 'analysis.agree', version);
  if (held.agreed) throw analysisProblem('analysis.agreed');
  refuse(
    (['personId', 'cause', 'solution'] as const)
      .filter((field) => held[field] === null)
      .map((field) => fault(field, 'needed_to_agree')),
  );
  await change.manager.query(
    'UPDATE analysis SET agreed_at = $2, agreed_by = $3, version = version + 1 WHERE id = $1',
    [id, change.now, change.caller.actor.userId],
  );
  record(change, 'analysis.agreed', held, { agreed: false }, { agreed: true });
}

export async function reopenAnalysis(change: Change, id: string, version: number): Promise<void> {
  const held = await hold(change, id, 'analysis.agree', version);
  if (!held.agreed) throw analysisProblem('analysis.not_agreed');
  await change.manager.query(
    'UPDATE analysis SET agreed_at = NULL, agreed_by = NULL, version = version + 1 WHERE id = $1',
    [id],
  );
  record(change, 'analysis.reopened', held, { agreed: true }, { agreed: false });
}

/** Assigns the solution as a task of the unit and person that answer, linked to the component. */
export async function assignSolution(
  change: Change,
  id: string,
  version: number,
  input: TaskFromAnalysis,
): Promise<void> {
  const held = await hold(change, id, 'task.assign', version);
  const titleVi = input.titleVi ?? held.solution?.split('\n')[0].slice(0, 500);
  if (!titleVi) throw invalid(fault('titleVi', 'title_needed'));
  const { planId, deliverableVi, dueDate } = input;
  const responsibleId = held.personId;
  const taskId = await createTask(change, {
    ...{ planId, titleVi, deliverableVi, dueDate, responsibleId },
    ...{ leadUnitId: held.unitId, componentIds: [held.componentId] },
  });
  await change.manager.query('UPDATE analysis SET version = version + 1 WHERE id = $1', [id]);
  await writeTasks(change, id, [...held.taskIds, taskId]);
  const { taskIds } = held;
  record(change, 'analysis.assigned', held, { taskIds }, { taskIds: [...taskIds, taskId] });
}

/** The analysis, locked: 404 beyond the reader's scope, 403 without the permission there, 412 when `version` is not the latest. */
async function hold(change: Change, id: string, permission: Permission, version: number): Promise<Held> {
  const { actor } = change.caller;
  const parameters: unknown[] = [id];
  const [row]: (Held & { permitted: boolean })[] = await change.manager.query(
    `SELECT a.id, a.component_id AS "componentId", a.unit_id AS "unitId", a.person_id AS "personId", a.achieved,
            a.not_achieved AS "notAchieved", a.cause, a.solution, a.agreed_at IS NOT NULL AS agreed, a.version,
            ARRAY(SELECT l.task_id FROM analysis_task l WHERE l.analysis_id = a.id ORDER BY 1) AS "taskIds",
            ${withinScope(actor, permission, 'a.unit_id', parameters)} AS permitted
       FROM analysis a WHERE a.id = $1 AND ${withinScope(actor, 'report.read', 'a.unit_id', parameters)} FOR UPDATE OF a`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  if (!row.permitted) throw commonProblem('forbidden');
  if (row.version !== version) throw commonProblem('stale');
  return row;
}

/** The person is of the unit; new tasks are ones that the writer may read. */
async function faultsOf(
  change: Change,
  unitId: string,
  words: Words,
  known: string[] = [],
): Promise<FieldError[]> {
  const added = words.taskIds.filter((id) => !known.includes(id));
  const parameters: unknown[] = [words.personId, unitId, added];
  const [found]: { person: boolean; tasks: string[] }[] = await change.manager.query(
    `SELECT $1::uuid IS NULL OR EXISTS (SELECT 1 FROM app_user p WHERE p.id = $1 AND p.unit_id = $2 AND p.active) AS person,
            ARRAY(SELECT t.id FROM task t WHERE t.id = ANY($3::uuid[]) AND ${readable(change.caller.actor, parameters)}) AS tasks`,
    parameters,
  );
  return [
    ...(found.person ? [] : [fault('personId', 'person_elsewhere')]),
    ...words.taskIds.flatMap((id, n) =>
      known.includes(id) || found.tasks.includes(id) ? [] : [fault(`taskIds[${n}]`, 'task_unknown')],
    ),
  ];
}

async function writeTasks({ manager }: Change, id: string, taskIds: string[]): Promise<void> {
  await manager.query('DELETE FROM analysis_task WHERE analysis_id = $1 AND task_id <> ALL($2::uuid[])', [
    id,
    taskIds,
  ]);
  await manager.query(
    'INSERT INTO analysis_task (analysis_id, task_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
    [id, taskIds],
  );
}

function record(
  change: Change,
  act: string,
  { id, unitId }: { id: string; unitId: string },
  before: object,
  after: object,
) {
  const changes = changesBetween(before, after);
  change.record({ act, subjectType: 'analysis', subjectId: id, unitId, changes });
}

function wordsOf(
  input: Omit<Partial<Words>, 'notAchieved'> & { notAchieved: string },
  taskIds: string[],
): Words {
  const { personId = null, achieved = null, notAchieved, cause = null, solution = null } = input;
  return { personId, achieved, notAchieved, cause, solution, taskIds: [...new Set(taskIds)].sort() };
}

const valuesOf = ({ personId, achieved, notAchieved, cause, solution }: Words) => [
  ...[personId, achieved, notAchieved, cause, solution],
];

const texts = {
  component_unknown: { vi: 'Không có tiêu chí thành phần này.', en: 'There is no such component.' },
  unit_unknown: {
    vi: 'Không có đơn vị này trong phạm vi bạn được viết phân tích.',
    en: 'There is no such unit where you may write analyses.',
  },
  person_elsewhere: {
    vi: 'Người chịu trách nhiệm phải là người đang công tác tại đơn vị đã chọn.',
    en: 'The person must be an active person of the unit.',
  },
  task_unknown: {
    vi: 'Không có nhiệm vụ này trong phạm vi của bạn.',
    en: 'There is no such task in your scope.',
  },
  needed_to_agree: { vi: 'Phải điền trước khi thống nhất.', en: 'Is needed before the analysis is agreed.' },
  title_needed: {
    vi: 'Nhập tên nhiệm vụ, hoặc điền giải pháp trước.',
    en: 'Give the task a title, or write down the solution first.',
  },
};

function fault(path: string, code: keyof typeof texts): FieldError {
  return fieldError(path, code, texts[code]);
}
