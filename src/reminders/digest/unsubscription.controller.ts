import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Config } from '../../platform/config/config';
import { askPage, donePage } from './unsubscription-page';
import { Unsubscribe } from './unsubscribe';

const PAGE = 'text/html; charset=utf-8';

/** Where the link of a digest leads. Programs that try every link only look; a mail program's one click posts (RFC 8058). */
@ApiTags('reminders')
@Controller('digest-unsubscription')
export class UnsubscriptionController {
  constructor(
    private readonly unsubscribe: Unsubscribe,
    private readonly config: Config,
  ) {}

  /** A page that asks; changes nothing. */
  @Public()
  @Get(':token')
  @Header('content-type', PAGE)
  @Header('x-robots-tag', 'noindex')
  @ApiProduces('text/html')
  async ask(@Param('token') token: string): Promise<string> {
    return askPage(await this.unsubscribe.look(token), this.config.PUBLIC_URL);
  }

  /** Stops the digest, or the weekly review, of the person whose letter it stood in; says what duty keeps. */
  @Public()
  @Post(':token')
  @HttpCode(200)
  @Header('content-type', PAGE)
  @ApiProduces('text/html')
  async stop(@CallerOf() caller: Caller, @Param('token') token: string): Promise<string> {
    return donePage(await this.unsubscribe.stop(caller, token), this.config.PUBLIC_URL);
  }
}
