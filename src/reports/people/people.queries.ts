import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cellColumns, illustrativeColumn, unitJson } from '../counted-tasks';
import { pageInOrder } from '../paging';
import { ratesOf } from '../rates';
import type { ReportView } from '../report-views';
import { cellsOf } from '../reports.presenter';
import {
  presentPerson,
  type PeopleReportAnswer,
  type PersonReportItem,
  type PersonReportRow,
} from './people.presenter';

@Injectable()
export class PeopleReport {
  constructor(private readonly dataSource: DataSource) {}

  async read(view: ReportView, page: { limit: number; cursor?: string }): Promise<PeopleReportAnswer> {
    const { counted, parameters } = view.statement();
    const rows: PersonReportRow[] = await this.dataSource.query(
      `WITH ${counted}, by_person AS (
         SELECT responsible_id, grouping(responsible_id) = 1 AS "isTotal", ${cellColumns},
                count(*) FILTER (WHERE cell = 'inTerm' AND due_date <= $1::date + 30)::int AS "dueWithin30Days", ${illustrativeColumn}
           FROM counted GROUP BY GROUPING SETS ((responsible_id), ())),
       led AS (
         SELECT l.responsible_id, json_agg(${unitJson} ORDER BY u.name_vi COLLATE vietnamese, u.id) AS units
           FROM (SELECT DISTINCT responsible_id, lead_unit_id FROM counted) l JOIN unit u ON u.id = l.lead_unit_id
          WHERE l.responsible_id IS NOT NULL GROUP BY l.responsible_id)
       SELECT b.*, coalesce(led.units, '[]') AS "leadUnits", CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'displayName', r.display_name,
                'position', r.position, 'invented', r.invented) END AS person
         FROM by_person b LEFT JOIN app_user r ON r.id = b.responsible_id LEFT JOIN led ON led.responsible_id = b.responsible_id`,
      parameters,
    );
    const { illustrative, ...all } = rows.find(({ isTotal }) => isTotal)!;
    const total = cellsOf(all);
    const people = rows.filter(({ isTotal }) => !isTotal).map(presentPerson);
    return {
      asOf: view.asOf,
      ...pageInOrder(people, keyOf, page),
      total: { cells: total, rates: ratesOf(total) },
      illustrative,
    };
  }
}

function keyOf({ person, cells, load }: PersonReportItem): (number | string)[] {
  return [-cells.overdue, -load.open, person?.displayName ?? '', person?.id ?? ''];
}
