import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { PageRequest } from '../platform/http/fields';
import { IndexPage, IndexWithEditions, presentEditionSummary, presentIndex } from './index.presenter';
import { countIndexes, editionsOf, indexByCode, indexesAfter, mayWriteIndexes } from './index.queries';
import { IndexPath } from './index.requests';

@Controller('indexes')
export class IndexesController {
  constructor(private readonly dataSource: DataSource) {}

  /** All indexes, in their order. */
  @Get()
  @Allow('index.read')
  async list(@Query() page: PageRequest): Promise<IndexPage> {
    const key = page.cursor === undefined ? null : (decodeCursor(page.cursor, 2) as [number, string]);
    const rows = await indexesAfter(this.dataSource, key, page.limit + 1);
    const count = page.count ? await countIndexes(this.dataSource) : undefined;
    return toPage(rows, page.limit, (row) => [row.position, row.code], presentIndex, count);
  }

  /** An index with its editions, newest first. */
  @Get(':code')
  @Allow('index.read')
  async show(@Param() { code }: IndexPath, @CallerOf() { actor }: Caller): Promise<IndexWithEditions> {
    const index = await indexByCode(this.dataSource, code);
    const write = await mayWriteIndexes(this.dataSource, actor);
    const editions = await editionsOf(this.dataSource, code, write);
    return { ...presentIndex(index), editions: editions.map(presentEditionSummary), abilities: { write } };
  }
}
