import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock';
import { commonProblem, fieldError, invalid } from '../errors/common-problems';
import { localeOf } from '../errors/locale';
import { mayAnywhere, type Actor } from './actor';
import { ALLOW, type Requirement } from './allow';
import type { CalledRequest } from './caller';

/** Turns a request's cookie or token into an actor; the identity room provides it. */
export abstract class Authenticator {
  /** Null when the request carries no valid sign-in. Throws when it carries one that must be refused (CSRF). */
  abstract authenticate(request: FastifyRequest, now: Date): Promise<Actor | null>;
}

const nobody: Actor = { userId: null, name: '', unitId: null, grants: [] };

/** Deny unless granted: reads what the endpoint requires, establishes the caller, refuses the rest. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const required = this.reflector.getAllAndOverride<Requirement | undefined>(ALLOW, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!required) throw commonProblem('forbidden');
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const now = this.clock.now();
    const actor = required === 'public' ? null : await this.authenticator.authenticate(request, now);
    if (required !== 'public' && !actor) throw commonProblem('unauthenticated');
    if (actor && required !== 'signed-in' && required !== 'public') {
      if (!required.some((permission) => mayAnywhere(actor, permission))) throw commonProblem('forbidden');
    }
    request.caller = {
      actor: actor ?? nobody,
      locale: localeOf(request.headers['accept-language']),
      now,
      requestId: String(request.id),
      ...idempotency(request),
    };
    return true;
  }
}

function idempotency(request: FastifyRequest): { idempotencyKey?: string; fingerprint?: string } {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method === 'GET') return {};
  // Ignoring a key that cannot be kept would let its change happen twice.
  if (typeof key !== 'string' || key === '' || key.length > 200) {
    throw invalid(
      fieldError('Idempotency-Key', 'length', {
        vi: 'Idempotency-Key phải dài từ 1 đến 200 ký tự. Tạo khóa mới rồi gửi lại.',
        en: 'Idempotency-Key must have 1 to 200 characters. Make a new key and send the request again.',
      }),
    );
  }
  // A password leaves no trace, not even in a hash that is quick to guess.
  const body = JSON.stringify(request.body ?? null, (name, value: unknown) =>
    /password/i.test(name) ? undefined : value,
  );
  const fingerprint = createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex');
  return { idempotencyKey: key, fingerprint };
}
