import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server treats the next letters. */
export type MailManner =
  /** Takes them. */
  | 'takes'
  /** Answers each with "451 try again later". */
  | 'refuses'
  /** Accepts the connection and says nothing more. */
  | 'hangs';

type Answer = (error?: Error | null) => void;

/** A real mail server that notes the Message-ID of each letter it has taken, and can be made to fail. */
export class MailServer {
  manner: MailManner = 'takes';
  readonly taken: { messageId: string; at: number }[] = [];
  /** Letters that were begun, refused ones and halves included. */
  begun = 0;
  deaths = 0;
  private dying = false;
  /** Whether its sender has noted that a letter was taken; the server takes the next one after that. */
  noted: (messageId: string) => Promise<boolean> = () => Promise.resolve(true);
  private held: (() => void)[] = [];
  private turn = Promise.resolve();

  private constructor(
    private readonly server: SMTPServer,
    private readonly patience: number,
  ) {}

  /** `patience`: milliseconds that its clients wait for it; `pause`: that it thinks over each letter. */
  static async start(patience = 30_000, pause = 10): Promise<MailServer> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      hideENHANCEDSTATUSCODES: true,
      onMailFrom: (_, session, callback) => mail.greet(callback),
      onData: (stream, session, callback) => {
        let text = '';
        mail.begun += 1;
        stream.on('data', (part) => (text += String(part)));
        stream.on('end', () => mail.inTurn(pause, session, text, callback));
      },
    });
    const mail = new MailServer(server, patience);
    server.on('error', () => undefined);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return mail;
  }

  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}?socketTimeout=${this.patience}&greetingTimeout=${this.patience}&connectionTimeout=${this.patience}`;
  }

  /** One letter after the other: at no moment have two been taken of which their sender knows nothing. */
  private inTurn(pause: number, session: object, text: string, callback: Answer): void {
    this.turn = this.turn.then(async () => {
      await sleep(pause);
      // Its sender is gone: what he does not wait for is not taken.
      if (
        ![...this.server.connections].some(
          (connection) => (connection as { session: object }).session === session,
        )
      )
        return;
      const messageId = this.take(text, callback);
      for (let waited = 0; messageId && waited < 200 && !(await this.noted(messageId)); waited += 5)
        await sleep(5);
    });
  }

  private greet(callback: Answer): void {
    if (this.manner === 'hangs') return void this.held.push(callback);
    callback(this.manner === 'refuses' ? later() : null);
  }

  private take(text: string, callback: Answer): string | undefined {
    if (this.manner === 'refuses') return void callback(later());
    if (this.manner === 'hangs') return void this.held.push(callback);
    const messageId = /^message-id: <(.+)>/im.exec(text)?.[1] ?? 'none';
    this.taken.push({ messageId, at: Date.now() });
    if (!this.dying) callback();
    else this.die();
    return messageId;
  }

  /** It will keep the next letter and drop its connections before the 250. */
  diesAfterNext(): void {
    this.dying = true;
  }

  private die(): void {
    this.dying = false;
    this.deaths += 1;
    this.dropConnections();
  }

  /** Clients find their connection closed. */
  dropConnections(): void {
    for (const connection of this.server.connections as Set<{ _socket: { destroy(): void } }>)
      connection._socket.destroy();
    this.held = [];
  }

  /** Letters it has taken more than once. */
  get repeated(): string[] {
    const ids = this.taken.map(({ messageId }) => messageId);
    return ids.filter((id, n) => ids.indexOf(id) !== n);
  }

  async close(): Promise<void> {
    this.dropConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

function later(): Error {
  return Object.assign(new Error('try again later'), { responseCode: 451 });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
