import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendars, type WorkingCalendar } from '../../calendar/calendar.api';
import type { Day } from '../../platform/clock/day';
import { Problem } from '../../platform/errors/problem';
import { unitJson } from '../counted-tasks';
import { notes } from '../notes';
import { pageInOrder } from '../paging';
import { keyOfYear, PlanPoints } from '../plan-points';
import type { ReportView } from '../report-views';
import { lastWordsOf } from './last-words';
import { presentOverdue, type OverdueReportAnswer, type OverdueRow } from './overdue.presenter';

interface Staked {
  row: OverdueRow;
  /** Unrounded; null where it must not be told, or for a task without an edition. */
  stake: number | null;
}

@Injectable()
export class OverdueReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly points: PlanPoints,
    private readonly calendars: Calendars,
  ) {}

  async read(view: ReportView, page: { limit: number; cursor?: string }): Promise<OverdueReportAnswer> {
    const { asOf } = view;
    const staked = await this.withStakes(view, await this.overdue(view));
    // The earlier it was due, the more days late.
    const keyOf = ({ row, stake }: Staked) => [-(stake ?? -1), row.dueDate, row.code, row.id];
    const { items, nextCursor } = pageInOrder(staked, keyOf, page);
    const [calendar, words] = await Promise.all([
      this.calendars.load(this.dataSource, asOf),
      lastWordsOf(
        this.dataSource,
        items.map(({ row }) => row.id),
        asOf,
      ),
    ]);
    const shown = items.map(({ row, stake }) => {
      const working = workingDays(calendar, row.dueDate, asOf);
      return presentOverdue(row, { asOf, working, stake, words: words.get(row.id) });
    });
    const hidden = staked.some(({ row, stake }) => row.editionId !== null && stake === null);
    const uncounted = shown.some(({ daysLate }) => daysLate.working === null);
    return {
      asOf,
      items: shown,
      nextCursor,
      count: staked.length,
      illustrative: staked.some(({ row }) => row.illustrative),
      notes: [...(hidden ? [notes.pointsHidden] : []), ...(uncounted ? [notes.workingDaysUnknown] : [])],
    };
  }

  private async withStakes(view: ReportView, rows: OverdueRow[]): Promise<Staked[]> {
    const planYears = new Map(
      rows.flatMap(({ editionId, year }) => {
        const planYear = editionId === null ? null : { editionId, year };
        return planYear ? [[keyOfYear(planYear), planYear] as const] : [];
      }),
    );
    const points = await this.points.ofAll(view, [...planYears.values()]);
    return rows.map((row) => {
      const own =
        row.editionId === null
          ? undefined
          : points.get(keyOfYear({ editionId: row.editionId, year: row.year }));
      return { row, stake: own?.stakeOf(row.id) ?? null };
    });
  }

  private overdue(view: ReportView): Promise<OverdueRow[]> {
    const { counted, parameters } = view.statement();
    return this.dataSource.query(
      `WITH ${counted}
       SELECT t.id, t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", c.due_date AS "dueDate",
              p.edition_id AS "editionId", p.year, p.illustrative, ${unitJson} AS "leadUnit",
              CASE WHEN r.id IS NOT NULL THEN
                json_build_object('id', r.id, 'displayName', r.display_name, 'invented', r.invented) END AS responsible
         FROM counted c JOIN task t ON t.id = c.task_id JOIN plan p ON p.id = c.plan_id JOIN unit u ON u.id = c.lead_unit_id
         LEFT JOIN app_user r ON r.id = c.responsible_id
        WHERE c.cell = 'overdue'`,
      parameters,
    );
  }
}

function workingDays(calendar: WorkingCalendar, from: Day, to: Day): number | null {
  try {
    return calendar.countWorkingDays(from, to);
  } catch (error) {
    if (error instanceof Problem && error.code === 'calendar.year_unknown') return null;
    throw error;
  }
}
