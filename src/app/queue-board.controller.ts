import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { unitsWhere } from '../platform/access/actor';
import { Allow } from '../platform/access/allow';
import { CallerOf, type Caller } from '../platform/access/caller';
import { commonProblem } from '../platform/errors/common-problems';
import { QueueBoard } from './queue-board';

/** The queue as bull-board shows it, for administrators of the top unit: the queue is of the whole system. */
@ApiExcludeController()
@Controller('admin/queues')
export class QueueBoardController {
  constructor(
    private readonly board: QueueBoard,
    private readonly dataSource: DataSource,
  ) {}

  @Allow('queue.read')
  @Get(['', '*'])
  async show(
    @CallerOf() { actor }: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [top]: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM unit WHERE parent_id IS NULL AND id = ANY($1::uuid[]) LIMIT 1',
      [unitsWhere(actor, 'queue.read')],
    );
    if (!top) throw commonProblem('forbidden');
    const { status, headers, body } = await this.board.get(request.url);
    await reply.status(status).headers(headers).send(body);
  }
}
