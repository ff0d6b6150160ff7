import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendars, type WorkingCalendar } from '../../calendar/calendar.api';
import { sumExact } from '../../indexes/indexes.api';
import type { Actor } from '../../platform/access/actor';
import { systemCaller } from '../../platform/access/caller';
import { addDays, daysBetween, momentOf, type Day } from '../../platform/clock/day';
import { Problem } from '../../platform/errors/problem';
import {
  Review,
  type ReviewList,
  type ReviewTask,
  type ReviewUnit,
  type WeeklyReview,
} from '../../reminders/reminders.api';
import type { OverdueReportItem } from '../overdue/overdue.presenter';
import { OverdueReport } from '../overdue/overdue.queries';
import { ratesOf } from '../rates';
import { ReportViews, type ReportView } from '../report-views';
import type { Cells } from '../reports.presenter';
import { StatusReport } from '../status/status.queries';
import { listNames, movedAndWaiting, type ListedTask, type ListName } from './review.queries';

/** How many overdue tasks, units to call and tasks of each other list a review names. */
const [OVERDUE, CALLS, LISTED] = [20, 10, 10];
const DAYS_OF_WEEK = 7;

/** The weekly review out of the same reports that its reader can open; several years are added up. */
@Injectable()
export class PlanReview extends Review {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: ReportViews,
    private readonly status: StatusReport,
    private readonly overdue: OverdueReport,
    private readonly calendars: Calendars,
  ) {
    super();
  }

  async of(reader: Actor, years: number[], today: Day): Promise<WeeklyReview> {
    const before = addDays(today, -DAYS_OF_WEEK);
    const [now, then] = await Promise.all([
      this.viewsOn(reader, years, today),
      this.viewsOn(reader, years, before),
    ]);
    const statuses = await inTurn(now, (view) => this.status.read(view));
    const earlier = await inTurn(then, (view) => this.status.read(view));
    const overdue = await inTurn(now, (view) => this.overdue.read(view, { limit: Number.MAX_SAFE_INTEGER }));
    const listed = await inTurn(now, (view) => movedAndWaiting(this.dataSource, view, before, LISTED));
    const calendar = await this.calendars.load(this.dataSource, today);
    const late = overdue.flatMap(({ items }) => items).sort(gravestFirst);
    const points = new Map(late.map((item) => [item.task.id, item.pointsAtStake]));
    const lists = Object.fromEntries(
      listNames.map((name) => [name, listOf(name, listed, today, calendar, points)]),
    ) as Record<ListName, ReviewList>;
    return {
      ...{ day: today, before, years },
      now: figuresOf(statuses.map(({ cells }) => cells)),
      then: figuresOf(earlier.map(({ cells }) => cells)),
      ...lists,
      overdue: { count: late.length, tasks: late.slice(0, OVERDUE).map(overdueTask) },
      calls: unitsToCall(late),
      illustrative: statuses.some(({ illustrative }) => illustrative),
    };
  }

  private viewsOn(actor: Actor, years: number[], asOf: Day): Promise<ReportView[]> {
    const caller = { ...systemCaller(momentOf(asOf), 'reviews.write'), actor };
    return Promise.all(years.map((year) => this.views.open(caller, { asOf, year, format: 'json' })));
  }
}

/** One after the other: a review is in no hurry, and others need the connections. */
async function inTurn<T, R>(all: T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const each of all) results.push(await work(each));
  return results;
}

function figuresOf(years: Cells[]) {
  const sum = (cell: keyof Cells) => years.reduce((total, cells) => total + cells[cell], 0);
  const cells: Cells = {
    all: sum('all'),
    doneOnTime: sum('doneOnTime'),
    doneLate: sum('doneLate'),
    inTerm: sum('inTerm'),
    overdue: sum('overdue'),
  };
  return { cells, rates: ratesOf(cells) };
}

function gravestFirst(a: OverdueReportItem, b: OverdueReportItem): number {
  return (b.pointsAtStake ?? -1) - (a.pointsAtStake ?? -1) || b.daysLate.calendar - a.daysLate.calendar;
}

function overdueTask({ task, daysLate, pointsAtStake }: OverdueReportItem): ReviewTask {
  return {
    taskId: task.id,
    code: task.code,
    title: { vi: task.titleVi, en: task.titleEn ?? task.titleVi },
    unit: { vi: task.leadUnit.nameVi, en: task.leadUnit.nameEn },
    responsible: task.responsible?.displayName ?? null,
    dueDate: task.dueDate,
    distance: { calendar: -daysLate.calendar, working: daysLate.working === null ? null : -daysLate.working },
    points: pointsAtStake,
  };
}

function unitsToCall(late: OverdueReportItem[]): ReviewUnit[] {
  const units = new Map<string, OverdueReportItem[]>();
  for (const item of late) {
    const ofUnit = units.get(item.task.leadUnit.id);
    if (ofUnit) ofUnit.push(item);
    else units.set(item.task.leadUnit.id, [item]);
  }
  return [...units.values()]
    .map((items) => ({
      unit: { vi: items[0].task.leadUnit.nameVi, en: items[0].task.leadUnit.nameEn },
      overdue: items.length,
      worstDaysLate: Math.max(...items.map(({ daysLate }) => daysLate.calendar)),
      points: sumExact(items.map(({ pointsAtStake }) => pointsAtStake)),
    }))
    .sort(
      (a, b) =>
        (b.points ?? -1) - (a.points ?? -1) || b.overdue - a.overdue || b.worstDaysLate - a.worstDaysLate,
    )
    .slice(0, CALLS);
}

function listOf(
  name: ListName,
  listed: ListedTask[][],
  today: Day,
  calendar: WorkingCalendar,
  points: Map<string, number | null>,
): ReviewList {
  const ofYears = listed.map((rows) => rows.filter(({ list }) => list === name));
  return {
    count: ofYears.reduce((sum, [first]) => sum + (first?.count ?? 0), 0),
    tasks: ofYears
      .flat()
      .slice(0, LISTED)
      .map((row) => ({
        taskId: row.id,
        code: row.code,
        title: { vi: row.titleVi, en: row.titleEn ?? row.titleVi },
        unit: { vi: row.unitVi, en: row.unitEn },
        responsible: row.responsible,
        dueDate: row.dueDate,
        distance: row.dueDate === null ? null : distance(calendar, today, row.dueDate),
        points: points.get(row.id) ?? null,
        ...(row.since ? { since: row.since } : {}),
        ...(row.cell === 'doneOnTime' || row.cell === 'doneLate' ? { cell: row.cell } : {}),
      })),
  };
}

function distance(calendar: WorkingCalendar, today: Day, dueDate: Day): ReviewTask['distance'] {
  let working: number | null = null;
  try {
    working = calendar.countWorkingDays(today, dueDate);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return { calendar: daysBetween(today, dueDate), working };
}
