import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../platform/access/allow';
import type { Level } from './unit/unit';

export class UnitGroup {
  /** As data files write it: ALL_DEPARTMENTS … */
  keyword!: string;
  nameVi!: string;
  nameEn!: string;
  aliases!: string[];
  /** All units of this level, valid on the day in question. */
  level!: Level;
}

export class UnitGroupList {
  items!: UnitGroup[];
  nextCursor!: string | null;
}

@ApiTags('units')
@Controller('unit-groups')
export class UnitGroupsController {
  constructor(private readonly dataSource: DataSource) {}

  /** Names that stand for all units of a level: "Các sở, ban, ngành". */
  @Allow('unit.read')
  @Get()
  async list(): Promise<UnitGroupList> {
    const items: UnitGroup[] = await this.dataSource.query(
      `SELECT keyword, name_vi AS "nameVi", name_en AS "nameEn", aliases, level FROM unit_group ORDER BY keyword LIMIT 200`,
    );
    return { items, nextCursor: null };
  }
}
