import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/actor';
import type { Caller } from '../../../platform/access/caller';
import { withinScope } from '../../../platform/access/scope';
import { dayOf } from '../../../platform/clock/day';
import { Changes } from '../../../platform/change/changes';
import { createTasks } from '../../task/create-tasks';
import { planProblem } from '../plan.problems';
import { visiblePlan, type PlanRow } from '../plan.queries';
import { itemsOf, type AppendixItem } from './appendix-items';
import { bodyLines } from './body-lines';
import { presentOutcome, type PlanImportOutcome } from './plan-import.presenter';
import type { AppendixSheet } from './pick-sheet';
import { Remembered } from './remembered';
import { readSheet, type SheetReading } from './read-sheet';
import type { Appendix } from './sheet-reader';
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
  async preview(caller: Caller, planId: string, sheet: AppendixSheet): Promise<PlanImportOutcome> {
    const { manager } = this.dataSource;
    const plan = await visiblePlan(manager, caller.actor, planId);
    return presentOutcome((await this.read(manager, caller, plan, sheet)).rows);
  }

  /** Writes the tasks unless a row is rejected. `source` names the file, for the trail. */
  commit(caller: Caller, planId: string, sheet: AppendixSheet, source: string): Promise<PlanImportOutcome> {
    return this.changes.run(caller, async (change) => {
      const { manager } = change;
      // Two imports into one plan come one after the other: the second sees the first one's tasks.
      await visiblePlan(manager, caller.actor, planId);
      await manager.query('SELECT 1 FROM plan WHERE id = $1 FOR UPDATE', [planId]);
      const plan = await visiblePlan(manager, caller.actor, planId);
      const { rows, tasks } = await this.read(manager, caller, plan, sheet);
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
    sheet: AppendixSheet,
  ): Promise<SheetReading> {
    if (plan.closedOn) throw planProblem('plan.closed');
    const items = itemsOf(bodyLines(sheet), sheet.head);
    return readSheet(sheet, items, await load(manager, caller, plan, items), caller.locale);
  }
}

/** Everything the rows refer to, in a handful of queries however many rows there are. */
async function load(
  manager: EntityManager,
  caller: Caller,
  plan: PlanRow,
  items: AppendixItem[],
): Promise<Appendix> {
  const nodes = plan.edition ? await nodesOf(manager, plan.edition.id) : [];
  const tasks = items.flatMap((item) => (item.kind === 'task' ? [item.line.cells] : []));
  const all = (column: 'taskRef' | 'titleVi') => [...new Set(tasks.map((cells) => cells[column] ?? ''))];
  return {
    planYear: plan.year,
    issuedOn: plan.issuedOn,
    today: dayOf(caller.now),
    components: plan.edition
      ? new Map(nodes.filter(({ level }) => level === 'component').map(({ code, id }) => [code, id]))
      : null,
    fields: nodes.filter(({ level }) => level === 'field'),
    units: await UnitNames.load(manager, plan.issuedOn),
    remembered: { leads: new Remembered(), helpers: new Remembered(), dues: new Remembered() },
    assignable: await assignableUnits(manager, caller.actor),
    inPlan: await tasksInPlan(manager, plan.id, all('taskRef'), all('titleVi')),
    highest: await highestNumber(manager, plan.id, plan.year),
  };
}

interface NodeOfEdition {
  id: string;
  code: string;
  level: string;
  nameVi: string;
}

/** The components and fields of an edition. */
function nodesOf(manager: EntityManager, editionId: string): Promise<NodeOfEdition[]> {
  return manager.query(
    `SELECT id, code, level, name_vi AS "nameVi" FROM node
      WHERE edition_id = $1 AND level IN ('component', 'field') ORDER BY position, code`,
    [editionId],
  );
}

async function assignableUnits(manager: EntityManager, actor: Actor): Promise<Set<string>> {
  const parameters: unknown[] = [];
  const rows: { id: string }[] = await manager.query(
    `SELECT u.id FROM unit u WHERE ${withinScope(actor, 'task.assign', 'u.id', parameters)}`,
    parameters,
  );
  return new Set(rows.map(({ id }) => id));
}
