import { Global, Module } from '@nestjs/common';
import { Changes } from './change/changes';
import { Clock } from './clock/clock';
import { Config, readConfig } from './config/config';
import { DatabaseModule } from './database/database.module';
import { Mailer } from './mail/mailer';
import { QueueModule } from './queue/queue.module';

/** What every room stands on: configuration, clock, database, queue, changes, mail. */
@Global()
@Module({
  imports: [DatabaseModule, QueueModule],
  providers: [{ provide: Config, useFactory: () => readConfig() }, Clock, Changes, Mailer],
  exports: [Config, Clock, Changes, Mailer],
})
export class PlatformModule {}
