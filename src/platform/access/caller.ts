import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '../errors/problem';
import { systemActor, type Actor } from './actor';

/** One request, or one run of a job: who asks, in which language, and which moment counts as now. */
export interface Caller {
  actor: Actor;
  locale: Locale;
  now: Date;
  requestId: string;
  /** With it, a change is made once however often the request is sent. */
  idempotencyKey?: string;
  /** Method, path and body of the request, so that a key cannot be reused for something else. */
  fingerprint?: string;
}

export function systemCaller(now: Date, requestId: string): Caller {
  return { actor: systemActor, locale: 'vi', now, requestId };
}

export interface CalledRequest extends FastifyRequest {
  caller?: Caller;
}

/** The caller that the access guard has established. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  return context.switchToHttp().getRequest<CalledRequest>().caller!;
});
