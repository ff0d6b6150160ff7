import { InjectQueue } from '@nestjs/bull';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { fastify, type FastifyInstance } from 'fastify';
import { commonProblem } from '../platform/errors/common-problems';
import { QUEUE } from '../platform/queue/jobs';
import { within } from '../platform/queue/within';

/** Where the board is served; its own addresses begin with it. */
export const BOARD_PATH = '/admin/queues';

const PATIENCE_MS = 5_000;

/** What is passed on of the board's answers; everything else is ours. */
const KEPT_HEADERS = ['content-type', 'cache-control', 'etag', 'last-modified'];

export interface BoardAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * bull-board over our queue, to look at only. It lives in a server of its own that listens nowhere and is made when
 * somebody first looks: it slows no start, and nothing of it is reached but through the guard.
 */
@Injectable()
export class QueueBoard implements OnApplicationShutdown {
  private board?: Promise<FastifyInstance>;

  constructor(@InjectQueue(QUEUE) private readonly queue: Queue) {}

  async get(url: string): Promise<BoardAnswer> {
    // While Redis is away the board would wait for it, and whoever reloads it would have it wait once more.
    if (this.queue.client.status !== 'ready') throw commonProblem('unavailable');
    const board = await (this.board ??= this.open());
    const answer = await within(PATIENCE_MS, board.inject({ method: 'GET', url })).catch(() => {
      throw commonProblem('unavailable');
    });
    const headers = KEPT_HEADERS.flatMap((name) => {
      const value = answer.headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    });
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: withoutForeignFonts(answer),
    };
  }

  private open(): Promise<FastifyInstance> {
    return openBoard(this.queue).catch((error: Error) => {
      this.board = undefined;
      throw error;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.board)?.close();
  }
}

async function openBoard(queue: Queue): Promise<FastifyInstance> {
  const [{ createBullBoard }, { BullAdapter }, { FastifyAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullAdapter'),
    import('@bull-board/fastify'),
  ]);
  const server = new FastifyAdapter();
  server.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [new BullAdapter(queue, { readOnlyMode: true, allowRetries: false })],
    serverAdapter: server,
    options: {
      uiConfig: { boardTitle: 'PAR Tracker', hideRedisDetails: true, pollingInterval: { showSetting: true } },
    },
  });
  const board = fastify();
  await board.register(server.registerPlugin(), { prefix: BOARD_PATH });
  return board;
}

/** The page asks a foreign server for its fonts; it does as well without them. */
function withoutForeignFonts({ headers, rawPayload }: { headers: object; rawPayload: Buffer }): Buffer {
  const type = String((headers as Record<string, unknown>)['content-type']);
  if (!type.startsWith('text/html')) return rawPayload;
  return Buffer.from(rawPayload.toString().replace(/<link [^>]*href="https?:[^>]*>/g, ''));
}
