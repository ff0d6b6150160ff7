import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cellColumns, illustrativeColumn } from '../counted-tasks';
import type { ReportView } from '../report-views';
import { presentStatus, type StatusReportAnswer, type StatusRow } from './status.presenter';

@Injectable()
export class StatusReport {
  constructor(private readonly dataSource: DataSource) {}

  async read(view: ReportView): Promise<StatusReportAnswer> {
    const { counted, parameters } = view.statement();
    const [row]: StatusRow[] = await this.dataSource.query(
      `WITH ${counted} SELECT ${cellColumns}, count(*) FILTER (WHERE state = 'submitted')::int AS "awaitingAcceptance", ${illustrativeColumn} FROM counted`,
      parameters,
    );
    return presentStatus(view.asOf, row);
  }
}
