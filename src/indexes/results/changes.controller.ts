import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { ChangesRequest, IndexPath } from '../index.requests';
import { changesBetweenYears } from './changes-between-years';
import { BetweenYears } from './changes.presenter';

@Controller('indexes/:code/changes')
export class ChangesController {
  constructor(private readonly dataSource: DataSource) {}

  /** How scores and ranks moved between two years. */
  @Get()
  @Allow('index.read')
  between(
    @Param() { code }: IndexPath,
    @Query() { from, to, subject }: ChangesRequest,
  ): Promise<BetweenYears> {
    return changesBetweenYears(this.dataSource, { index: code, from, to, subjectCode: subject });
  }
}
