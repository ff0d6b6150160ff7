import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock/day';
import { taskConditions } from '../task/task.queries';
import { cellSql } from '../task/task-sql';
import { cells, taskStates } from '../task/task-status';
import type { CountRow, CountedRelations } from './counts.presenter';
import type { CountFilter } from './finding.requests';
import { relatedSql, type Relation } from './relations';

const relationNames: Record<keyof CountedRelations, Relation> = {
  mine: 'mine',
  myUnit: 'my_unit',
  assignedByMe: 'assigned_by_me',
  waitingForMe: 'waiting_for_me',
};

/** How many of the tasks in scope that match stand in each cell, in each state and, when asked, to the actor: one statement. */
export async function countByTab(
  reader: DataSource,
  actor: Actor,
  filter: CountFilter,
  today: Day,
): Promise<CountRow> {
  const parameters: unknown[] = [today];
  const conditions = taskConditions(actor, filter, parameters);
  const related = filter.relations
    ? Object.entries(relationNames).map(
        ([name, relation]) => [name, countIf(relatedSql(actor, relation, parameters, true))] as const,
      )
    : [];
  const [row]: CountRow[] = await reader.query(
    `SELECT count(*)::int AS "all",
       ${object([['all', 'count(c.cell)'], ...cells.map((cell) => [cell, countIf(`c.cell = '${cell}'`)] as const)])} AS cells,
       ${object(taskStates.map((state) => [state, countIf(`t.state = '${state}'`)]))} AS "byState"
       ${filter.relations ? `, ${object(related)} AS relations` : ''}
     FROM task t CROSS JOIN LATERAL (SELECT ${cellSql('$1')} AS cell) c WHERE ${conditions.join(' AND ')}`,
    parameters,
  );
  return row;
}

function countIf(condition: string): string {
  return `count(*) FILTER (WHERE ${condition})`;
}

function object(fields: readonly (readonly [name: string, sql: string])[]): string {
  return `json_build_object(${fields.map(([name, sql]) => `'${name}', ${sql}`).join(', ')})`;
}
