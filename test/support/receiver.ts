import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  headers: IncomingHttpHeaders;
  /** The body, byte for byte. */
  body: string;
  event: { id: string; kind: string; notification: Record<string, string>; [field: string]: any };
}

/** A program on a free port that is told of notifications, and answers as the test wishes. */
export class Receiver {
  readonly received: ReceivedEvent[] = [];
  answer: (response: ServerResponse, event: ReceivedEvent) => void = (response) => response.end('taken');

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const event = { headers: request.headers, body, event: JSON.parse(body || '{}') };
        receiver.received.push(event);
        receiver.answer(response, event);
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/par`;
  }

  answers(status: number, headers: Record<string, string> = {}, body = ''): void {
    this.answer = (response) => response.writeHead(status, headers).end(body);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}
