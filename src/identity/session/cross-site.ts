import type { FastifyRequest } from 'fastify';
import { identityProblem } from '../identity.problems';

/** A foreign page must not sign a browser in as somebody else. Programs send no Origin and pass. */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  const { origin } = request.headers;
  if (origin === undefined || hostOf(origin) === request.host || origin === new URL(publicUrl).origin) return;
  throw identityProblem('session.cross_site');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
