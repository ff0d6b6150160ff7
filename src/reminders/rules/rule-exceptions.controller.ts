import { Body, Controller, Delete, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { IdPipe } from '../../platform/http/id.pipe';
import { etagOf, versionFrom } from '../../platform/http/version';
import { removeException, setException } from './exceptions';
import { RuleException } from './reminder-rules.presenter';
import { SetException } from './reminder-rules.requests';

/** What holds instead of a rule for a plan, a priority, or a priority of a plan. */
@ApiTags('reminders')
@Controller('reminder-rules/:id/exceptions')
export class RuleExceptionsController {
  constructor(private readonly changes: Changes) {}

  /** Makes the exception for this plan and priority, or replaces it as a whole: then with If-Match, the version read. */
  @Allow('reminder.write')
  @Put()
  async set(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: SetException,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleException> {
    const version = ifMatch === undefined ? null : versionFrom(ifMatch);
    const exception = await this.changes.run(caller, (change) => setException(change, id, version, input));
    void reply.header('etag', etagOf(exception.version));
    return exception;
  }

  /** The rule holds again, or a wider exception; If-Match with the version read. */
  @Allow('reminder.write')
  @HttpCode(204)
  @Delete(':exceptionId')
  async remove(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('exceptionId', IdPipe) exceptionId: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    const version = versionFrom(ifMatch);
    await this.changes.run(caller, (change) => removeException(change, id, exceptionId, version));
  }
}
