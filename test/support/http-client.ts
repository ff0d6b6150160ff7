import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer<Body = any> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  /** The answer as it came: a file's bytes. */
  bytes: Buffer;
}

type Headers = Record<string, string>;

/** Speaks HTTP to the application in process, carrying a session when signed in. */
export class HttpClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Headers = {},
  ) {}

  async signIn(username: string, password: string): Promise<HttpClient> {
    const answer = await this.post('/session', { username, password });
    if (answer.status !== 201) throw new Error(`Sign-in of ${username} failed: ${answer.text}`);
    const cookie = String(answer.headers['set-cookie']).split(';')[0];
    return this.with({ cookie, 'x-csrf-token': answer.body.csrfToken });
  }

  /** The same client with more headers, for example `if-match` or `accept-language`. */
  with(headers: Headers): HttpClient {
    return new HttpClient(this.app, { ...this.headers, ...headers });
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  patch(path: string, body?: unknown): Promise<Answer> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Sends one file as multipart form data, field `file`. */
  upload(path: string, fileName: string, content: Buffer | string, type = 'text/csv'): Promise<Answer> {
    const boundary = 'par-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.with({ 'content-type': `multipart/form-data; boundary=${boundary}` }).send(
      'POST',
      path,
      payload,
    );
  }

  /** Paths without a leading `/api`, `/health`, `/metrics` or `/admin` are under `/api/v1`. */
  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const url = /^\/(api|health|metrics|admin)/.test(path) ? path : `/api/v1${path}`;
    const answer = await this.app.inject({ method, url, headers: this.headers, payload: body as object });
    const json = String(answer.headers['content-type'] ?? '').includes('json') && answer.payload !== '';
    return {
      status: answer.statusCode,
      body: json ? JSON.parse(answer.payload) : undefined,
      headers: answer.headers,
      text: answer.payload,
      bytes: answer.rawPayload,
    };
  }
}
