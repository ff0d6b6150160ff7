import { currentLanguage } from '../i18n/language';
import { ApiProblem, readProblem } from './problem';
import type { paths } from './schema';
import type { Answer, BodyOf, PathOf, QueryOf } from './types';

/** Values for the `{names}` in a path. */
type Places = Record<string, string>;
type Paging = { limit?: number; cursor?: string; count?: boolean };

let csrfToken: string | null = null;
let onSignedOut: () => void = () => {};

export function sendCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** The address of a path with its places filled, leaving out what is empty of the query. */
export function urlOf(path: keyof paths, query: Record<string, unknown> = {}, places: Places = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return (
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name])) +
    (search && `?${search}`)
  );
}

export function get<P extends PathOf<'get'>>(
  path: P,
  { places, query, signal }: { places?: Places; query?: QueryOf<P> & Paging; signal?: AbortSignal } = {},
): Promise<Answer<P, 'get'>> {
  return send(urlOf(path, query, places), { method: 'GET', signal });
}

interface Sending<P extends PathOf<'post'>> {
  places?: Places;
  body?: BodyOf<P>;
  /** The version that was read, for If-Match. */
  version?: number;
  /** A retry with the same key has one effect; null for acts that need none. */
  key?: string | null;
}

export function post<P extends PathOf<'post'>>(
  path: P,
  { places, body, version, key = newKey() }: Sending<P>,
): Promise<Answer<P, 'post'>> {
  return send(urlOf(path, {}, places), {
    method: 'POST',
    body: JSON.stringify(body ?? {}),
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  });
}

export function remove<P extends PathOf<'delete'>>(
  path: P,
  { places, key }: { places?: Places; key?: string } = {},
): Promise<Answer<P, 'delete'>> {
  const headers = key === undefined ? undefined : { 'idempotency-key': key };
  return send(urlOf(path, {}, places), { method: 'DELETE', headers });
}

async function send<A>(url: string, init: RequestInit): Promise<A> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  headers.set('accept-language', currentLanguage());
  if (init.method !== 'GET' && csrfToken) headers.set('x-csrf-token', csrfToken);
  const answer = await fetch(url, { ...init, headers }).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : new ApiProblem(0, 'network', '');
  });
  if (!answer.ok) {
    const problem = await readProblem(answer);
    if (problem.code === 'unauthenticated') onSignedOut();
    throw problem;
  }
  return (answer.status === 204 ? undefined : await answer.json()) as A;
}

/** An Idempotency-Key. `crypto.randomUUID` is missing where the page is served without TLS. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
