import { Controller, Get, Header, Logger } from '@nestjs/common';
import { InjectQueue } from '@nestjs/bull';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow';
import { defineProblems } from '../errors/problem';
import { QUEUE } from '../queue/jobs';
import { metrics } from './metrics';

const problem = defineProblems({
  'health.not_ready': {
    status: 503,
    vi: 'Chưa sẵn sàng: {parts} không trả lời.',
    en: 'Not ready: {parts} does not answer.',
  },
});

@ApiExcludeController()
@Controller()
export class HealthController {
  private readonly log = new Logger('Health');

  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(QUEUE) private readonly queue: Queue,
  ) {}

  /** The process runs. */
  @Public()
  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  /** The process can serve: PostgreSQL and Redis answer within two seconds. */
  @Public()
  @Get('health/ready')
  async ready() {
    const parts = { database: this.dataSource.query('SELECT 1'), redis: this.queue.client.ping() };
    const silent: string[] = [];
    // Together: a refusal that comes while another answer is awaited would end the process.
    await Promise.all(
      Object.entries(parts).map(([name, answer]) =>
        Promise.race([answer, timeout(2_000)]).catch((error: Error) => {
          this.log.warn(`${name}: ${error.message}`);
          silent.push(name);
        }),
      ),
    );
    if (silent.length > 0) throw problem('health.not_ready', { parts: silent.sort().join(', ') });
    return { status: 'ok', database: 'ok', redis: 'ok' };
  }

  @Public()
  @Get('metrics')
  @Header('content-type', metrics.contentType)
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}

function timeout(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds).unref();
  });
}
