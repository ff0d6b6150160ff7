import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RealConnection } from './real-connection';

interface Picture {
  unreadCount: number;
  newest: { id: string; titleVi: string }[];
}

/** A page that follows an inbox over a socket. */
export class FollowedInbox {
  readonly pictures: Picture[] = [];
  text = '';
  ended = false;

  private constructor(
    readonly answer: IncomingMessage,
    private readonly request: ClientRequest,
  ) {
    answer.setEncoding('utf8').on('data', (part: string) => this.hear(part));
    answer.on('error', () => {}).on('close', () => (this.ended = true));
  }

  static open(connection: RealConnection, headers: Record<string, string> = {}): Promise<FollowedInbox> {
    return new Promise((resolve, reject) => {
      const request = connection.begin('GET', '/notifications/stream', headers);
      request.on('response', (answer) => resolve(new FollowedInbox(answer, request))).on('error', reject);
      request.end();
    });
  }

  get last(): Picture | undefined {
    return this.pictures.at(-1);
  }

  /** Titles of the last picture. */
  titles(): string[] {
    return this.last?.newest.map(({ titleVi }) => titleVi) ?? [];
  }

  close(): void {
    this.request.destroy();
  }

  private hear(part: string): void {
    this.text += part;
    const events = this.text.split('\n\n').slice(0, -1);
    const heard = events.filter((event) => event.startsWith('event: inbox\ndata: '));
    for (const event of heard.slice(this.pictures.length)) {
      this.pictures.push(JSON.parse(event.slice('event: inbox\ndata: '.length)) as Picture);
    }
  }
}
