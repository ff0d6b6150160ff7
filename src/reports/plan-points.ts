import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CountedTask } from '../indexes/indexes.api';
import { withinScope } from '../platform/access/scope';
import { cellSql } from '../tasks/tasks.api';
import { linkHolds } from './counted-tasks';
import { Points, type LinkedTask } from './points';
import type { ReportView } from './report-views';
import { componentsOf } from './scored-components';

/** The plans of one year that are linked to one edition: what an index of that year is forecast from. */
export interface PlanYear {
  editionId: string;
  year: number;
}

export const keyOfYear = ({ editionId, year }: PlanYear): string => `${editionId}:${year}`;

type TaskOfYear = LinkedTask & PlanYear & CountedTask;

@Injectable()
export class PlanPoints {
  constructor(private readonly dataSource: DataSource) {}

  async of(view: ReportView, planYear: PlanYear): Promise<Points> {
    const points = await this.ofAll(view, [planYear]);
    return points.get(keyOfYear(planYear))!;
  }

  /**
   * Points are figures of the whole plan: they are read from all its tasks, and only for readers whose scope holds
   * the unit that issued it. With a plan in the view only that plan's tasks count, else those of all plans of the year.
   */
  async ofAll(view: ReportView, planYears: PlanYear[]): Promise<Map<string, Points>> {
    const editionIds = [...new Set(planYears.map(({ editionId }) => editionId))];
    const years = [...new Set(planYears.map(({ year }) => year))];
    const [hidden, components, tasks] = await Promise.all([
      this.hidden(view, editionIds, years),
      componentsOf(this.dataSource, editionIds, view.asOf),
      this.tasks(view, editionIds, years),
    ]);
    return new Map(
      planYears.map((planYear) => {
        const key = keyOfYear(planYear);
        const own = components.filter(({ editionId }) => editionId === planYear.editionId);
        return [
          key,
          new Points(
            own,
            hidden.has(key) ? null : tasks.filter((task) => keyOfYear(task) === key),
            view.asOf,
          ),
        ];
      }),
    );
  }

  /** Years with a plan that was issued by a unit beyond the reader's scope. */
  private async hidden(view: ReportView, editionIds: string[], years: number[]): Promise<Set<string>> {
    const parameters: unknown[] = [editionIds, years, view.filter.planId ?? null];
    const rows: PlanYear[] = await this.dataSource.query(
      `SELECT DISTINCT p.edition_id AS "editionId", p.year FROM plan p
        WHERE p.edition_id = ANY($1) AND p.year = ANY($2) AND ($3::uuid IS NULL OR p.id = $3)
          AND NOT ${withinScope(view.actor, 'report.read', 'p.issuer_unit_id', parameters)}`,
      parameters,
    );
    return new Set(rows.map(keyOfYear));
  }

  private tasks(view: ReportView, editionIds: string[], years: number[]): Promise<TaskOfYear[]> {
    // The links are joined as a set: asked for task by task they would be thousands of index searches.
    return this.dataSource.query(
      `WITH counted AS (
         SELECT t.task_id, p.edition_id, p.year, t.state, t.due_date, t.submitted_on, ${cellSql('$1')} AS cell
           FROM task_period t JOIN plan p ON p.id = t.plan_id
          WHERE t.valid_from <= $1::date AND t.valid_to > $1::date AND t.state NOT IN ('draft', 'cancelled')
            AND p.edition_id = ANY($2) AND p.year = ANY($3) AND ($4::uuid IS NULL OR p.id = $4)),
       linked AS (
         SELECT l.task_id, array_agg(l.component_id) AS ids FROM task_component l JOIN counted c ON c.task_id = l.task_id
          WHERE ${linkHolds} GROUP BY l.task_id)
       SELECT c.task_id AS id, c.edition_id AS "editionId", c.year, c.state, c.due_date AS "dueDate",
              c.submitted_on AS "submittedOn", c.cell, coalesce(l.ids, '{}') AS "componentIds"
         FROM counted c LEFT JOIN linked l ON l.task_id = c.task_id`,
      [view.asOf, editionIds, years, view.filter.planId ?? null],
    );
  }
}
