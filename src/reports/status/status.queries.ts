import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cells } from '../../tasks/tasks.api';
import { cellColumns, illustrativeColumn } from '../counted-tasks';
import type { ReportView } from '../report-views';
import { presentStatus, type StatusReportAnswer, type StatusRow } from './status.presenter';

const originalCells = cells.map((cell) => `'${cell}', count(*) FILTER (WHERE original_cell = '${cell}')`);
const byOriginalDueDate = `json_build_object('all', count(original_cell), ${originalCells.join(', ')}) AS "byOriginalDueDate"`;

@Injectable()
export class StatusReport {
  constructor(private readonly dataSource: DataSource) {}

  async read(view: ReportView): Promise<StatusReportAnswer> {
    const { counted, parameters } = view.statement();
    const [row]: StatusRow[] = await this.dataSource.query(
      `WITH ${counted} SELECT ${cellColumns}, ${byOriginalDueDate},
         count(*) FILTER (WHERE state = 'submitted')::int AS "awaitingAcceptance", ${illustrativeColumn} FROM counted`,
      parameters,
    );
    return presentStatus(view.asOf, row);
  }
}
