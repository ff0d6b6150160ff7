import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cellColumns, illustrativeColumn, unitJson } from '../counted-tasks';
import type { ReportView } from '../report-views';
import { presentUnits, type UnitReportRow, type UnitsReportAnswer } from './units.presenter';

@Injectable()
export class UnitsReport {
  constructor(private readonly dataSource: DataSource) {}

  async read(view: ReportView, page: { limit: number; cursor?: string }): Promise<UnitsReportAnswer> {
    const { counted, parameters } = view.statement();
    const rows: UnitReportRow[] = await this.dataSource.query(
      `WITH ${counted}, by_unit AS (
         SELECT lead_unit_id, ${cellColumns}, ${illustrativeColumn} FROM counted GROUP BY GROUPING SETS ((lead_unit_id), ()))
       SELECT b.*, CASE WHEN u.id IS NOT NULL THEN ${unitJson} END AS unit
         FROM by_unit b LEFT JOIN unit u ON u.id = b.lead_unit_id
        ORDER BY (b."doneOnTime" + b."doneLate")::numeric / nullif(b."doneOnTime" + b."doneLate" + b.overdue, 0) DESC NULLS LAST,
                 b.overdue, u.name_vi COLLATE vietnamese, u.id`,
      parameters,
    );
    return presentUnits(view.asOf, rows, page);
  }
}
