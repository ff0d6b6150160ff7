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
           FROM counted GROUP BY GROUPING SETS ((responsible_id), ()))
       SELECT b.*, CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'displayName', r.display_name,
                'position', r.position, 'invented', r.invented, 'unit', ${unitJson}) END AS person
         FROM by_person b LEFT JOIN app_user r ON r.id = b.responsible_id LEFT JOIN unit u ON u.id = r.unit_id`,
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
