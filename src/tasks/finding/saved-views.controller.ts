import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { pageOfWhole } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { versionFrom } from '../../platform/http/version';
import { ChangeView, SaveView } from './finding.requests';
import { SavedView, SavedViewList } from './saved-view.presenter';
import { SavedViews } from './saved-views';

/** Lists of tasks that a person keeps by name. To apply one, send its filter to `tasks` or `tasks/counts`. */
@ApiTags('saved views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  /** The own ones, by name. */
  @Allow('task.read')
  @Get()
  async list(@CallerOf() caller: Caller, @Query() page: PageRequest): Promise<SavedViewList> {
    return pageOfWhole(await this.views.list(caller), page, ({ id }) => id);
  }

  @Allow('task.read')
  @Get(':id')
  show(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<SavedView> {
    return this.views.read(caller, id);
  }

  @Allow('task.read')
  @Post()
  save(@CallerOf() caller: Caller, @Body() input: SaveView): Promise<SavedView> {
    return this.views.save(caller, input);
  }

  @Allow('task.read')
  @Patch(':id')
  change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangeView,
  ): Promise<SavedView> {
    return this.views.change(caller, id, versionFrom(ifMatch), input);
  }

  @Allow('task.read')
  @Delete(':id')
  @HttpCode(204)
  async remove(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    await this.views.remove(caller, id);
  }
}
