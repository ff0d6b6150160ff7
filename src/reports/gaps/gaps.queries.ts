import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { differenceExact, displayPoints } from '../../indexes/indexes.api';
import { within, withinScope } from '../../platform/access/scope';
import { linkHolds } from '../counted-tasks';
import { notes } from '../notes';
import { PlanPoints } from '../plan-points';
import type { Points } from '../points';
import { ReportEditions } from '../report-editions';
import type { ReportView } from '../report-views';
import type { ScoredComponent } from '../scored-components';
import type {
  DoneButFlat,
  GapComponent,
  GapsReportAnswer,
  LostWithoutTask,
  UnlinkedTask,
} from './gaps.presenter';

const LISTED = 200;

@Injectable()
export class GapsReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editions: ReportEditions,
    private readonly points: PlanPoints,
  ) {}

  async read(asked: ReportView): Promise<GapsReportAnswer> {
    const { edition, planYear, view } = await this.editions.of(asked);
    const points = await this.points.of(view, planYear);
    const { visible } = points;
    const whole = visible && view.filter.within === undefined;
    const [reach, unlinked] = await Promise.all([
      this.reach(view, edition.id, whole),
      this.unlinked(view, edition.id),
    ]);
    const components = points.components.filter(({ id }) => reach.has(id));
    return {
      asOf: view.asOf,
      edition,
      lostWithoutTask: components
        .filter(({ id }) => !reach.get(id)!.hasTask)
        .flatMap(lostWithoutTask)
        .sort((a, b) => b.lostPoints - a.lostPoints),
      tasksWithoutComponent: unlinked.map(({ id, code, titleVi }) => ({ id, code, titleVi })),
      tasksWithoutComponentCount: unlinked[0]?.count ?? 0,
      doneButFlat: components.flatMap((component) => doneButFlat(component, points)),
      notes: [...(whole ? [] : [notes.gapsOfOwners]), ...(visible ? [] : [notes.pointsHidden])],
    };
  }

  /**
   * Components this reader is told of, and whether any task works for them: all of them where the whole plan is in
   * the view, otherwise those owned by units in it. That a task exists is asked of the whole plan, or it would mislead.
   */
  private async reach(
    view: ReportView,
    editionId: string,
    whole: boolean,
  ): Promise<Map<string, { hasTask: boolean }>> {
    const { planId, within: unitId, year } = view.filter;
    const parameters: unknown[] = [
      view.asOf,
      editionId,
      planId ?? null,
      whole,
      unitId ? [unitId] : null,
      year,
    ];
    const rows: { id: string; hasTask: boolean }[] = await this.dataSource.query(
      `SELECT n.id, EXISTS (
                SELECT 1 FROM task_component l
                  JOIN task_period t ON t.task_id = l.task_id AND t.valid_from <= $1::date AND t.valid_to > $1::date
                  JOIN plan p ON p.id = t.plan_id
                 WHERE l.component_id = n.id AND ${linkHolds} AND t.state NOT IN ('draft', 'cancelled')
                   AND p.edition_id = n.edition_id AND p.year = $6 AND ($3::uuid IS NULL OR p.id = $3)) AS "hasTask"
         FROM node n WHERE n.edition_id = $2 AND n.level = 'component' AND ($4::boolean OR n.owner_unit_code IN (
                SELECT u.code FROM unit u WHERE ${withinScope(view.actor, 'report.read', 'u.id', parameters)}
                   AND ($5::uuid[] IS NULL OR ${within('u.id', '$5::uuid[]')})))`,
      parameters,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A part that was handed down is none: its points are those of the plan's task. */
  private unlinked(view: ReportView, editionId: string): Promise<(UnlinkedTask & { count: number })[]> {
    const { counted, parameters } = view.statement();
    parameters.push(editionId, LISTED);
    return this.dataSource.query(
      `WITH ${counted}
       SELECT t.id, t.code, t.title_vi AS "titleVi", count(*) OVER ()::int AS count
         FROM counted c JOIN task t ON t.id = c.task_id
        WHERE NOT EXISTS (SELECT 1 FROM task_component l JOIN node n ON n.id = l.component_id
                           WHERE l.task_id = c.task_id AND n.edition_id = $${parameters.length - 1} AND ${linkHolds})
        ORDER BY t.code, t.id LIMIT $${parameters.length}`,
      parameters,
    );
  }
}

function lostWithoutTask(component: ScoredComponent): LostWithoutTask[] {
  const lost = differenceExact(component.maxPoints, component.baselineScore);
  if (lost === null || lost <= 0) return [];
  return [{ component: named(component), lostPoints: displayPoints(lost)! }];
}

function doneButFlat(component: ScoredComponent, points: Points): DoneButFlat[] {
  const tasks = points.linkedTo(component.id);
  const now = points.forecastOf(component.id)?.points ?? null;
  const { maxPoints, baselineScore: baseline } = component;
  if (tasks.length === 0 || now === null || maxPoints === null || baseline === null) return [];
  const done = tasks.every(({ cell }) => cell === 'doneOnTime' || cell === 'doneLate');
  if (!done || now > baseline || baseline >= maxPoints) return [];
  return [{ component: named(component), points: displayPoints(now)!, baseline: displayPoints(baseline)! }];
}

function named({ code, nameVi, nameEn }: ScoredComponent): GapComponent {
  return { code, nameVi, nameEn };
}
