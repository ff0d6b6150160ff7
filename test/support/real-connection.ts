import { request, type ClientRequest } from 'node:http';
import { readdirSync, readlinkSync } from 'node:fs';
import { FORM_TYPE } from './evidence-form';
import { TEST_PASSWORD, type Par } from './par';

/** Speaks to the application over a socket, for what injection cannot show: connections that break. */
export class RealConnection {
  private constructor(
    readonly base: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async open(par: Par, username: string): Promise<RealConnection> {
    if (!par.app.getHttpServer().listening) await par.app.listen(0, '127.0.0.1');
    const base = `${await par.app.getUrl()}/api/v1`;
    const answer = await fetch(`${base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: TEST_PASSWORD }),
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const cookie = answer.headers.get('set-cookie')!.split(';')[0];
    return new RealConnection(base, { cookie, 'x-csrf-token': csrfToken });
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.base}${path}`, { ...init, headers: { ...this.headers, ...init.headers } });
  }

  /** A request in the caller's hands; its errors are swallowed, for it may be destroyed at will. */
  begin(method: string, path: string, headers: Record<string, string | number> = {}): ClientRequest {
    const begun = request(`${this.base}${path}`, { method, headers: { ...this.headers, ...headers } });
    return begun.on('error', () => {});
  }

  sendForm(path: string, body: Buffer): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': FORM_TYPE },
      body: new Uint8Array(body),
    });
  }
}

/** Files below a folder that this process holds open (Linux only). */
export function openFilesBelow(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(folder) ? [target] : [];
    } catch {
      return [];
    }
  });
}
