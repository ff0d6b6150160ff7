import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { sessionCookieOf } from '../session/session-authenticator';
import { NewToken, TokenList } from './token.presenter';
import { CreateTokenRequest } from './token.requests';
import { Tokens } from './tokens';

@ApiTags('tokens')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: Tokens) {}

  /** The own tokens, without their secrets. */
  @SignedIn()
  @Get()
  async list(@CallerOf() caller: Caller, @Query() page: PageRequest): Promise<TokenList> {
    return this.tokens.list(caller, page);
  }

  /** Makes a token for a program; only this answer holds its secret. Needs a session: a token makes no tokens. */
  @SignedIn()
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Body() body: CreateTokenRequest,
  ): Promise<NewToken> {
    sessionCookieOf(request);
    return this.tokens.create(caller, body);
  }

  /** Revokes a token at once. */
  @SignedIn()
  @Delete(':id')
  @HttpCode(204)
  async revoke(@CallerOf() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    await this.tokens.revoke(caller, id);
  }
}
