import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a process and a server, and can leave connections half open: nothing passes, nobody is told. */
export class TcpProxy {
  isHalfOpen = false;
  private last?: string;
  private readonly pairs = new Set<[Socket, Socket]>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async before(url: string): Promise<TcpProxy> {
    const target = new URL(url);
    const server = createServer();
    const proxy = new TcpProxy(server, target);
    server.on('connection', (socket) => proxy.join(socket));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return proxy;
  }

  /** The server's address as seen through here. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  private join(near: Socket): void {
    const far = connect(Number(this.target.port), this.target.hostname);
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk: Buffer) => {
        if (this.last && chunk.includes(this.last)) this.halfOpen();
        else to.write(chunk);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        this.pairs.delete(pair);
        to.destroy();
      });
    }
  }

  /** As soon as this text comes along, nothing passes any more on the connections there are, and none closes. New ones pass. */
  halfOpenAt(text: string): void {
    this.last = text;
  }

  private halfOpen(): void {
    this.last = undefined;
    this.isHalfOpen = true;
    for (const socket of [...this.pairs].flat()) {
      socket.removeAllListeners('data');
      socket.removeAllListeners('close');
      socket.pause();
    }
  }

  async close(): Promise<void> {
    for (const socket of [...this.pairs].flat()) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }
}
