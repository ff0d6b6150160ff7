import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import type { Caller } from '../platform/access/caller';
import { withinScope } from '../platform/access/scope';
import { dayOf, yearOf, type Day } from '../platform/clock/day';
import { commonProblem, fieldError, invalid } from '../platform/errors/common-problems';
import { planVisible } from '../tasks/tasks.api';
import { countedTasks, type ReportFilter } from './counted-tasks';
import type { ReportRequest } from './reports.requests';

/** A report's question, checked: everything it names exists in the caller's scope. */
export interface ReportView {
  actor: Actor;
  asOf: Day;
  filter: ReportFilter;
  /** A fresh statement: its parameters ($1 is the day) and the `counted` part to begin with. */
  statement(): { parameters: unknown[]; counted: string };
}

/** A day far outside plans and calendars is a slip of the pen. Days to come are read as if nothing changed until then. */
const YEARS = { first: 1990, last: 2200 };

@Injectable()
export class ReportViews {
  constructor(private readonly dataSource: DataSource) {}

  /** Not found when the plan, unit or index does not exist or lies outside the caller's scope. */
  async open(caller: Caller, request: ReportRequest, openPlans = false): Promise<ReportView> {
    const { planId, year, within: unitId, index } = request;
    const asOf = request.asOf ?? dayOf(caller.now);
    if (yearOf(asOf) < YEARS.first || yearOf(asOf) > YEARS.last) throw invalid(outOfRange());
    await this.gate(caller.actor, request);
    return viewOf(caller.actor, { asOf, planId, year, within: unitId, index, openPlans });
  }

  private async gate(actor: Actor, { planId, within: unitId, index }: ReportRequest): Promise<void> {
    const parameters: unknown[] = [planId ?? null, unitId ?? null, index ?? null];
    const [found]: { all: boolean }[] = await this.dataSource.query(
      `SELECT ($1::uuid IS NULL OR EXISTS (SELECT 1 FROM plan p WHERE p.id = $1 AND ${planVisible(actor, parameters)}))
          AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM unit u WHERE u.id = $2 AND ${withinScope(actor, 'report.read', 'u.id', parameters)}))
          AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM index i WHERE i.code = $3)) AS all`,
      parameters,
    );
    if (!found.all) throw commonProblem('not_found');
  }
}

/** The same question about the plans of one edition and year only. */
export function viewOfPlans(view: ReportView, plans: { editionId: string; year: number }): ReportView {
  return viewOf(view.actor, { ...view.filter, ...plans });
}

function viewOf(actor: Actor, filter: ReportFilter): ReportView {
  return {
    actor,
    filter,
    asOf: filter.asOf,
    statement() {
      const parameters: unknown[] = [filter.asOf];
      return { counted: countedTasks(actor, filter, parameters), parameters };
    },
  };
}

function outOfRange() {
  return fieldError('asOf', 'out_of_range', {
    vi: `Ngày báo cáo phải từ năm ${YEARS.first} đến năm ${YEARS.last}.`,
    en: `The day of the report must lie between ${YEARS.first} and ${YEARS.last}.`,
  });
}
