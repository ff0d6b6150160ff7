import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { PictureOf } from './live-inbox.presenter';

/** Bytes that wait for a reader who does not read; then his line is cut, and his page connects anew. */
const MOST_WAITING = 512 * 1024;

/** One page that follows a person's inbox: server-sent events over an answer that does not end. */
export class LiveStream {
  /** The name of the picture that was sent last; null until the first. */
  known: string | null = null;
  /** Beats until the line is closed. */
  heart?: NodeJS.Timeout;
  private begun = false;

  constructor(
    readonly userId: string,
    readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    onClose: (stream: LiveStream) => void,
  ) {
    // A line that breaks is closed, and that is all there is to say.
    reply.raw.on('error', () => {}).once('close', () => onClose(this));
  }

  /** Takes the answer out of the framework's hands: no failure after this can become a problem. */
  begin(first: PictureOf): void {
    const { reply, request } = this;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': request.id,
      // Nginx would gather events before it passes them on.
      'x-accel-buffering': 'no',
      // Nothing follows on this line, and a server that shuts down does not wait for it.
      connection: 'close',
    });
    if (request.method === 'HEAD') return void reply.raw.end();
    this.begun = true;
    // After a restart they do not all come back in the same second.
    this.write(`retry: ${3_000 + Math.floor(Math.random() * 5_000)}\n\n`);
    this.show(first);
  }

  show({ seen, unreadCount, newest }: PictureOf): void {
    if (!this.begun || seen === this.known) return;
    this.known = seen;
    this.write(`event: inbox\ndata: ${JSON.stringify({ unreadCount, newest })}\n\n`);
  }

  /** A comment: it says nothing, but keeps the line open. */
  beat(): void {
    this.write(': still here\n\n');
  }

  end(): void {
    if (this.begun) this.reply.raw.end();
  }

  private write(text: string): void {
    const { raw } = this.reply;
    if (!this.begun || raw.destroyed || raw.writableEnded) return;
    if (raw.writableLength > MOST_WAITING) raw.destroy();
    else raw.write(text);
  }
}
