import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../platform/access/allow';
import { pageOfWhole } from '../platform/http/cursor';
import { PageRequest } from '../platform/http/fields';
import { type UnitGroup, UnitGroupList } from './unit-groups.presenter';

@ApiTags('units')
@Controller('unit-groups')
export class UnitGroupsController {
  constructor(private readonly dataSource: DataSource) {}

  /** Names that stand for all units of a level: "Các sở, ban, ngành". */
  @Allow('unit.read')
  @Get()
  async list(@Query() page: PageRequest): Promise<UnitGroupList> {
    const groups: UnitGroup[] = await this.dataSource.query(
      `SELECT keyword, name_vi AS "nameVi", name_en AS "nameEn", aliases, level FROM unit_group ORDER BY keyword LIMIT 200`,
    );
    return pageOfWhole(groups, page, ({ keyword }) => keyword);
  }
}
