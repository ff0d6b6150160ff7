import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Public, SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { Config } from '../../platform/config/config';
import { refuseCrossSite } from './cross-site';
import { hashOf } from './secrets';
import { bearerOf, SESSION_COOKIE, sessionCookieOf } from './session-authenticator';
import { presentSession, SessionResponse } from './session.presenter';
import { accountOf, bySession } from './session.queries';
import { SignInRequest } from './session.requests';
import { SignIn } from './sign-in';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  /** Signs in: sets the cookie `par_session`. 401 when refused, 423 while locked after five failures. */
  @Public()
  @RouteConfig({ signIn: true })
  @Post()
  async create(
    @CallerOf() caller: Caller,
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    refuseCrossSite(request, this.config.PUBLIC_URL);
    const { token, session } = await this.signIn.begin(caller, body.username, body.password);
    reply.setCookie(SESSION_COOKIE, token, { ...this.cookie(), maxAge: this.config.SESSION_HOURS * 3600 });
    return session;
  }

  /** Who is signed in. */
  @SignedIn()
  @Get()
  async show(@CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<SessionResponse> {
    const cookie = bearerOf(request) === undefined ? request.cookies[SESSION_COOKIE] : undefined;
    const session = cookie ? await bySession(this.database, hashOf(cookie), caller.now) : undefined;
    return presentSession(await accountOf(this.database, caller.actor.userId!), session?.csrfToken ?? null);
  }

  /** Signs out. 403 for a program's token, which has no session to end. */
  @SignedIn()
  @Delete()
  @HttpCode(204)
  async end(
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = sessionCookieOf(request);
    const { userId, unitId } = caller.actor;
    await this.changes.run(caller, async (change) => {
      await change.manager.query('DELETE FROM session WHERE token_hash = $1 AND user_id = $2', [
        hashOf(token),
        userId,
      ]);
      change.record({ act: 'session.ended', subjectType: 'user', subjectId: userId!, unitId });
      return null;
    });
    reply.clearCookie(SESSION_COOKIE, this.cookie());
  }

  private cookie() {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  }
}
