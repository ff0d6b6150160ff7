import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { toPage } from '../../platform/http/cursor';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { SetPasswordRequest } from '../password/password.requests';
import { EditUsers } from './edit-users';
import { presentUser, UserPage, UserResponse } from './user.presenter';
import { countUsers, listUsers, readUser } from './user.queries';
import { ChangeUserRequest, CreateUserRequest, UserSearch } from './user.requests';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly database: DataSource,
    private readonly edit: EditUsers,
  ) {}

  /** People of the caller's units and the units below, by name. */
  @Allow('user.read')
  @Get()
  async list(@CallerOf() caller: Caller, @Query() search: UserSearch): Promise<UserPage> {
    const rows = await listUsers(this.database, caller.actor, search);
    const count = search.count ? await countUsers(this.database, caller.actor, search) : undefined;
    return toPage(
      rows,
      search.limit,
      (row) => [row.displayName, row.id],
      (row) => presentUser(row, caller.actor),
      count,
    );
  }

  @Allow('user.read')
  @Get(':id')
  async show(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserResponse> {
    const row = await readUser(this.database, caller.actor, id);
    reply.header('etag', etagOf(row.version));
    return presentUser(row, caller.actor);
  }

  /** 409 with path `username` when the name is taken. */
  @Allow('user.write')
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Body() body: CreateUserRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserResponse> {
    const created = await this.edit.create(caller, body);
    reply.header('etag', etagOf(created.version));
    return created;
  }

  /** Changes a person; If-Match with the version read. */
  @Allow('user.write')
  @Patch(':id')
  async change(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeUserRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserResponse> {
    const changed = await this.edit.change(caller, id, versionFrom(ifMatch), body);
    reply.header('etag', etagOf(changed.version));
    return changed;
  }

  /** Sets a person's password and ends their sessions. */
  @Allow('user.write')
  @Put(':id/password')
  @HttpCode(204)
  async setPassword(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: SetPasswordRequest,
  ): Promise<void> {
    await this.edit.setPassword(caller, id, body.newPassword);
  }
}
