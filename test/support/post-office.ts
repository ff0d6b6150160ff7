import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

type Refusal = { code: number; words: string } | 'drop' | null;

/** A real mail server that refuses whom it is told to, can be shut and opened again, and notes what it has taken and when. */
export class PostOffice {
  readonly taken: { to: string; messageId: string; at: number }[] = [];
  /** What each command is answered, by the address it names. */
  onSender: (address: string) => Refusal = () => null;
  onRecipient: (address: string) => Refusal = () => null;
  private server?: SMTPServer;

  private constructor(private port: number) {}

  static async open(): Promise<PostOffice> {
    const office = new PostOffice(0);
    await office.open();
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}?socketTimeout=2000&greetingTimeout=2000&connectionTimeout=2000`;
  }

  /** Each Message-ID it has taken, sorted. */
  get ids(): string[] {
    return this.taken.map(({ messageId }) => messageId).sort();
  }

  async open(): Promise<void> {
    const answer = (
      refusal: Refusal,
      socket: { destroy(): void },
      callback: (error?: Error | null) => void,
    ) => {
      if (refusal === 'drop') return socket.destroy();
      callback(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    };
    const socketOf = (session: { id: string }) =>
      [...(server.connections as Set<{ id: string; _socket: { destroy(): void } }>)].find(
        ({ id }) => id === session.id,
      )!._socket;
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      hideENHANCEDSTATUSCODES: true,
      onMailFrom: ({ address }, session, callback) =>
        answer(this.onSender(address), socketOf(session), callback),
      onRcptTo: ({ address }, session, callback) =>
        answer(this.onRecipient(address), socketOf(session), callback),
      onData: (stream, session, callback) => {
        let text = '';
        stream.on('data', (part) => (text += String(part)));
        stream.on('end', () => {
          const messageId = /^message-id: <(.+)>/im.exec(text)![1];
          const to = session.envelope.rcptTo[0].address;
          this.taken.push({ to, messageId, at: Date.now() });
          callback();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((ready) => server.listen(this.port, '127.0.0.1', ready));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Connections are refused until it opens again. */
  async shut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((closed) => (server ? server.close(() => closed()) : closed()));
  }
}
