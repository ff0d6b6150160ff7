import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BetweenYears, changesBetweenYears } from '../../indexes/indexes.api';
import { Allow } from '../../platform/access/allow';
import { AsTable } from '../table';
import { ChangesReportRequest } from './changes.requests';
import { changesTable } from './changes.table';

@Controller('reports/changes')
export class ChangesReportController {
  constructor(private readonly dataSource: DataSource) {}

  /** How an index moved between two years: in total and by field, the strongest falls named. */
  @Allow('report.read')
  @AsTable(changesTable)
  @Get()
  show(@Query() { index, from, to, subject }: ChangesReportRequest): Promise<BetweenYears> {
    return changesBetweenYears(this.dataSource, { index, from, to, subjectCode: subject });
  }
}
