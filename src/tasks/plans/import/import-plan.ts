import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/actor';
import type { Caller } from '../../../platform/access/caller';
import { withinScope } from '../../../platform/access/scope';
import { Changes } from '../../../platform/change/changes';
import type { Table } from '../../../platform/files/table';
import { createTasks } from '../../task/create-tasks';
import { planProblem } from '../plan.problems';
import { visiblePlan, type PlanRow } from '../plan.queries';
import { layoutOf, type Layout } from './columns';
import { presentOutcome, type PlanImportOutcome } from './plan-import.presenter';
import { readSheet, type Appendix, type SheetReading } from './read-sheet';
import { highestNumber, tasksInPlan } from './tasks-in-plan';
import { UnitNames } from './unit-names';

/** Takes the appendix of a plan: all its rows become tasks, or none does. */
@Injectable()
export class ImportPlan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** What an import would do. Writes nothing. */
  async preview(caller: Caller, planId: string, table: Table): Promise<PlanImportOutcome> {
    const { manager } = this.dataSource;
    const plan = await visiblePlan(manager, caller.actor, planId);
    return presentOutcome((await this.read(manager, caller, plan, table)).rows);
  }

  /** Writes the tasks unless a row is rejected. `source` names the file, for the trail. */
  commit(caller: Caller, planId: string, table: Table, source: string): Promise<PlanImportOutcome> {
    return this.changes.run(caller, async (change) => {
      const { manager } = change;
      // Two imports into one plan come one after the other: the second sees the first one's tasks.
      await visiblePlan(manager, caller.actor, planId);
      await manager.query('SELECT 1 FROM plan WHERE id = $1 FOR UPDATE', [planId]);
      const plan = await visiblePlan(manager, caller.actor, planId);
      const { rows, tasks } = await this.read(manager, caller, plan, table);
      const outcome = presentOutcome(rows);
      if (outcome.summary.rejected > 0 || tasks.length === 0) return outcome;
      await createTasks(change, plan, tasks);
      change.record({
        act: 'plan.imported',
        subjectType: 'plan',
        subjectId: plan.id,
        unitId: plan.issuer.id,
        changes: { tasksAdded: [null, tasks.length] },
        note: source,
      });
      return outcome;
    });
  }

  private async read(
    manager: EntityManager,
    caller: Caller,
    plan: PlanRow,
    table: Table,
  ): Promise<SheetReading> {
    if (plan.closedOn) throw planProblem('plan.closed');
    const layout = layoutOf(table.headers);
    const appendix = await load(manager, caller.actor, plan, table, layout);
    return readSheet(table, layout, appendix, caller.locale);
  }
}

/** Everything the rows refer to, in a handful of queries however many rows there are. */
async function load(
  manager: EntityManager,
  actor: Actor,
  plan: PlanRow,
  table: Table,
  { heads }: Layout,
): Promise<Appendix> {
  const cellsOf = (head: string | undefined) =>
    head === undefined ? [] : [...new Set(table.rows.map(({ cells }) => cells[head]))];
  return {
    planYear: plan.year,
    issuedOn: plan.issuedOn,
    components: plan.edition ? await componentsOf(manager, plan.edition.id) : null,
    units: await UnitNames.load(manager, plan.issuedOn),
    assignable: await assignableUnits(manager, actor),
    inPlan: await tasksInPlan(manager, plan.id, cellsOf(heads.taskRef), cellsOf(heads.titleVi)),
    highest: await highestNumber(manager, plan.id, plan.year),
  };
}

async function componentsOf(manager: EntityManager, editionId: string): Promise<Map<string, string>> {
  const rows: { code: string; id: string }[] = await manager.query(
    `SELECT code, id FROM node WHERE edition_id = $1 AND level = 'component'`,
    [editionId],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

async function assignableUnits(manager: EntityManager, actor: Actor): Promise<Set<string>> {
  const parameters: unknown[] = [];
  const rows: { id: string }[] = await manager.query(
    `SELECT u.id FROM unit u WHERE ${withinScope(actor, 'task.assign', 'u.id', parameters)}`,
    parameters,
  );
  return new Set(rows.map(({ id }) => id));
}
