import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { momentOf, yearOf, type Day } from '../../src/platform/clock/day';

/** The smallest valid rows by SQL, for tests that are about something else. Each returns the new id. */

async function insert(database: DataSource, table: string, row: Record<string, unknown>): Promise<string> {
  const full: Record<string, unknown> = { id: uuidv7(), ...row };
  const names = Object.keys(full);
  await database.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    names.map((name) => full[name]),
  );
  return String(full.id);
}

/** An unpublished edition of the index TEST_INDEX (or another code); both come into being when they are not there. */
export async function addEdition(database: DataSource, year: number, code = 'TEST_INDEX'): Promise<string> {
  await database.query(
    `INSERT INTO index (code, name_vi, name_en, unit) VALUES ($1, 'Chỉ số thử', 'Test index', 'points') ON CONFLICT DO NOTHING`,
    [code],
  );
  return insert(database, 'edition', {
    index_code: code,
    year,
    name_vi: `Bộ ${year}`,
    name_en: `Set ${year}`,
  });
}

export interface NodeColumns {
  code: string;
  level?: 'field' | 'criterion' | 'component';
  parent_id?: string;
  max_points?: number | null;
  rule?: object;
  source?: string;
  task_measure?: string;
  task_scope?: string;
  owner_unit_code?: string;
  baseline_score?: number;
}

export function addNode(database: DataSource, editionId: string, columns: NodeColumns): Promise<string> {
  const names = { name_vi: `Tiêu chí ${columns.code}`, name_en: `Node ${columns.code}` };
  return insert(database, 'node', {
    edition_id: editionId,
    level: 'component',
    position: 0,
    ...names,
    ...columns,
  });
}

export function addPlan(
  database: DataSource,
  issuerUnitId: string,
  columns: { code: string; issued_on?: Day; edition_id?: string; year?: number },
): Promise<string> {
  const issued = columns.issued_on ?? '2023-01-01';
  const defaults = {
    kind: 'annual_plan',
    year: yearOf(issued),
    issued_on: issued,
    title_vi: `Kế hoạch ${columns.code}`,
  };
  return insert(database, 'plan', { issuer_unit_id: issuerUnitId, ...defaults, ...columns });
}

export interface TaskColumns {
  plan_id: string;
  lead_unit_id: string;
  code: string;
  due_date?: Day | null;
  state?: string;
  responsible_id?: string | null;
  submitted_on?: Day;
  title_vi?: string;
}

/** A task that came into being on a day; assigned unless `state` says otherwise. */
export function addTask(database: DataSource, on: Day, columns: TaskColumns): Promise<string> {
  const due = columns.due_date ?? null;
  const row = {
    title_vi: `Nhiệm vụ ${columns.code}`,
    state: 'assigned',
    ...columns,
    due_date: due,
    original_due_date: due,
  };
  return insert(database, 'task', { ...row, assigned_on: on, changed_at: momentOf(on, 9) });
}

/** Changes columns of a task as if done on a day; its past keeps what was before. */
export async function changeTask(
  database: DataSource,
  taskId: string,
  on: Day,
  columns: Partial<TaskColumns>,
): Promise<void> {
  const names = Object.keys(columns) as (keyof TaskColumns)[];
  await database.query(
    `UPDATE task SET changed_at = $2, ${names.map((name, n) => `${name} = $${n + 3}`).join(', ')} WHERE id = $1`,
    [taskId, momentOf(on, 9), ...names.map((name) => columns[name])],
  );
}

/** Submitted on one day and accepted on another. */
export async function acceptTask(
  database: DataSource,
  taskId: string,
  submitted: Day,
  accepted: Day,
): Promise<void> {
  await changeTask(database, taskId, submitted, { state: 'submitted', submitted_on: submitted });
  await changeTask(database, taskId, accepted, { state: 'accepted' });
}

export async function linkTask(
  database: DataSource,
  taskId: string,
  componentId: string,
  from: Day,
): Promise<void> {
  await database.query('INSERT INTO task_component (task_id, component_id, valid_from) VALUES ($1, $2, $3)', [
    taskId,
    componentId,
    from,
  ]);
}
