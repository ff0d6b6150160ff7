import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Authenticator } from '../../platform/access/access.guard';
import type { Actor } from '../../platform/access/actor';
import { commonProblem } from '../../platform/errors/common-problems';
import { identityProblem } from '../identity.problems';
import { hashOf, sameSecret } from './secrets';
import { bySession, byToken, type SignedInRow } from './session.queries';
import { SignInCache, type SignedIn } from './sign-in-cache';

export const SESSION_COOKIE = 'par_session';
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Bearer token or session cookie → actor, in one query at most. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly database: DataSource,
    private readonly cache: SignInCache,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest, now: Date): Promise<Actor | null> {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return (await this.find(bearer, now, byToken))?.actor ?? null;
    const cookie = request.cookies[SESSION_COOKIE];
    if (!cookie) return null;
    const session = await this.find(cookie, now, bySession);
    // A browser sends the cookie along with a foreign page's request; only our own page knows the token.
    if (
      session &&
      !SAFE.includes(request.method) &&
      !sameSecret(request.headers['x-csrf-token'], session.csrfToken!)
    ) {
      throw commonProblem('csrf');
    }
    return session?.actor ?? null;
  }

  private find(secret: string, now: Date, query: typeof bySession): Promise<SignedIn | undefined> {
    const hash = hashOf(secret);
    return this.cache.find(hash, now, async () => signedIn(await query(this.database, hash, now)));
  }
}

/** Undefined when the request carries no Authorization header; then the cookie counts. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}

/** The session's secret, for acts that a program's token may not do: 403 without it. */
export function sessionCookieOf(request: FastifyRequest): string {
  const cookie = bearerOf(request) === undefined ? request.cookies[SESSION_COOKIE] : undefined;
  if (!cookie) throw identityProblem('session.needed');
  return cookie;
}

function signedIn(row: SignedInRow | undefined): SignedIn | undefined {
  if (!row) return undefined;
  const { id, csrfToken, expiresAt, ...person } = row;
  return { actor: { userId: id, ...person }, csrfToken, expiresAt };
}
