import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real program that is called (webhook): it answers 200 and notes the id of each call. */
export class HookReceiver {
  readonly taken: string[] = [];
  /** Whether its caller has noted that a call was taken; the receiver takes the next one after that. */
  noted: (deliveryId: string) => Promise<boolean> = () => Promise.resolve(true);
  private turn = Promise.resolve();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HookReceiver> {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const id = String(request.headers['x-par-id']);
        receiver.turn = receiver.turn.then(async () => {
          if (response.destroyed || request.socket.destroyed) return;
          receiver.taken.push(id);
          response.end();
          for (let waited = 0; waited < 100 && !(await receiver.noted(id)); waited += 5)
            await new Promise((resolve) => setTimeout(resolve, 5));
        });
      });
    });
    const receiver = new HookReceiver(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/par`;
  }

  /** Calls it has taken more than once. */
  get repeated(): string[] {
    return this.taken.filter((id, n) => this.taken.indexOf(id) !== n);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
