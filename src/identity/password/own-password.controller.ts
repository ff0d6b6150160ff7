import { Body, Controller, HttpCode, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { hashOf } from '../session/secrets';
import { sessionCookieOf } from '../session/session-authenticator';
import { OwnPassword } from './own-password';
import { ChangeOwnPasswordRequest } from './password.requests';

@ApiTags('session')
@Controller('session/password')
export class OwnPasswordController {
  constructor(private readonly ownPassword: OwnPassword) {}

  /** Changes the own password and ends the person's other sessions. */
  @SignedIn()
  @Put()
  @HttpCode(204)
  async change(
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
    @Body() body: ChangeOwnPasswordRequest,
  ): Promise<void> {
    await this.ownPassword.change(caller, body, hashOf(sessionCookieOf(request)));
  }
}
