import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { differenceExact, displayPoints, sumExact } from '../../indexes/indexes.api';
import { cellColumns, linkHolds } from '../counted-tasks';
import { notes } from '../notes';
import { PlanPoints } from '../plan-points';
import { ratesOf } from '../rates';
import { ReportEditions } from '../report-editions';
import type { ReportView } from '../report-views';
import { cellsOf, type Cells } from '../reports.presenter';
import { presentComponent, type ComponentsReportAnswer } from './components.presenter';

interface Counts {
  byComponent: Map<string, Cells>;
  /** All tasks of the view, linked or not. */
  tasks: Cells;
  distinctTasks: number;
}

@Injectable()
export class ComponentsReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editions: ReportEditions,
    private readonly points: PlanPoints,
  ) {}

  async read(asked: ReportView): Promise<ComponentsReportAnswer> {
    const { edition, planYear, view } = await this.editions.of(asked);
    const [counts, points] = await Promise.all([
      this.count(view, edition.id),
      this.points.of(view, planYear),
    ]);
    const items = points.components.map((component) =>
      presentComponent(component, counts.byComponent.get(component.id), points.forecastOf(component.id)),
    );
    const lost = points.components.map((each) => differenceExact(each.maxPoints, each.baselineScore));
    return {
      asOf: view.asOf,
      edition,
      items,
      total: {
        cells: counts.tasks,
        rates: ratesOf(counts.tasks),
        distinctTasks: counts.distinctTasks,
        links: items.reduce((sum, { cells }) => sum + cells.all, 0),
        withoutComponent: counts.tasks.all - counts.distinctTasks,
        lostPoints: displayPoints(sumExact(lost)),
      },
      notes: [
        notes.countedOncePerComponent,
        ...(points.visible ? [] : [notes.pointsHidden]),
        ...(points.visible && view.filter.within ? [notes.pointsOfWholePlan] : []),
      ],
    };
  }

  private async count(view: ReportView, editionId: string): Promise<Counts> {
    const { counted, parameters } = view.statement();
    parameters.push(editionId);
    const rows: (Cells & { kind: string; componentId: string | null })[] = await this.dataSource.query(
      `WITH ${counted}, linked AS (
         SELECT c.task_id, c.cell, l.component_id FROM counted c JOIN task_component l ON l.task_id = c.task_id
           JOIN node n ON n.id = l.component_id AND n.edition_id = $${parameters.length} WHERE ${linkHolds})
       SELECT 'component' AS kind, component_id AS "componentId", ${cellColumns} FROM linked GROUP BY component_id
       UNION ALL SELECT 'linked', NULL, ${cellColumns} FROM (SELECT DISTINCT task_id, cell FROM linked) AS tasks
       UNION ALL SELECT 'all', NULL, ${cellColumns} FROM counted`,
      parameters,
    );
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return {
      byComponent: new Map(of('component').map((row) => [row.componentId!, row])),
      tasks: cellsOf(of('all')[0]),
      distinctTasks: of('linked')[0].all,
    };
  }
}
