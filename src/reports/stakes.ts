import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sumExact } from '../indexes/indexes.api';
import type { Actor } from '../platform/access/actor';
import { systemCaller } from '../platform/access/caller';
import { momentOf, type Day } from '../platform/clock/day';
import { Stakes } from '../reminders/reminders.api';
import { PlanPoints, type PlanYear } from './plan-points';
import { ReportViews } from './report-views';

/** The points at stake of open tasks for whoever orders work by them, read once with the eyes of the whole province. */
@Injectable()
export class PlanStakes extends Stakes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: ReportViews,
    private readonly points: PlanPoints,
  ) {
    super();
  }

  async ofOpenTasks(today: Day): Promise<(taskId: string) => number | null> {
    const planYears: PlanYear[] = await this.dataSource.query(
      'SELECT DISTINCT edition_id AS "editionId", year FROM plan WHERE closed_on IS NULL AND edition_id IS NOT NULL',
    );
    if (planYears.length === 0) return () => null;
    const caller = { ...systemCaller(momentOf(today), 'stakes'), actor: await this.everybody() };
    const view = await this.views.open(caller, { asOf: today, format: 'json' });
    const all = [...(await this.points.ofAll(view, planYears)).values()];
    // A task belongs to one plan, and so to the points of one edition and year.
    return (taskId) => sumExact(all.map((points) => points.stakeOf(taskId)));
  }

  /** A reader whose scope holds every unit. */
  private async everybody(): Promise<Actor> {
    const roots: { id: string }[] = await this.dataSource.query(
      'SELECT id FROM unit WHERE parent_id IS NULL',
    );
    const grants = roots.map(({ id }) => ({ role: 'auditor' as const, unitId: id }));
    return { userId: null, name: '', unitId: null, grants };
  }
}
